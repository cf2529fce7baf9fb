package org.imprimatur.posts;

import java.util.UUID;

import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.PostCorrection.Ending;
import org.imprimatur.posts.PostCorrection.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.posts.Draft.SECTION_ACCOUNT;
import static org.imprimatur.posts.Draft.UNKNOWN_ACCOUNT;
import static org.imprimatur.posts.Draft.aPost;
import static org.imprimatur.posts.PostAssert.assertThat;

@Policy({ "APPROVED", "ONE-LOGIN" })
@DisplayName("What is out and should not be as it is")
class CorrectionTests extends CorrectionsAtWork {

	@Nested
	@DisplayName("is taken up")
	class Begins {

		@Test
		@DisplayName("when a post that is out is recalled, with a reason, and the case stays published")
		void byRecall() {
			OnePost post = out();
			approver.tries((one) -> one.does(post, Act.RECALL)).isAskedFor("reason", "why the post is recalled");
			approver.recalls(post);
			OneCorrection correction = of(post).isAt(Task.DECIDE_CORRECTION)
				.owedBy("digital-team-approvers", "head-of-communications")
				.dueBy("2026-11-25T15:02");
			assertThat(correction.reference()).isEqualTo(post.reference());
			assertThat(correction.row().origin()).isEqualTo(CorrectionOrigin.RECALLED);
			assertThat(correction.row().postedBy()).isEqualTo("author2");
			assertThat(stage.posts.ending(post.reference()).orElseThrow().ending()).isEqualTo("post-published");
			assertThat(stage.posts.acts(post.reference())).extracting(PostAct::act).containsExactly(Act.RECALL);
		}

		@Test
		@DisplayName("by itself when a release is recorded with a difference")
		void byDifference() {
			OnePost post = atItsSlot(aPost());
			author2.publishesWithDifference(post);
			assertThat(post).hasEnded(PostApproval.Ending.POST_PUBLISHED);
			OneCorrection correction = of(post).isAt(Task.DECIDE_CORRECTION);
			assertThat(correction.row().origin()).isEqualTo(CorrectionOrigin.DIFFERENCE);
			assertThat(correction.row().why()).contains("shortened the link");
			assertThat(correction.row().startedBy()).isEqualTo("author2");
		}

		@Test
		@DisplayName("when anybody says that it went out without approval, authorised or not")
		void byReport() {
			OneCorrection correction = reports(outsider, seen("main-x", "who", "Priya Raman"));
			assertThat(correction.reference()).matches("POST-2026-\\d{6}");
			assertThat(stage.posts.find(correction.reference())).isEmpty();
			correction.isAt(Task.CHECK_AFTER_THE_FACT).owedBy("charity-objects-reviewers").dueBy("2026-11-24T14:00");
			assertThat(stage.correctionAccess.maySee(correction.reference(), stage.person("dpo"))).isTrue();
			assertThat(stage.correctionAccess.maySee(correction.reference(), stage.person("author"))).isTrue();
			assertThat(stage.correctionAccess.maySee(correction.reference(), stage.person("news"))).isFalse();
		}

		@Test
		@DisplayName("once for one page that was sent twice")
		void sentTwice() {
			String key = UUID.randomUUID().toString();
			OneCorrection first = reports(outsider, typed(seen("main-x")), key);
			assertThat(reports(outsider, typed(seen("main-x")), key)).isEqualTo(first);
		}

		@Test
		@DisplayName("when a post was withdrawn or changed here and was out in fact, under its own reference")
		void outAlready() {
			OnePost withdrawn = atItsSlot(aPost());
			author.withdraws(withdrawn);
			OneCorrection correction = reports(supporterCommunications,
					seen("main-x", "post", withdrawn.reference(), "when", "2026-11-24T10:00"));
			assertThat(correction.reference()).isEqualTo(withdrawn.reference());
			assertThat(correction.row().post()).isEqualTo(withdrawn.reference());
			correction.isAt(Task.CHECK_AFTER_THE_FACT);
			stage.itIs("2026-11-24T10:00");
			OnePost changed = atItsSlot(aPost());
			author.takesBack(changed);
			reports(supporterCommunications, "account", "main-x", "post", changed.reference(), "body",
					changed.row().title(), "why", "It went out as it was.")
				.isAt(Task.DECIDE_CORRECTION);
		}

		@Test
		@DisplayName("when somebody who looked at it again asks for more")
		void byReview() {
			OnePost post = out();
			stage.as(stage.person("objects"),
					() -> stage.postCorrections.begin(post.row(), "main-x", GROUND, stage.person("objects")));
			assertThat(of(post).isAt(Task.DECIDE_CORRECTION).row().origin()).isEqualTo(CorrectionOrigin.REVIEWED);
		}

