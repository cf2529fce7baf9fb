package org.imprimatur.posts;

import java.util.ArrayList;
import java.util.List;

import org.imprimatur.accounts.Owner;
import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.PostApproval.Ending;
import org.imprimatur.posts.PostApproval.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.posts.Draft.JOINT_ACCOUNT;
import static org.imprimatur.posts.Draft.TRUST_ACCOUNT;
import static org.imprimatur.posts.Draft.aPost;
import static org.imprimatur.posts.PostAssert.assertThat;

@Policy({ "APPROVED", "AUTHORISED" })
@DisplayName("An approved post may wait in the platform's own queue")
class PlatformQueueTests extends PostsAtWork {

	@AfterEach
	void authoriseAgain() {
		this.stage.jdbc.sql("update account_authorisation set valid_until = :until where person = 'author2'")
			.param("until", java.sql.Timestamp.from(java.time.Instant.now().plus(java.time.Duration.ofDays(365))))
			.update();
	}

	@Nested
	@DisplayName("Into the queue")
	class In {

		@Test
		@DisplayName("it goes once it is asked for, and its address is recorded after the slot")
		void goes() {
			OnePost post = scheduled(aPost());
			author2.asksForTheQueue(post);
			assertThat(post).isAt(Task.PUBLISH_POST, JOINT_ACCOUNT).dueBy("2026-11-24T16:00");
			author2.queues(post, JOINT_ACCOUNT, "2026-11-24T15:00");
			assertThat(post).isNowhere().hasOn(JOINT_ACCOUNT, Released.SCHEDULED_ON_PLATFORM);
			assertThat(stage.context.getBean(PostRecord.class).state(post.reference()))
				.isEqualTo("In the platform’s own queue on Main X account for 24 November 2026, 3pm.");
			post.timer("platform-released").isDue("2026-11-24T15:00").fires();
			assertThat(post).isAt(Task.PUBLISH_POST, JOINT_ACCOUNT).dueBy("2026-11-24T16:00");
			author2.tries((to) -> to.queues(post, JOINT_ACCOUNT, "2026-11-24T15:00"))
				.isAskedFor("decision", "The slot has come");
			author.publishes(post);
			assertThat(post).hasEnded(Ending.POST_PUBLISHED)
				.hasOn(JOINT_ACCOUNT, Released.SCHEDULED_ON_PLATFORM, Released.POSTED);
		}

		@Test
		@DisplayName("it may not go more than 48 hours ahead, unapproved, without a slot, or by others")
		void mayNot() {
			OnePost unapproved = author.submits(aPost());
			author2.tries((to) -> to.asksForTheQueue(unapproved)).isTooLate("Only a post that is approved");
			OnePost far = approved(aPost());
			author2.tries((to) -> to.asksForTheQueue(far)).isTooLate("Only a post that is approved");
			author.schedules(far, "2026-11-27T10:00");
			author2.tries((to) -> to.asksForTheQueue(far)).isTooLate("within the next 48 hours");
			OnePost post = scheduled(aPost());
			news.tries((to) -> to.asksForTheQueue(post)).isNotTheirs();
			objectsReviewer.tries((to) -> to.asksForTheQueue(post)).isRefused("of the team");
			author2.asksForTheQueue(post);
			objectsReviewer.tries((to) -> to.queues(post, JOINT_ACCOUNT, "2026-11-24T15:00")).isRefused("other people");
			author2.tries((to) -> to.queues(post, JOINT_ACCOUNT, "2026-11-24T16:00"))
				.isAskedFor("postedAt", "Enter the slot, 24 November 2026, 3pm");
			author2.tries((to) -> to.queues(post, JOINT_ACCOUNT, "2026-11-27T15:00"))
				.isAskedFor("postedAt", "within the next 48 hours");
			author2.tries((to) -> to.publishes(post)).isAskedFor("decision", "has not come");
			author2.tries((to) -> to.doesNotPost(post)).isAskedFor("decision", "has not come");
		}

