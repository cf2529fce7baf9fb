package org.imprimatur.posts;

import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.PostApproval.Ending;
import org.imprimatur.posts.PostApproval.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.imprimatur.posts.Draft.SECTION_ACCOUNT;
import static org.imprimatur.posts.Draft.TRUST_ACCOUNT;
import static org.imprimatur.posts.Draft.aPost;
import static org.imprimatur.posts.PostAssert.assertThat;

@Policy("APPROVED")
@DisplayName("A post takes the way that was agreed")
class RoutesTests extends PostsAtWork {

	@Test
	@DisplayName("on an account the Trust holds: draft, objects, sign-off, slot, release")
	void theWholeWay() {
		OnePost post = given(this.author).drafts(aPost().on(TRUST_ACCOUNT));
		assertThat(post).isAt(Task.DRAFT_POST).owedBy("author").dueBy("2026-11-26T10:00");
		this.author.submits(post, aPost().on(TRUST_ACCOUNT));
		assertThat(post).isAt(Task.CHECK_CHARITY_OBJECTS).owedBy("charity-objects-reviewers").dueBy("2026-11-24T14:00");
		this.objectsReviewer.findsAligned(post);
		assertThat(post).isAt(Task.SIGN_OFF_POST).owedBy("digital-team-approvers").dueBy("2026-11-24T14:00");
		this.approver.approves(post);
		assertThat(post).isAt(Task.SCHEDULE_POST).owedBy("digital-team").dueBy("2026-11-25T10:00");
		this.author2.schedules(post, "2026-11-24T15:00");
		assertThat(post).waitsForItsSlot();
		post.timer("slot-arrived").isDue("2026-11-24T15:00").fires();
		assertThat(post).isAt(Task.PUBLISH_POST).owedBy("digital-team").dueBy("2026-11-24T16:00");
		this.author2.publishes(post);
		assertThat(post).hasEnded(Ending.POST_PUBLISHED)
			.went("post-proposed-draft", "draft-again-draft", "draft-decided", "submitted-yes",
					"facts-needed-establish", "facts-established", "objects-check-decided", "route-decided",
					"objects-check-required", "one-person-no", "objects-checked", "aligned-yes",
					"route-needed-standing", "standing-none", "signing-full", "signed-off", "approved-yes",
					"approval-to-verify-verify", "approval-verified", "needs-a-slot", "slot-needed-schedule",
					"schedule-decided", "scheduled-yes", "approval-to-verify-verify", "approval-verified",
					"needs-its-slot", "slot-arrived-verify", "approval-to-verify-verify", "approval-verified",
					"needs-publishing", "account-due-asked", "publishing-asked-again", "post-publishing-told",
					"left-to-platform-no", "releases-told", "release-summed-up", "out-as-approved",
					"post-went-out-review", "review-not-needed");
	}

	@Test
	@DisplayName("on an account the Section alone holds: nobody is asked about the Charity's objects")
	void withoutAnObjectsCheck() {
		OnePost post = this.author.submits(aPost().on(SECTION_ACCOUNT));
		assertThat(post).isAt(Task.SIGN_OFF_POST)
			.went("post-proposed-draft", "draft-again-draft", "draft-decided", "submitted-yes",
					"facts-needed-establish", "facts-established", "objects-check-decided", "route-decided",
					"objects-check-not-required", "route-needed-standing", "standing-none", "signing-full");
		this.approver.approves(post).schedules(post, "2026-11-24T15:00");
		assertThat(post).waitsForItsSlot().wentThrough("objects-check-required", 0);
	}

	@Test
	@DisplayName("back to its author where the objects reviewer asks for changes, and once more to the reviewer")
	void changesNeeded() {
		OnePost post = this.author.submits(aPost());
		this.objectsReviewer.finds(post, ObjectsFinding.CHANGES_NEEDED);
		assertThat(post).isAt(Task.DRAFT_POST)
			.owedBy("author")
			.dueBy("2026-11-26T10:00")
			.wentLast("objects-checked", "aligned-changes-needed", "draft-again-draft");
		this.author.submits(post, aPost().saying("Forty-one people came home this week."));
		assertThat(post).isAt(Task.CHECK_CHARITY_OBJECTS).wentThrough("objects-check-required", 2);
	}