		@Test
		@DisplayName("never twice at once: the second is told which one is open")
		void notTwice() {
			OneCorrection open = recalled();
			OnePost post = new OnePost(open.reference(), "", stage);
			approver2.tries((one) -> one.recalls(post)).isTooLate(open.reference());
			outsiderWhoSees().tries((one) -> reports(one, seen("main-x", "post", open.reference())))
				.isTooLate("is open already");
			decides(headOfCommunications, open, CorrectionDecision.KEEP);
			approver2.recalls(post);
			assertThat(stage.corrections.of(open.reference())).hasSize(2);
			String address = "https://x.example/demo_charity/badges";
			OneCorrection reported = reports(outsider, seen("main-x", "address", address));
			news.tries((one) -> reports(one, seen("main-x", "address", address))).isTooLate(reported.reference());
		}

		private Actor outsiderWhoSees() {
			return supporterCommunications;
		}

		@Test
		@DisplayName("only with an account, something to find it by, and what happened")
		void asksForWhatIsMissing() {
			outsider.tries((one) -> reports(one)).isAskedFor("account", "Choose the account");
			outsider.tries((one) -> reports(one, "account", "main-x", "why", "It is wrong."))
				.isAskedFor("address", "what it says");
			outsider.tries((one) -> reports(one, "account", "main-x", "body", "Words"))
				.isAskedFor("why", "Enter what happened");
			outsider.tries((one) -> reports(one, seen("main-x", "when", "2026-11-25T10:00")))
				.isAskedFor("when", "has not come yet");
			String others = author.drafts(aPost()).reference();
			outsider.tries((one) -> reports(one, seen("main-x", "post", others)))
				.isAskedFor("post", "There is no post");
			supporterCommunications.tries((one) -> reports(one, seen("news-x", "post", others)))
				.isAskedFor("post", "is not meant for");
		}

	}

	@Nested
	@Policy("OBJECTS")
	@DisplayName("is held against the Charity's objects after the fact")
	class Checked {

		@Test
		@DisplayName("on an account that the Trust holds or whose owner nobody knows, and on no other")
		void onTrustHeldAccounts() {
			reports(outsider, seen("trust-linkedin")).isAt(Task.CHECK_AFTER_THE_FACT);
			reports(outsider, seen(UNKNOWN_ACCOUNT)).isAt(Task.CHECK_AFTER_THE_FACT);
			reports(outsider, seen(SECTION_ACCOUNT)).isAt(Task.DECIDE_CORRECTION);
		}

		@Test
		@DisplayName("before anybody decides, whatever was found")
		void beforeTheDecision() {
			OneCorrection correction = reports(outsider, seen("main-x"));
			objectsReviewer
				.tries((one) -> one.completes(correction.open(Task.CHECK_AFTER_THE_FACT),
						typed("decision", AfterTheFact.NOT_ALIGNED.name())))
				.isAskedFor("reason", "why it does not serve");
			checks(objectsReviewer, correction, AfterTheFact.NOT_ALIGNED);
			correction.isAt(Task.DECIDE_CORRECTION);
			assertThat(stage.corrections.judgement(correction.caseId(), Task.CHECK_AFTER_THE_FACT).orElseThrow())
				.satisfies((one) -> assertThat(one.decidedBy()).isEqualTo("objects"));
		}

	}

	@Nested
	@DisplayName("is decided with a reason")
	class Decided {

		@Test
		@DisplayName("and kept, which ends the matter")
		void kept() {
			OneCorrection correction = recalled();
			approver.tries((one) -> one.completes(correction.open(Task.DECIDE_CORRECTION), typed("decision", "KEEP")))
				.isAskedFor("reason", "Enter why");
			decides(approver, correction, CorrectionDecision.KEEP);
			correction.hasEnded(Ending.CORRECTION_KEPT);
		}

