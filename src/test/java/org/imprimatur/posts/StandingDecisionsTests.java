package org.imprimatur.posts;

import java.time.LocalDate;
import java.util.List;

import org.imprimatur.accounts.Owner;
import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.PostApproval.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.test.util.ReflectionTestUtils;

import static org.imprimatur.posts.Draft.JOINT_ACCOUNT;
import static org.imprimatur.posts.Draft.aPost;
import static org.imprimatur.posts.PostAssert.assertThat;

@Policy({ "APPROVED", "OBJECTS" })
@DisplayName("A decision stands for exactly what was decided")
class StandingDecisionsTests extends PostsAtWork {

	@Nested
	@DisplayName("Another text, link or source")
	class Content {

		@Test
		@DisplayName("voids the objects decision and the sign-off")
		void voidsBoth() {
			for (Draft changed : List.of(aPost().saying("Forty people came home this week because you wrote."),
					aPost().with("link", "https://www.example.org/letters"),
					aPost().with("sourceUrl", "https://www.example.org/source"),
					aPost().with("sourceSnapshot", "What the source says now."))) {
				OnePost post = scheduled(aPost());
				author.takesBack(post).submits(post, changed);
				assertThat(post).isAt(Task.CHECK_CHARITY_OBJECTS).hasAnObjectsDecision(false).hasASignOff(false);
				objectsReviewer.findsAligned(post);
				assertThat(post).isAt(Task.SIGN_OFF_POST).hasAnObjectsDecision(true);
				approver.approves(post);
				assertThat(post).waitsForItsSlot().hasASignOff(true);
			}
		}

		@Test
		@DisplayName("may not be told apart from the old one only by how much it differs: one space is enough")
		void oneSpace() {
			OnePost post = scheduled(aPost().saying("We wrote."));
			author.takesBack(post).submits(post, aPost().saying("We  wrote."));
			assertThat(post).isAt(Task.CHECK_CHARITY_OBJECTS);
		}

		@Test
		@DisplayName("may not be moved unseen from one field to the next")
		void shifted() {
			OnePost post = scheduled(aPost().with("sourceUrl", "https://a.example/b").with("sourceSnapshot", "c"));
			author.takesBack(post)
				.submits(post, aPost().with("sourceUrl", "https://a.example/bc").without("sourceSnapshot"));
			assertThat(post).isAt(Task.CHECK_CHARITY_OBJECTS);
		}

	}

	@Nested
	@DisplayName("Another ground")
	class Grounds {

		@Test
		@DisplayName("voids the sign-off and leaves the objects decision")
		void voidsTheSignOff() {
			for (Draft changed : List.of(aPost().groundedIn(Grounding.POLICY, "Another position"),
					aPost().groundedIn(Grounding.RESEARCH, "Position on letter writing, section two"),
					aPost().with("sourceDate", "2026-06-22"), aPost().with("judgedBy", "Dr Ada Example"),
					aPost().with("goal", Goal.MOVEMENT.name()), aPost().marked(Trigger.DONATION_ASK))) {
				OnePost post = scheduled(aPost());
				author.takesBack(post).submits(post, changed);
				assertThat(post).isAt(Task.SIGN_OFF_POST).hasAnObjectsDecision(true).hasASignOff(false);
				approver.approves(post);
				assertThat(post).waitsForItsSlot().wentThrough("objects-checked", 1).wentThrough("signed-off", 2);
			}
		}

	}

	@Nested
	@DisplayName("Another slot")
	class Slot {

		@Test
		@DisplayName("voids nothing: the post waits for the new time instead of the old one")
		void voidsNothing() {
			OnePost post = scheduled(aPost());
			author.movesTheSlot(post, "2026-11-24T16:30");
			assertThat(post).waitsForItsSlot()
				.hasAnObjectsDecision(true)
				.hasASignOff(true)
				.wentLast("post-change-verify", "approval-to-verify-verify", "approval-verified", "needs-its-slot");
			post.timer("slot-arrived").isDue("2026-11-24T16:30").fires();
			assertThat(post).isAt(Task.PUBLISH_POST).wentThrough("signed-off", 1);
		}

		@Test
		@DisplayName("takes a post that is about to be published back to waiting")
		void atPublishing() {
			OnePost post = atItsSlot(aPost());
			author2.movesTheSlot(post, "2026-11-25T09:00");
			assertThat(post).waitsForItsSlot();
			post.timer("slot-missed").doesNotRun();
			post.timer("slot-arrived").isDue("2026-11-25T09:00");
		}

		@Test
		@DisplayName("may not be given from outside the team, into the past, without a reason, or where there is none yet")
		void mayNot() {
			OnePost unscheduled = approved(aPost());
			author.tries((to) -> to.movesTheSlot(unscheduled, "2026-11-25T09:00")).isTooLate("no slot to move yet");
			OnePost post = scheduled(aPost());
			news.tries((to) -> to.movesTheSlot(post, "2026-11-25T09:00")).isNotTheirs();
			objectsReviewer.tries((to) -> to.movesTheSlot(post, "2026-11-25T09:00")).isRefused("of the team");
			author.tries((to) -> to.movesTheSlot(post, "2026-11-23T09:00")).isAskedFor("publishAt", "has passed");
			author.tries((to) -> to.does(post, Act.MOVE_SLOT)).isAskedFor("publishAt", "Enter the new time");
			author2.tries((to) -> to.does(post, Act.MOVE_SLOT, "publishAt", "2026-11-25T09:00"))
				.isAskedFor("reason", "Enter why the slot moves");
		}

	}

