package org.imprimatur.posts;

import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.PostApproval.Ending;
import org.imprimatur.posts.PostApproval.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.imprimatur.posts.Draft.aPost;
import static org.imprimatur.posts.PostAssert.assertThat;

@Policy("APPROVED")
@DisplayName("A post ends")
class EndingsTests extends PostsAtWork {

	@Test
	@DisplayName("published, with what differs from what was approved on the record")
	void withADifference() {
		OnePost post = atItsSlot(aPost());
		this.author2.publishesWithDifference(post);
		assertThat(post).hasEnded(Ending.POST_PUBLISHED)
			.wentLast("release-summed-up", "out-with-difference", "post-went-out-review", "review-not-needed");
	}

	@Test
	@DisplayName("rejected by an approver, and goes nowhere after it")
	void rejected() {
		OnePost post = waitingAt(Task.SIGN_OFF_POST);
		this.approver.answers(post, SignOff.REJECTED);
		assertThat(post).hasEnded(Ending.POST_REJECTED).wentLast("signed-off", "approved-rejected");
		this.author.tries((to) -> to.takesBack(post)).isTooLate("has ended: rejected");
		this.author.tries((to) -> to.withdraws(post)).isTooLate("has ended: rejected");
	}

	@Test
	@Policy("OBJECTS")
	@DisplayName("rejected where it does not serve the Charity's objects; nobody is asked to sign it")
	void notAligned() {
		OnePost post = waitingAt(Task.CHECK_CHARITY_OBJECTS);
		this.objectsReviewer.finds(post, ObjectsFinding.NOT_ALIGNED);
		assertThat(post).hasEnded(Ending.POST_REJECTED)
			.wentLast("one-person-no", "objects-checked", "aligned-no")
			.wentThrough("standing-none", 0);
	}

	@Test
	@DisplayName("withdrawn by its author instead of submitting it")
	void givenUp() {
		OnePost post = this.author.drafts(aPost());
		this.author.givesUp(post);
		assertThat(post).hasEnded(Ending.POST_WITHDRAWN)
			.went("post-proposed-draft", "draft-again-draft", "draft-decided", "submitted-withdrawn");
	}

	@Test
	@DisplayName("withdrawn by the channel team instead of scheduling it")
	void withdrawnAtScheduling() {
		OnePost post = approved(aPost());
		this.author2.declinesToSchedule(post, Scheduling.WITHDRAW);
		assertThat(post).hasEnded(Ending.POST_WITHDRAWN).wentLast("schedule-decided", "scheduled-withdrawn");
	}

	@Nested
	@DisplayName("withdrawn on request")
	class Withdrawn {

		@ParameterizedTest
		@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = { "TAKE_OUT_OF_QUEUE", "REVIEW_URGENT_POST" })
		@DisplayName("from whatever task it waits at")
		void fromEachTask(Task at) {
			OnePost post = waitingAt(at);
			author.withdraws(post);
			assertThat(post).hasEnded(Ending.POST_WITHDRAWN_ON_REQUEST).wentLast("withdrawal-received-taken");
		}

		@Test
		@DisplayName("while it waits for its slot, and the slot then passes without a word")
		void fromTheSlot() {
			OnePost post = scheduled(aPost());
			author.withdraws(post);
			assertThat(post).hasEnded(Ending.POST_WITHDRAWN_ON_REQUEST);
			post.timer("slot-arrived").doesNotRun();
		}

		@Test
		@DisplayName("never by somebody outside the team, and by a colleague only with a reason")
		void mayNot() {
			OnePost post = waitingAt(Task.SIGN_OFF_POST);
			news.tries((to) -> to.withdraws(post)).isNotTheirs();
			objectsReviewer.tries((to) -> to.withdraws(post)).isRefused("people of the team");
			administrator.tries((to) -> to.withdraws(post)).isRefused("people of the team");
			author2.tries((to) -> to.does(post, Act.WITHDRAW)).isAskedFor("reason", "Enter why the post is withdrawn");
		}

	}

	@Nested
	@DisplayName("recalled before it is out")
	class Recalled {

		@ParameterizedTest
		@EnumSource(names = { "SCHEDULE_POST", "PUBLISH_POST" })
		@DisplayName("by somebody who signs, from whatever task it waits at")
		void fromEachTask(Task at) {
			OnePost post = waitingAt(at);
			approver.recalls(post);
			assertThat(post).hasEnded(Ending.POST_RECALLED).wentLast("recall-received-taken");
		}

		@Test
		@DisplayName("by the Head of Communications while it waits for its slot")
		void fromTheSlot() {
			OnePost post = scheduled(aPost());
			headOfCommunications.recalls(post);
			assertThat(post).hasEnded(Ending.POST_RECALLED);
			post.timer("slot-arrived").doesNotRun();
		}

		@Test
		@DisplayName("never by its author, without a reason, before it is approved or after it has ended")
		void mayNot() {
			OnePost unsigned = waitingAt(Task.SIGN_OFF_POST);
			approver.tries((to) -> to.recalls(unsigned)).isTooLate("not approved");
			OnePost post = scheduled(aPost());
			author.tries((to) -> to.recalls(post)).isRefused("check and sign");
			approver.tries((to) -> to.does(post, Act.RECALL)).isAskedFor("reason", "Enter why the post is recalled");
			approver.recalls(post);
			approver.tries((to) -> to.recalls(post)).isTooLate("has ended: recalled");
		}

	}

}
