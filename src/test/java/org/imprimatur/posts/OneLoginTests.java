package org.imprimatur.posts;

import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.PostApproval.Ending;
import org.imprimatur.posts.PostApproval.Task;
import org.imprimatur.security.Door;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.posts.Draft.aPost;
import static org.imprimatur.posts.PostAssert.assertThat;

@Policy("ONE-LOGIN")
@DisplayName("The platform cannot say who posted, so the record does")
class OneLoginTests extends PostsAtWork {

	@Nested
	@DisplayName("A release")
	class Releases {

		@Test
		@DisplayName("names who posted, where, when and which version")
		void recorded() {
			OnePost post = atItsSlot(aPost());
			author2.publishes(post);
			assertThat(stage.posts.releases(post.reference())).singleElement().satisfies((release) -> {
				assertThat(release.recordedBy()).isEqualTo("author2");
				assertThat(release.account()).isEqualTo("main-x");
				assertThat(release.revision()).isEqualTo(1);
				assertThat(release.postedUrl()).isEqualTo("https://x.example/demo_charity/1");
				assertThat(release.postedAt()).isEqualTo("2026-11-24T15:00:00Z");
			});
		}

		@Test
		@DisplayName("may not be recorded without its address, what differs, or why there was none")
		void incomplete() {
			OnePost post = atItsSlot(aPost());
			says(post, "decision", "POSTED").isAskedFor("postedUrl", "Enter the address of the post on the platform");
			says(post, "decision", "POSTED", "postedUrl", "my feed").isAskedFor("postedUrl", "full web address");
			says(post, "decision", "POSTED_WITH_DIFFERENCE", "postedUrl", "https://x.example/1")
				.isAskedFor("differences", "Enter what differs");
			says(post, "decision", "POSTED", "postedUrl", "https://x.example/1", "differences", "The link.")
				.isAskedFor("decision", "Choose “Posted with a difference”");
			says(post, "decision", "NOT_POSTED").isAskedFor("differences", "Enter why the post was not posted");
			says(post).isAskedFor("decision", "Choose what happened on the account");
		}

		@Test
		@DisplayName("may not lie in the future, or before the sign-off")
		void impossibleTimes() {
			OnePost post = author.submits(aPost());
			objectsReviewer.findsAligned(post);
			stage.itIs("2026-11-24T11:00");
			approver.approves(post);
			author.schedules(post, "2026-11-24T15:00");
			post.timer("slot-arrived").fires();
			postedAt(post, "2026-11-24T15:02").isAskedFor("postedAt", "has not come yet");
			postedAt(post, "2026-11-24T10:30").isAskedFor("postedAt",
					"Enter a time after the sign-off on 24 November 2026, 11am");
			postedAt(post, "three").isAskedFor("postedAt", "Enter a date and time");
		}

		private Attempt postedAt(OnePost post, String time) {
			return says(post, "decision", "POSTED", "postedUrl", "https://x.example/1", "postedAt", time);
		}

		private Attempt says(OnePost post, String... fields) {
			return author2.tries((to) -> to.completes(post, Task.PUBLISH_POST, fields));
		}

	}

	@Nested
	@DisplayName("Every act")
	class Acts {

		@Test
		@DisplayName("stands in the engine's own log under the name of who did it")
		void inTheLog() {
			OnePost post = atItsSlot(aPost());
			author2.publishes(post);
			assertThat(stage.history.createUserOperationLogQuery()
				.processInstanceId(post.caseId())
				.operationType(UserOperationLogEntry.OPERATION_TYPE_COMPLETE)
				.list()).extracting(UserOperationLogEntry::getUserId)
				.containsExactlyInAnyOrder("author", "objects", "approver", "author", "author2");
		}

		@Test
		@DisplayName("may not be done by nobody, though with the door open")
		void byNobody() {
			OnePost post = author.submits(aPost());
			String task = author.open(post, Task.CHECK_CHARITY_OBJECTS);
			Attempt.at(stage, () -> Door.through(() -> stage.tasks.complete(task)))
				.isRefused("Nobody is signed in, and a task is completed by a person");
		}

		@Test
		@DisplayName("may not be done past the task's own page, by whoever may do the task")
		void pastThePage() {
			OnePost post = atItsSlot(aPost());
			author2.claims(post, Task.PUBLISH_POST);
			String task = author2.open(post, Task.PUBLISH_POST);
			author2.triesPastTheDoor(() -> stage.tasks.complete(task))
				.isTooLate("Complete this task at /tasks/" + task);
			author2.triesPastTheDoor(() -> stage.tasks.resolveTask(task)).isTooLate("Complete this task at /tasks/");
			author2.triesPastTheDoor(() -> stage.tasks.handleBpmnError(task, "any"))
				.isTooLate("ends by a decision only");
			administrator.triesPastTheDoor(() -> stage.tasks.complete(task)).isTooLate("Complete this task at");
			author2.publishes(post);
			assertThat(post).hasEnded(Ending.POST_PUBLISHED);
		}

		@Test
		@DisplayName("may not be said for somebody else, or written into the case by hand")
		void byHand() {
			OnePost post = author.submits(aPost());
			String task = author.open(post, Task.CHECK_CHARITY_OBJECTS);
			objectsReviewer
				.triesPastTheDoor(() -> stage.runtime.setVariable(post.caseId(), "checkCharityObjects", "ALIGNED"))
				.isTooLate("written by its tasks only");
			objectsReviewer.triesPastTheDoor(() -> stage.tasks.setVariable(task, "signOffPost", "APPROVED"))
				.isTooLate("written by its tasks only");
			administrator.triesPastTheDoor(() -> stage.runtime.setVariable(post.caseId(), "whatNext", "PUBLISH"))
				.isTooLate("written by its tasks only");
			author
				.triesPastTheDoor(() -> stage.runtime.createMessageCorrelation("post-changed")
					.processInstanceId(post.caseId())
					.correlate())
				.isTooLate("from the item's own page only");
			author.triesPastTheDoor(() -> stage.runtime.startProcessInstanceByKey("post-approval", "POST-2026-999999"))
				.isTooLate("Start this at /start/post-approval");
		}

	}

}
