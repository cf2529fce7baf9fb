package org.imprimatur.posts;

import org.imprimatur.deadlines.Reminder;
import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.PostApproval.Ending;
import org.imprimatur.posts.PostApproval.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.posts.Draft.aPost;
import static org.imprimatur.posts.PostAssert.assertThat;

@Policy("APPROVED")
@DisplayName("Each step of a post has its time")
class DeadlinesOfPostsTests extends PostsAtWork {

	@Nested
	@DisplayName("A check or a signature")
	class Decisions {

		@Test
		@DisplayName("has four working hours, over the night if need be")
		void fourWorkingHours() {
			stage.itIs("2026-11-27T16:00");
			OnePost post = author.submits(aPost());
			assertThat(post).isAt(Task.CHECK_CHARITY_OBJECTS).dueBy("2026-11-30T11:30");
			stage.itIs("2026-11-30T16:30");
			objectsReviewer.findsAligned(post);
			assertThat(post).isAt(Task.SIGN_OFF_POST).dueBy("2026-12-01T12:00");
		}

		@Test
		@DisplayName("has half the time to the slot where that is less")
		void halfTheTimeToTheSlot() {
			OnePost post = author.submits(aPost().askingFor("2026-11-24T12:00"));
			assertThat(post).isAt(Task.CHECK_CHARITY_OBJECTS).dueBy("2026-11-24T11:00");
			stage.itIs("2026-11-24T11:30");
			objectsReviewer.findsAligned(post);
			assertThat(post).isAt(Task.SIGN_OFF_POST).dueBy("2026-11-24T11:45");
		}

		@Test
		@DisplayName("has half the time to the slot also where the draft was submitted later than it was proposed")
		void halfTheTimeToTheSlotOfALaterDraft() {
			OnePost post = author.drafts(aPost());
			author.submits(post, aPost().askingFor("2026-11-24T12:00"));
			assertThat(post).isAt(Task.CHECK_CHARITY_OBJECTS).dueBy("2026-11-24T11:00");
			objectsReviewer.finds(post, ObjectsFinding.CHANGES_NEEDED);
			author.submits(post, aPost().askingFor("2026-11-24T11:00"));
			assertThat(post).isAt(Task.CHECK_CHARITY_OBJECTS).dueBy("2026-11-24T10:30");
			objectsReviewer.finds(post, ObjectsFinding.CHANGES_NEEDED);
			author.submits(post, aPost());
			assertThat(post).isAt(Task.CHECK_CHARITY_OBJECTS).dueBy("2026-11-24T14:00");
		}

		@Test
		@DisplayName("has thirty minutes for breaking news, by the clock and not by the working day")
		void breakingNews() {
			stage.itIs("2026-11-28T22:00");
			OnePost post = author.submits(aPost().breaking());
			assertThat(post).isAt(Task.CHECK_AND_SIGN_OFF).dueBy("2026-11-28T22:30");
			post.timer("second-person-missed").isDue("2026-11-28T22:30").fires();
			assertThat(post).isAt(Task.CHECK_CHARITY_OBJECTS).dueBy("2026-11-28T23:00");
			objectsReviewer.findsAligned(post);
			assertThat(post).isAt(Task.SIGN_OFF_POST).dueBy("2026-11-28T23:00");
		}

		@Test
		@DisplayName("is never hurried as breaking news without a reason")
		void breakingWithoutAReason() {
			author.tries((to) -> to.submits(aPost().breaking().without("urgencyReason")))
				.isAskedFor("urgencyReason", "Enter why this cannot wait");
		}

	}

	@Nested
	@DisplayName("Who has not decided in time")
	class Overdue {

		@Test
		@DisplayName("is reminded once, and finds the task first in the list; it is still theirs to decide")
		void reminded() {
			OnePost post = author.submits(aPost());
			String task = objectsReviewer.open(post, Task.CHECK_CHARITY_OBJECTS);
			assertThat(priority(task)).isLessThan(80);
			post.timer("check-charity-objects").isDue("2026-11-24T14:00").fires();
			assertThat(priority(task)).isEqualTo(80);
			assertThat(stage.reminders.of(post.reference())).containsExactly(new Reminder(post.reference(), task,
					Task.CHECK_CHARITY_OBJECTS.id(), stage.now(), stage.now(), "charity-objects-reviewers"));
			post.timer("check-charity-objects").doesNotRun();
			assertThat(post).isAt(Task.CHECK_CHARITY_OBJECTS);
			objectsReviewer.findsAligned(post);
			assertThat(post).isAt(Task.SIGN_OFF_POST);
		}

