package org.imprimatur.posts;

import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.PostApproval.Task;
import org.imprimatur.security.Door;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import static org.imprimatur.posts.Draft.aPost;
import static org.imprimatur.posts.PostAssert.assertThat;

@Policy({ "APPROVED", "OBJECTS" })
@DisplayName("Who wrote any of a post judges none of it")
class FourEyesTests extends PostsAtWork {

	private static final String AUTHOR = "someone other than the author";

	@Nested
	@DisplayName("An approver who proposed the post")
	class ApproverAsAuthor {

		@Test
		@DisplayName("may not sign it, by whatever door")
		void mayNotSign() {
			OnePost post = approver.submits(aPost());
			objectsReviewer.findsAligned(post);
			mayNotSignOff(approver, post);
			approver2.approves(post);
			assertThat(post).isAt(Task.SCHEDULE_POST);
		}

		@Test
		@DisplayName("may not sign it either after somebody else has finished the draft")
		void proposedOnly() {
			OnePost post = approver.drafts(aPost());
			post.timer("draft-unattended").fires();
			author.submits(post, aPost());
			objectsReviewer.findsAligned(post);
			mayNotSignOff(approver, post);
		}

	}

	@Nested
	@DisplayName("An approver who saved one version among several")
	class ApproverOfAVersion {

		@Test
		@DisplayName("may not sign any later one")
		void mayNotSignALaterVersion() {
			OnePost post = author.submits(aPost());
			approver.takesBack(post).submits(post, aPost().saying("Forty people came home this week."));
			author.takesBack(post).submits(post, aPost().saying("Forty-two people came home this week."));
			objectsReviewer.findsAligned(post);
			mayNotSignOff(approver, post);
			approver2.approves(post);
			assertThat(post).isAt(Task.SCHEDULE_POST);
		}

		@Test
		@DisplayName("is told at sign-off that the earlier signature is void, though not a word has changed")
		void ownSignatureIsVoid() {
			OnePost post = scheduled(aPost());
			approver.takesBack(post).submits(post, aPost());
			assertThat(post).isAt(Task.SIGN_OFF_POST).hasAnObjectsDecision(true).hasASignOff(false);
			mayNotSignOff(approver, post);
		}

	}

	@Nested
	@DisplayName("An objects reviewer")
	class Reviewer {

		@Test
		@DisplayName("who wrote the post may not find it aligned")
		void asAuthor() {
			OnePost post = approver2.submits(aPost());
			mayNotCheck(approver2, post, AUTHOR);
			approver2.tries((to) -> to.finds(post, ObjectsFinding.NOT_ALIGNED)).isRefused(AUTHOR);
			objectsReviewer.findsAligned(post);
			assertThat(post).isAt(Task.SIGN_OFF_POST);
		}

		@Test
		@DisplayName("who checked the post may not sign it, though a member of both groups")
		void asApprover() {
			OnePost post = author.submits(aPost());
			approver2.findsAligned(post);
			approver2.tries((to) -> to.approves(post)).isRefused("You have checked this post against the Charity's");
			pastTheDoor(approver2, post, Task.SIGN_OFF_POST, "You have checked this post");
			approver.approves(post);
			assertThat(post).isAt(Task.SCHEDULE_POST);
		}

		@Test
		@DisplayName("who asked for changes may not sign what came of it")
		void afterChanges() {
			OnePost post = author.submits(aPost());
			approver2.finds(post, ObjectsFinding.CHANGES_NEEDED);
			author.submits(post, aPost().saying("Forty people came home."));
			objectsReviewer.findsAligned(post);
			approver2.tries((to) -> to.approves(post)).isRefused("somebody else has to sign it off");
		}

		@Test
		@DisplayName("who signed the post may not check it afterwards")
		void afterSigning() {
			OnePost post = author.submits(aPost());
			objectsReviewer.findsAligned(post);
			approver2.approves(post);
			author.takesBack(post).submits(post, aPost().saying("Forty people came home."));
			mayNotCheck(approver2, post, "You have decided on the sign-off");
			objectsReviewer2.findsAligned(post);
			assertThat(post).isAt(Task.SIGN_OFF_POST);
		}

	}

	@Nested
	@DisplayName("People whom the rules do not name")
	class Others {