		@Test
		@DisplayName("and removed: the team does it and says when and where that can be seen")
		void removed() {
			OneCorrection correction = recalled();
			decides(headOfCommunications, correction, CorrectionDecision.REMOVE);
			correction.isAt(Task.RECORD_CORRECTION).owedBy("digital-team").dueBy("2026-11-25T10:31");
			author.tries((one) -> one.completes(correction.open(Task.RECORD_CORRECTION), typed("what", "Removed.")))
				.isAskedFor("address", "Enter the address")
				.isAskedFor("decision", "Choose whether it was done");
			author.tries((one) -> records(one, correction, "approvedPost", correction.reference()))
				.isAskedFor("approvedPost", "leave this empty");
			author.tries((one) -> records(one, correction, "doneAt", "2026-11-24T14:00"))
				.isAskedFor("doneAt", "after it was noticed");
			records(author, correction);
			correction.hasEnded(Ending.CORRECTION_REMOVED);
			OnePost post = new OnePost(correction.reference(), "", stage);
			approver.tries((one) -> one.recalls(post)).isTooLate("has been removed already");
			assertThat(stage.posts.releases(post.reference())).as("nothing is deleted").hasSize(1);
		}

		@Test
		@DisplayName("and corrected, with approved words only, by default those of the post itself")
		void corrected() {
			OneCorrection correction = recalled();
			decides(approver, correction, CorrectionDecision.CORRECT);
			OnePost unsigned = author.submits(aPost());
			author2.tries((one) -> records(one, correction, "approvedPost", unsigned.reference()))
				.isAskedFor("approvedPost", "go through an approval of their own first");
			OnePost elsewhere = author.submits(aPost().on(SECTION_ACCOUNT));
			approver.approves(elsewhere);
			author2.tries((one) -> records(one, correction, "approvedPost", elsewhere.reference()))
				.isAskedFor("approvedPost", "approved for this account");
			records(author2, correction);
			correction.hasEnded(Ending.CORRECTION_CORRECTED);
			assertThat(stage.corrections.done(correction.caseId()).orElseThrow().approvedPost())
				.isEqualTo(correction.reference());
		}

		@Test
		@DisplayName("and corrected with the words of another post that was approved for the account")
		void correctedByAnother() {
			OneCorrection correction = reports(outsider, seen("main-x"));
			checks(objectsReviewer, correction, AfterTheFact.ALIGNED);
			decides(approver, correction, CorrectionDecision.CORRECT);
			author.tries((one) -> records(one, correction))
				.isAskedFor("approvedPost", "Enter the post whose approved words");
			OnePost better = approved(aPost().saying("Forty-two people came home."));
			records(author, correction, "approvedPost", better.reference());
			correction.hasEnded(Ending.CORRECTION_CORRECTED);
		}

		@Test
		@DisplayName("and decided again, with the reason, where it could not be done")
		void couldNotBeDone() {
			OneCorrection correction = recalled();
			decides(approver, correction, CorrectionDecision.REMOVE);
			author.tries((one) -> cannot(one, correction, "")).isAskedFor("reason", "why it could not be done");
			author.tries((one) -> records(one, correction, "decision", "CORRECTED"))
				.isAskedFor("decision", "as it was decided");
			author.tries((one) -> records(one, correction, "reason", "x")).isAskedFor("reason", "Leave this empty");
			stage.actor("objects").tries((one) -> cannot(one, correction, "No")).isRefused("for other people");
			cannot(author, correction, "The platform has closed the account.");
			correction.isAt(Task.DECIDE_CORRECTION).owedBy("digital-team-approvers", "head-of-communications");
			assertThat(correction.view().ending()).isNull();
			assertThat(correction.view().rows().get("Carried out")).startsWith("Could not be done by Priya Raman")
				.endsWith("The platform has closed the account.");
			author.tries((one) -> decides(one, correction, CorrectionDecision.KEEP)).isRefused("for other people");
			decides(headOfCommunications, correction, CorrectionDecision.REMOVE);
			assertThat(correction.view().rows()).containsKeys("Decision", "Decision (2)");
			records(author, correction);
			correction.hasEnded(Ending.CORRECTION_REMOVED);
		}

		@Test
		@DisplayName("and the time is measured from when it was noticed, by the clock")
		void speed() {
			OneCorrection correction = recalled();
			stage.itIs("2026-11-24T17:06");
			decides(approver, correction, CorrectionDecision.REMOVE);
			assertThat(correction.view().minutesToDecide()).isEqualTo(125);
			assertThat(correction.view().minutesToFinish()).isNull();
			stage.itIs("2026-11-25T15:31");
			records(author, correction, "doneAt", "2026-11-25T15:21");
			assertThat(correction.view().minutesToFinish()).isEqualTo(24 * 60 + 20);
			assertThat(correction.view().rows()).containsEntry("Time to decide", "2 hours 5 minutes")
				.containsEntry("Time until done", "1 day 20 minutes");
			assertThat(correction.view().decision()).isEqualTo("REMOVE");
		}

	}

}