	@Nested
	@DisplayName("Another owner of the account")
	class OwnerOfTheAccount {

		@Test
		@DisplayName("voids the objects decision and keeps the sign-off")
		void voidsTheObjectsDecision() {
			OnePost post = scheduled(aPost());
			ownerBecomes(JOINT_ACCOUNT, Owner.TRUST);
			assertThat(post).isAt(Task.CHECK_CHARITY_OBJECTS).hasAnObjectsDecision(false).hasASignOff(true);
			objectsReviewer.findsAligned(post);
			assertThat(post).waitsForItsSlot()
				.wentThrough("signed-off", 1)
				.wentLast("route-needed-standing", "standing-yes", "approval-to-verify-verify", "approval-verified",
						"needs-its-slot");
		}

	}

	@Nested
	@DisplayName("A version saved without a change")
	class Resaved {

		@Test
		@DisplayName("keeps both decisions and the slot")
		void keepsBoth() {
			OnePost post = scheduled(aPost());
			author2.takesBack(post).submits(post, aPost());
			assertThat(post).waitsForItsSlot().hasAnObjectsDecision(true).hasASignOff(true);
			post.timer("slot-arrived").isDue("2026-11-24T15:00");
		}

		@Test
		@DisplayName("voids the decision of whoever saved it")
		void byTheApprover() {
			OnePost post = scheduled(aPost());
			approver.takesBack(post).submits(post, aPost());
			assertThat(post).isAt(Task.SIGN_OFF_POST).hasAnObjectsDecision(true).hasASignOff(false);
		}

		@Test
		@DisplayName("voids the objects decision where its reviewer saved it, and with it nothing else")
		void byTheReviewer() {
			OnePost post = author.submits(aPost());
			approver2.findsAligned(post);
			approver.approves(post);
			approver2.takesBack(post).submits(post, aPost());
			assertThat(post).isAt(Task.CHECK_CHARITY_OBJECTS).hasAnObjectsDecision(false).hasASignOff(true);
		}

	}

	@Nested
	@DisplayName("A sign-off by the wrong group")
	class Route {

		@Test
		@DisplayName("does not stand once an approver marks a politician: the Head of Communications signs")
		void politicianFoundAtSignOff() {
			OnePost post = author.submits(aPost());
			objectsReviewer.findsAligned(post);
			approver.approves(post, Trigger.NAMES_POLITICIAN);
			assertThat(post).isAt(Task.SIGN_OFF_POST)
				.owedBy("head-of-communications")
				.hasASignOff(false)
				.wentThrough("needs-sign-off", 1);
			approver2.tries((to) -> to.approves(post)).isRefused("for other people: Head of Communications");
			headOfCommunications.approves(post);
			assertThat(post).isAt(Task.SCHEDULE_POST).hasASignOff(true);
		}

		@Test
		@DisplayName("is not brought back by submitting the same text without what the approver marked")
		void theMarkOfAnApproverStays() {
			OnePost post = author.submits(aPost());
			objectsReviewer.findsAligned(post);
			approver.approves(post, Trigger.NAMES_POLITICIAN);
			author.takesBack(post);
			author.submits(post, aPost());
			assertThat(post).isAt(Task.SIGN_OFF_POST)
				.owedBy("head-of-communications")
				.hasASignOff(false)
				.hasAnObjectsDecision(true);
		}

		@Test
		@DisplayName("is not asked for where the author marks a politician: the Head of Communications signs at once")
		void politicianMarked() {
			OnePost post = author.submits(aPost().marked(Trigger.NAMES_POLITICIAN));
			objectsReviewer.findsAligned(post);
			assertThat(post).isAt(Task.SIGN_OFF_POST).owedBy("head-of-communications");
		}

		@Test
		@DisplayName("does not stand in an election period that begins before the slot")
		void electionPeriod() {
			ElectionPeriods before = (ElectionPeriods) ReflectionTestUtils.getField(stage.standing, "elections");
			OnePost post = scheduled(aPost());
			ReflectionTestUtils.setField(stage.standing, "elections", new ElectionPeriods(
					List.of(new ElectionPeriods.Period(LocalDate.of(2026, 11, 25), LocalDate.of(2026, 12, 10)))));
			try {
				author.movesTheSlot(post, "2026-11-25T09:00");
				assertThat(post).isAt(Task.SIGN_OFF_POST).owedBy("head-of-communications").hasAnObjectsDecision(true);
				headOfCommunications.approves(post);
				assertThat(post).waitsForItsSlot();
			}
			finally {
				ReflectionTestUtils.setField(stage.standing, "elections", before);
			}
		}

	}

}