		@Test
		@DisplayName("it may go on one account, and be posted by hand on the other at the slot")
		void onOneOfTwo() {
			OnePost post = scheduled(aPost().on(JOINT_ACCOUNT, TRUST_ACCOUNT));
			author2.asksForTheQueue(post).queues(post, JOINT_ACCOUNT, "2026-11-24T15:00");
			assertThat(post).isAt(Task.PUBLISH_POST, TRUST_ACCOUNT);
			post.timer("platform-released").fires();
			author2.publishes(post, TRUST_ACCOUNT).publishes(post, JOINT_ACCOUNT);
			assertThat(post).hasEnded(Ending.POST_PUBLISHED);
		}

		@Test
		@DisplayName("nobody who records what the platform released within the hour is asked about it again")
		void forgotten() {
			OnePost post = queued(aPost());
			post.timer("platform-released").fires();
			post.timer("slot-missed").isDue("2026-11-24T16:00").fires();
			List<WentOutAnyway> told = told(() -> {
				assertThat(post).isAt(Task.TAKE_OUT_OF_QUEUE, JOINT_ACCOUNT);
				author2.findsItOut(post, JOINT_ACCOUNT);
			});
			assertThat(post).hasEnded(Ending.POST_PUBLISHED);
			assertThat(told).isEmpty();
			assertThat(stage.posts.releases(post.reference()).get(1).postedAt()).isEqualTo("2026-11-24T15:00:00Z");
		}

	}

	@Nested
	@DisplayName("Out of the queue, within one hour,")
	class Out {

		@Test
		@DisplayName("it has to come when it is recalled, and ends only then")
		void recalled() {
			OnePost post = queued(aPost());
			approver.recalls(post);
			assertThat(post).isAt(Task.TAKE_OUT_OF_QUEUE, JOINT_ACCOUNT)
				.owedBy("digital-team")
				.dueBy("2026-11-24T11:02");
			approver.tries((to) -> to.recalls(post)).isTooLate("recalled already");
			author.tries((to) -> to.takesBack(post)).isTooLate("recalled already");
			objectsReviewer.tries((to) -> to.takesOut(post, JOINT_ACCOUNT)).isRefused("other people");
			administrator.tries((to) -> to.takesOut(post, JOINT_ACCOUNT)).isRefused("");
			author2.takesOut(post, JOINT_ACCOUNT);
			assertThat(post).hasEnded(Ending.POST_RECALLED_FROM_QUEUE)
				.hasOn(JOINT_ACCOUNT, Released.SCHEDULED_ON_PLATFORM, Released.NOT_POSTED);
			assertThat(stage.posts.releases(post.reference()).get(1).differences()).contains("It was recalled",
					"A fact in it turned out to be wrong");
		}

		@Test
		@DisplayName("it has to come when it is withdrawn, changed or moved, and goes on from there")
		void stopped() {
			OnePost withdrawn = queued(aPost());
			author.withdraws(withdrawn);
			author2.takesOut(withdrawn, JOINT_ACCOUNT);
			assertThat(withdrawn).hasEnded(Ending.POST_WITHDRAWN_FROM_QUEUE);
			stage.itIs("2026-11-24T10:00");
			OnePost changed = queued(aPost());
			author.takesBack(changed);
			author2.takesOut(changed, JOINT_ACCOUNT);
			assertThat(changed).isAt(Task.DRAFT_POST);
			author.submits(changed, aPost());
			assertThat(changed).waitsForItsSlot();
			stage.itIs("2026-11-24T10:00");
			OnePost moved = queued(aPost());
			author2.does(moved, Act.MOVE_SLOT, "publishAt", "2026-11-24T17:00", "reason", "The speech was put off.");
			author2.takesOut(moved, JOINT_ACCOUNT);
			assertThat(moved).waitsForItsSlot();
			moved.timer("slot-arrived").isDue("2026-11-24T17:00");
		}