		@Test
		@DisplayName("neither check, sign, schedule nor publish")
		void mayNot() {
			OnePost post = author.submits(aPost());
			author.tries((to) -> to.findsAligned(post)).isRefused("This task is for other people");
			approver.tries((to) -> to.findsAligned(post)).isRefused("This task is for other people");
			news.tries((to) -> to.findsAligned(post)).isNotTheirs();
			administrator.tries((to) -> to.findsAligned(post)).isRefused("This task is for other people");
			objectsReviewer.findsAligned(post);
			author2.tries((to) -> to.approves(post)).isRefused("This task is for other people");
			objectsReviewer2.tries((to) -> to.approves(post)).isRefused("This task is for other people");
			headOfCommunications.tries((to) -> to.approves(post)).isRefused("This task is for other people");
			stage.actor("news-lead").tries((to) -> to.approves(post)).isNotTheirs();
			approver.approves(post);
			objectsReviewer.tries((to) -> to.schedules(post, "2026-11-24T15:00")).isRefused("for other people");
			administrator.tries((to) -> to.schedules(post, "2026-11-24T15:00")).isRefused("for other people");
		}

		@Test
		@DisplayName("do not decide as administrators, though they have put themselves into the group")
		void administrators() {
			OnePost post = author.submits(aPost());
			Door.through(() -> stage.identity.createMembership("admin", "charity-objects-reviewers"));
			try {
				stage.actor("admin").tries((to) -> to.findsAligned(post)).isRefused("Administrators do no tasks");
				String task = objectsReviewer.open(post, Task.CHECK_CHARITY_OBJECTS);
				administrator.triesPastTheDoor(() -> stage.tasks.claim(task, "admin"))
					.isRefused("Administrators do no tasks");
			}
			finally {
				Door.through(() -> stage.identity.deleteMembership("admin", "charity-objects-reviewers"));
			}
		}

		@Test
		@DisplayName("do not decide what somebody has taken, until it is handed back")
		void taken() {
			OnePost post = author.submits(aPost());
			objectsReviewer.claims(post, Task.CHECK_CHARITY_OBJECTS);
			assertThat(post).owedBy("objects");
			objectsReviewer2.tries((to) -> to.findsAligned(post)).isTooLate("is doing this task");
			String task = objectsReviewer.open(post, Task.CHECK_CHARITY_OBJECTS);
			objectsReviewer2.triesPastTheDoor(() -> stage.tasks.claim(task, "objects2")).isTooLate("has taken");
			objectsReviewer2.triesPastTheDoor(() -> stage.tasks.setAssignee(task, null)).isTooLate("hand it back");
		}

	}

	private void mayNotSignOff(Actor actor, OnePost post) {
		actor.tries((to) -> to.approves(post)).isRefused(AUTHOR);
		actor.tries((to) -> to.answers(post, SignOff.REJECTED)).isRefused(AUTHOR);
		pastTheDoor(actor, post, Task.SIGN_OFF_POST, AUTHOR);
	}

	private void mayNotCheck(Actor actor, OnePost post, String why) {
		actor.tries((to) -> to.findsAligned(post)).isRefused(why);
		pastTheDoor(actor, post, Task.CHECK_CHARITY_OBJECTS, why);
	}

	/**
	 * Claim, assignment and completion, by the person, by somebody else and by an
	 * administrator.
	 */
	private void pastTheDoor(Actor actor, OnePost post, Task task, String why) {
		String id = actor.open(post, task);
		String login = actor.login();
		actor.tries((to) -> to.claims(post, task)).isRefused(why);
		actor.triesPastTheDoor(() -> this.stage.tasks.claim(id, login)).isRefused(why);
		actor.triesPastTheDoor(() -> this.stage.tasks.setAssignee(id, login)).isRefused(why);
		this.author2.triesPastTheDoor(() -> this.stage.tasks.claim(id, login)).isRefused("for yourself only");
		this.administrator.triesPastTheDoor(() -> this.stage.tasks.setAssignee(id, login)).isRefused(why);
		actor.triesPastTheDoor(() -> this.stage.tasks.complete(id)).isTooLate("Complete this task at /tasks/" + id);
	}

}