		@Test
		@DisplayName("is reminded at each of the four steps that others wait for")
		void eachStep() {
			for (Task task : Task.values()) {
				if (task != Task.DRAFT_POST) {
					stage.itIs("2026-11-24T10:00");
					OnePost post = waitingAt(task);
					post.timer(task.id()).fires();
					assertThat(stage.reminders.of(post.reference())).extracting(Reminder::task)
						.containsExactly(task.id());
				}
			}
		}

		private int priority(String task) {
			return stage.tasks.createTaskQuery().taskId(task).singleResult().getPriority();
		}

	}

	@Nested
	@DisplayName("A draft that its author leaves for two working days")
	class Unattended {

		@Test
		@DisplayName("is offered to the team, whose member may finish it and is then an author as well")
		void offered() {
			stage.itIs("2026-11-26T10:00");
			OnePost post = author.drafts(aPost());
			approver.tries((to) -> to.submits(post, aPost())).isRefused("is doing this task");
			post.timer("draft-unattended").isDue("2026-11-30T10:00").fires();
			assertThat(post).isAt(Task.DRAFT_POST)
				.owedBy("digital-team")
				.wentLast("draft-unattended-offer", "draft-offer-made");
			news.tries((to) -> to.submits(post, aPost())).isNotTheirs();
			approver.submits(post, aPost());
			objectsReviewer.findsAligned(post);
			approver.tries((to) -> to.approves(post)).isRefused("someone other than the author");
			approver2.approves(post);
			assertThat(post).isAt(Task.SCHEDULE_POST);
		}

	}

	@Nested
	@DisplayName("A slot")
	class Slots {

		@Test
		@DisplayName("that is missed by an hour never publishes itself: the post goes to scheduling, its decisions stand")
		void missed() {
			OnePost post = atItsSlot(aPost());
			post.timer("slot-missed").isDue("2026-11-24T16:00").fires();
			assertThat(post).isAt(Task.SCHEDULE_POST)
				.owedBy("digital-team")
				.hasAnObjectsDecision(true)
				.hasASignOff(true)
				.wentLast("slot-missed-verify", "approval-to-verify-verify", "approval-verified", "needs-a-slot",
						"slot-needed-schedule");
			author.schedules(post, "2026-11-24T17:00");
			assertThat(post).waitsForItsSlot().wentThrough("objects-checked", 1).wentThrough("signed-off", 1);
		}

		@Test
		@DisplayName("that nobody renews for three working days ends the post")
		void expired() {
			stage.itIs("2026-11-26T11:00");
			OnePost post = approved(aPost());
			post.timer("slot-expired").isDue("2026-12-01T11:00").fires();
			assertThat(post).hasEnded(Ending.POST_EXPIRED).wentLast("slot-needed-schedule", "slot-expired-end");
		}

		@Test
		@DisplayName("that came and went while nobody looked is not published late")
		void overslept() {
			OnePost post = scheduled(aPost());
			stage.itIs("2026-11-24T16:01");
			stage.management.executeJob(stage.management.createJobQuery()
				.processInstanceId(post.caseId())
				.activityId("slot-arrived")
				.singleResult()
				.getId());
			assertThat(post).isAt(Task.SCHEDULE_POST)
				.wentThrough("needs-publishing", 0)
				.wentLast("slot-arrived-verify", "approval-to-verify-verify", "approval-verified", "needs-a-slot",
						"slot-needed-schedule");
		}

		@Test
		@DisplayName("may not lie in the past, a year away or in the hour the clocks skip")
		void mayNot() {
			OnePost post = approved(aPost());
			author.tries((to) -> to.schedules(post, "2026-11-24T09:00"))
				.isAskedFor("publishAt", "24 November 2026, 9am has passed. Enter a later time.");
			author.tries((to) -> to.schedules(post, "2027-12-24T09:00"))
				.isAskedFor("publishAt", "within the next year");
			author.tries((to) -> to.schedules(post, "2027-03-28T01:30")).isAskedFor("publishAt", "Enter 2am or later");
			author.tries((to) -> to.schedules(post, "")).isAskedFor("publishAt", "Enter when the post is to go out");
			author.tries((to) -> to.schedules(post, "tomorrow"))
				.isAskedFor("publishAt", "Enter a date and time such as");
		}

		@Test
		@DisplayName("may be set to the hour that comes twice, and is then the first of the two")
		void theHourThatComesTwice() {
			stage.itIs("2026-10-23T10:00");
			OnePost post = approved(aPost());
			author.schedules(post, "2026-10-25T01:30");
			assertThat(stage.posts.slot(post.reference()).orElseThrow().publishAt()).isEqualTo("2026-10-25T00:30:00Z");
		}

	}

}