		@Test
		@DisplayName("it has to come when the owner of the account changes, by somebody authorised on it")
		void ownerChanged() {
			OnePost post = queued(aPost());
			ownerBecomes(JOINT_ACCOUNT, Owner.TRUST);
			assertThat(post).isAt(Task.TAKE_OUT_OF_QUEUE, JOINT_ACCOUNT).dueBy("2026-11-24T11:01");
			post.timer("take-out-of-queue").isDue("2026-11-24T11:01").fires();
			assertThat(stage.reminders.of(post.reference())).hasSize(1);
			stage.jdbc
				.sql("update account_authorisation set valid_until = :now where person = 'author2' and account = :on")
				.param("now", java.sql.Timestamp.from(stage.now()))
				.param("on", JOINT_ACCOUNT)
				.update();
			author2.tries((to) -> to.takesOut(post, JOINT_ACCOUNT))
				.isRefused("not authorised to use the account Main X");
			author.takesOut(post, JOINT_ACCOUNT);
			assertThat(post).isAt(Task.CHECK_CHARITY_OBJECTS);
		}

		@Test
		@DisplayName("one task for each account that waits in a queue, and none for the others")
		void each() {
			OnePost post = scheduled(aPost().on(JOINT_ACCOUNT, TRUST_ACCOUNT));
			author2.asksForTheQueue(post)
				.queues(post, JOINT_ACCOUNT, "2026-11-24T15:00")
				.queues(post, TRUST_ACCOUNT, "2026-11-24T15:00");
			approver.recalls(post);
			assertThat(post).isAt(Task.TAKE_OUT_OF_QUEUE, JOINT_ACCOUNT, TRUST_ACCOUNT);
			List<WentOutAnyway> told = told(
					() -> author2.takesOut(post, TRUST_ACCOUNT).findsItOut(post, JOINT_ACCOUNT));
			assertThat(post).hasEnded(Ending.POST_PUBLISHED)
				.hasOn(JOINT_ACCOUNT, Released.SCHEDULED_ON_PLATFORM, Released.POSTED)
				.hasOn(TRUST_ACCOUNT, Released.SCHEDULED_ON_PLATFORM, Released.NOT_POSTED);
			assertThat(told).singleElement().satisfies((out) -> {
				assertThat(out.reference()).isEqualTo(post.reference());
				assertThat(out.account()).isEqualTo(JOINT_ACCOUNT);
				assertThat(out.because()).contains("It was recalled", "turned out to be wrong");
				assertThat(out.person()).isEqualTo("author2");
			});
			assertThat(stage.corrections.openOn(post.reference(), JOINT_ACCOUNT)).isPresent();
		}

		@Test
		@DisplayName("it may not be said to be out without its address, or taken out with one")
		void incomplete() {
			OnePost post = waitingAt(Task.TAKE_OUT_OF_QUEUE);
			says(post, "decision", "ALREADY_OUT").isAskedFor("postedUrl", "Enter the address");
			says(post, "decision", "TAKEN_OUT", "postedUrl", "https://x.example/1").isAskedFor("decision",
					"Already out");
			says(post, "decision", "ALREADY_OUT", "postedUrl", "https://x.example/1", "postedAt", "2026-11-24T12:00")
				.isAskedFor("postedAt", "has not come yet");
			says(post).isAskedFor("decision", "Choose whether the post is taken out");
		}

		private Attempt says(OnePost post, String... fields) {
			return author2.tries((to) -> to.completes(post, Task.TAKE_OUT_OF_QUEUE, fields));
		}

	}

	/** What is published for whoever decides what follows. */
	private List<WentOutAnyway> told(Runnable work) {
		List<WentOutAnyway> told = new ArrayList<>();
		var events = this.context.getBean(ApplicationEventMulticaster.class);
		ApplicationListener<ApplicationEvent> all = (event) -> {
			if (event instanceof PayloadApplicationEvent<?> payload
					&& payload.getPayload() instanceof WentOutAnyway out) {
				told.add(out);
			}
		};
		events.addApplicationListener(all);
		try {
			work.run();
		}
		finally {
			events.removeApplicationListener(all);
		}
		return told;
	}

}
