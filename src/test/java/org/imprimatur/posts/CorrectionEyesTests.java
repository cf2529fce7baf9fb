package org.imprimatur.posts;

import java.util.List;

import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.PostCorrection.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.posts.Draft.COMMUNITY_ACCOUNT;
import static org.imprimatur.posts.Draft.SECTION_ACCOUNT;
import static org.imprimatur.posts.Draft.aPost;

@Policy({ "APPROVED", "OBJECTS", "AUTHORISED" })
@DisplayName("What is out is judged by people who neither wrote nor posted it")
class CorrectionEyesTests extends CorrectionsAtWork {

	@Test
	@DisplayName("who recorded the release does not decide, though an approver")
	void notWhoReleasedIt() {
		OnePost post = atItsSlot(aPost());
		this.approver2.publishes(post);
		this.supporterCommunications.recalls(post);
		OneCorrection correction = of(post);
		this.approver2.tries((one) -> decides(one, correction, CorrectionDecision.KEEP))
			.isRefused("You posted this, so somebody else has to decide");
		decides(this.approver, correction, CorrectionDecision.KEEP);
	}

	@Test
	@DisplayName("an author does not decide, though an approver")
	void notAnAuthor() {
		OnePost post = this.approver2.submits(aPost());
		this.objectsReviewer.findsAligned(post);
		this.approver.approves(post);
		this.author.schedules(post, "2026-11-24T15:00");
		post.timer("slot-arrived").fires();
		this.author.publishes(post);
		this.author.recalls(post);
		OneCorrection correction = of(post);
		this.approver2.tries((one) -> decides(one, correction, CorrectionDecision.KEEP))
			.isRefused("someone other than the author has to decide");
		this.author.tries((one) -> decides(one, correction, CorrectionDecision.KEEP)).isRefused("for other people");
		this.news.tries((one) -> decides(one, correction, CorrectionDecision.KEEP)).isNotTheirs();
		decides(this.headOfCommunications, correction, CorrectionDecision.KEEP);
	}

	@Test
	@DisplayName("who is named as having posted it neither checks nor decides, by login or by name")
	void notWhoIsNamed() {
		OneCorrection byLogin = reports(this.outsider, seen("main-x", "who", "approver2"));
		this.approver2.tries((one) -> checks(one, byLogin, AfterTheFact.ALIGNED)).isRefused("You posted this");
		OneCorrection byName = reports(this.outsider, seen("main-x", "who", "megan FAIRCLOUGH"));
		checks(this.objectsReviewer, byName, AfterTheFact.ALIGNED);
		this.approver.tries((one) -> decides(one, byName, CorrectionDecision.KEEP)).isRefused("You posted this");
		decides(this.approver2, byName, CorrectionDecision.KEEP);
		OneCorrection loosely = reports(this.outsider,
				seen("main-x", "who", "I think  Tobias LINDLEY, or meganfairclough"));
		this.approver2.tries((one) -> checks(one, loosely, AfterTheFact.ALIGNED)).isRefused("You posted this");
		checks(this.objectsReviewer, loosely, AfterTheFact.ALIGNED);
		this.approver.tries((one) -> decides(one, loosely, CorrectionDecision.KEEP)).isRefused("You posted this");
		decides(this.headOfCommunications, loosely, CorrectionDecision.KEEP);
	}

	@Test
	@DisplayName("where nobody of ours is recognised the record says so, and who reported it judges nothing")
	void nobodyOfOurs() {
		OneCorrection correction = reports(this.approver2, seen("main-x", "who", "Somebody's cousin"));
		assertThat(correction.view().rows()).containsEntry("Posted by",
				"Somebody's cousin (nobody of ours is recognised in this)");
		this.approver2.tries((one) -> checks(one, correction, AfterTheFact.ALIGNED))
			.isRefused("none of our people is recognised");
		checks(this.objectsReviewer, correction, AfterTheFact.ALIGNED);
		decides(this.approver, correction, CorrectionDecision.KEEP);
	}