	@Test
	@DisplayName("back to the reviewer even if the author changes nothing of what was to change")
	void changesNotMade() {
		OnePost post = this.author.submits(aPost());
		this.objectsReviewer.finds(post, ObjectsFinding.CHANGES_NEEDED);
		this.author.submits(post, aPost());
		assertThat(post).isAt(Task.CHECK_CHARITY_OBJECTS);
	}

	@Test
	@DisplayName("back to its author where the approver asks for changes; the objects decision stands for the same content")
	void changesRequested() {
		OnePost post = this.author.submits(aPost());
		this.objectsReviewer.findsAligned(post);
		this.approver.answers(post, SignOff.CHANGES_REQUESTED);
		assertThat(post).isAt(Task.DRAFT_POST)
			.owedBy("author")
			.wentLast("signed-off", "approved-changes-requested", "draft-again-draft");
		this.author.submits(post, aPost().groundedIn(Grounding.RESEARCH, "Report EUR 45/0001/2026"));
		assertThat(post).isAt(Task.SIGN_OFF_POST)
			.wentLast("draft-decided", "submitted-yes", "facts-needed-establish", "facts-established",
					"objects-check-decided", "route-decided", "objects-check-not-required", "route-needed-standing",
					"standing-none", "signing-full");
	}

	@Test
	@DisplayName("back to its author where the channel team finds at scheduling that it has to change")
	void changeAtScheduling() {
		OnePost post = approved(aPost());
		this.author2.declinesToSchedule(post, Scheduling.CHANGE);
		assertThat(post).isAt(Task.DRAFT_POST)
			.owedBy("author")
			.wentLast("schedule-decided", "scheduled-change", "draft-again-draft");
	}

	@ParameterizedTest
	@EnumSource(names = { "CHECK_CHARITY_OBJECTS", "SIGN_OFF_POST", "SCHEDULE_POST", "PUBLISH_POST" })
	@DisplayName("back to whoever takes it back, from wherever it waits")
	void takenBack(Task at) {
		OnePost post = waitingAt(at);
		this.author2.takesBack(post);
		assertThat(post).isAt(Task.DRAFT_POST)
			.owedBy("author2")
			.wentLast("approval-to-verify-verify", "approval-verified", "needs-another-draft", "draft-again-draft");
	}

	@Test
	@DisplayName("back to whoever takes it back while it waits for its slot")
	void takenBackFromTheSlot() {
		OnePost post = scheduled(aPost());
		this.author.takesBack(post);
		assertThat(post).isAt(Task.DRAFT_POST)
			.owedBy("author")
			.wentLast("needs-its-slot", "post-change-verify", "approval-to-verify-verify", "approval-verified",
					"needs-another-draft", "draft-again-draft");
	}

	@Test
	@DisplayName("not back to the draft for people outside the team, or while it is being drafted")
	void mayNotBeTakenBack() {
		OnePost post = this.author.drafts(aPost());
		this.author.tries((to) -> to.takesBack(post)).isTooLate("being drafted already");
		this.author.submits(post, aPost());
		this.news.tries((to) -> to.takesBack(post)).isNotTheirs();
		this.objectsReviewer.tries((to) -> to.takesBack(post)).isRefused("authorised on the account");
		this.author2.tries((to) -> to.does(post, Act.CHANGE)).isAskedFor("reason", "Enter why the post has to change");
	}

	@Test
	@DisplayName("to scheduling again where it could not be posted, with its decisions standing and the reason kept")
	void notPosted() {
		OnePost post = atItsSlot(aPost());
		this.author2.doesNotPost(post);
		assertThat(post).isAt(Task.SCHEDULE_POST)
			.hasAnObjectsDecision(true)
			.hasASignOff(true)
			.wentLast("release-summed-up", "out-not-posted", "slot-needed-schedule");
		this.author.schedules(post, "2026-11-24T17:00");
		assertThat(post).waitsForItsSlot();
		post.timer("slot-arrived").isDue("2026-11-24T17:00");
	}

}