	@Test
	@DisplayName("who reported it without saying who posted it neither checks nor decides")
	void notWhoReportedItWithoutAName() {
		OneCorrection correction = reports(this.approver2, seen("main-x"));
		this.approver2.tries((one) -> checks(one, correction, AfterTheFact.ALIGNED))
			.isRefused("nobody has said who posted it");
		checks(this.objectsReviewer, correction, AfterTheFact.ALIGNED);
		this.approver2.tries((one) -> decides(one, correction, CorrectionDecision.KEEP))
			.isRefused("nobody has said who posted it");
	}

	@Test
	@DisplayName("who checked it after the fact does not decide")
	void notWhoCheckedIt() {
		OneCorrection correction = reports(this.outsider, seen("main-x"));
		checks(this.approver2, correction, AfterTheFact.NOT_ALIGNED);
		this.approver2.tries((one) -> decides(one, correction, CorrectionDecision.KEEP))
			.isRefused("You have checked this against the Charity's objects");
	}

	@Test
	@DisplayName("another team's approver does not decide, and nobody without an authorisation carries it out")
	void onlyTheTeam() {
		OneCorrection correction = reports(this.outsider, seen(COMMUNITY_ACCOUNT));
		correction.owedBy("community-leeds-approvers", "head-of-communications");
		this.approver.tries((one) -> decides(one, correction, CorrectionDecision.REMOVE)).isNotTheirs();
		decides(this.stage.actor("activist-lead"), correction, CorrectionDecision.REMOVE);
		this.headOfCommunications.tries((one) -> records(one, correction)).isRefused("for other people");
		this.stage.jdbc.sql("""
				update account_authorisation set valid_until = timestamp '2020-01-01 00:00:00'
				where account = 'leeds-facebook' and person = 'activist'""").update();
		try {
			this.stage.actor("activist")
				.tries((one) -> records(one, correction))
				.isRefused("You are not authorised to use the account");
		}
		finally {
			this.stage.jdbc.sql("""
					update account_authorisation set valid_until = timestamp '2030-01-01 00:00:00'
					where account = 'leeds-facebook' and person = 'activist'""").update();
		}
		records(this.stage.actor("activist-lead2"), correction);
	}

	@Test
	@DisplayName("a stranger recalls no post, and finds nothing of a correction")
	void strangers() {
		OnePost post = out();
		this.news.tries((one) -> one.recalls(post)).isNotTheirs();
		this.stage.actor("manager").tries((one) -> one.recalls(post)).isRefused("may recall a post that is out");
		OneCorrection correction = reports(this.outsider, seen(SECTION_ACCOUNT));
		for (String login : List.of("news", "activist-lead", "modeller", "trustee1")) {
			assertThat(this.stage.correctionAccess.maySee(correction.reference(), this.stage.person(login))).as(login)
				.isFalse();
		}
		for (String login : List.of("dpo", "author", "approver", "objects", "hoc", "dem", "manager", "sct")) {
			assertThat(this.stage.correctionAccess.maySee(correction.reference(), this.stage.person(login))).as(login)
				.isTrue();
		}
	}

	@Test
	@DisplayName("an administrator moves it to no step and no ending that its record does not bear out")
	void pastTheDoor() {
		OneCorrection reported = reports(this.outsider, seen("main-x"));
		moves(reported, "decide-correction", "has to be checked against the Charity's objects");
		moves(reported, "correction-kept", "nobody has decided to keep it");
		OneCorrection recalled = recalled();
		moves(recalled, "record-correction", "nobody has said that it is to be corrected or removed");
		moves(recalled, "correction-removed", "nobody has recorded a removal");
		decides(this.approver, recalled, CorrectionDecision.REMOVE);
		moves(recalled, "correction-removed", "nobody has recorded a removal");
		moves(recalled, "correction-corrected", "nobody has recorded a correction");
		this.administrator.triesPastTheDoor(() -> this.stage.runtime.startProcessInstanceByKey(PostCorrection.KEY))
			.isTooLate("/start/post-correction");
		recalled.isAt(Task.RECORD_CORRECTION);
	}

	private void moves(OneCorrection correction, String to, String why) {
		this.administrator
			.triesPastTheDoor(() -> this.stage.runtime.createProcessInstanceModification(correction.caseId())
				.startBeforeActivity(to)
				.execute(true, true))
			.isTooLate(why);
	}

}
