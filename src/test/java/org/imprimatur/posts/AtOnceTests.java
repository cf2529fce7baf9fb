package org.imprimatur.posts;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.posts.PostApproval.Task;
import org.imprimatur.tasks.Fields;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;

import org.springframework.dao.ConcurrencyFailureException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.posts.Draft.aPost;
import static org.imprimatur.posts.PostAssert.assertThat;

@Policy({ "APPROVED", "ONE-LOGIN" })
@DisplayName("Of two people at the same moment one wins, and the other is told")
class AtOnceTests extends PostsAtWork {

	private static final Fields APPROVAL = Fields.none()
		.with("decision", "APPROVED")
		.with("confirmations", List.of("ACCURATE", "GROUNDED"));

	@RepeatedTest(3)
	@DisplayName("two approvers: one decision, one step")
	void twoApprovers() throws Exception {
		OnePost post = waitingAt(Task.SIGN_OFF_POST);
		String task = this.approver.open(post, Task.SIGN_OFF_POST);
		List<RuntimeException> failures = atOnce(() -> this.approver.completes(task, APPROVAL), () -> this.approver2
			.completes(task, Fields.none().with("decision", "REJECTED").with("reason", "It can be misread.")));
		assertThat(failures).hasSize(1).allSatisfy(AtOnceTests::wasTold);
		assertThat(this.stage.posts.decisions(post.reference())).extracting(PostDecision::task)
			.containsExactly(Task.CHECK_CHARITY_OBJECTS.id(), Task.SIGN_OFF_POST.id());
		assertThat(post).wentThrough("signed-off", 1);
	}

	@RepeatedTest(3)
	@DisplayName("the same person twice, by a doubled click: one release")
	void doubledClick() throws Exception {
		OnePost post = waitingAt(Task.PUBLISH_POST);
		String task = this.author2.open(post, Task.PUBLISH_POST);
		Fields fields = Fields.none().with("decision", "POSTED").with("postedUrl", "https://x.example/demo/1");
		List<RuntimeException> failures = atOnce(() -> this.author2.completes(task, fields),
				() -> this.author2.completes(task, fields));
		assertThat(failures).hasSize(1).allSatisfy(AtOnceTests::wasTold);
		assertThat(this.stage.posts.releases(post.reference())).hasSize(1);
		assertThat(post).hasEnded(PostApproval.Ending.POST_PUBLISHED).wentThrough("out-as-approved", 1);
	}

	@RepeatedTest(3)
	@DisplayName("a sign-off and a withdrawal: the post is signed or withdrawn, never both half")
	void signOffAndWithdrawal() throws Exception {
		OnePost post = waitingAt(Task.SIGN_OFF_POST);
		String task = this.approver.open(post, Task.SIGN_OFF_POST);
		List<RuntimeException> failures = atOnce(() -> this.approver.completes(task, APPROVAL),
				() -> this.author.does(post, Act.WITHDRAW, "reason", "Overtaken."));
		assertThat(failures).allSatisfy(AtOnceTests::wasTold);
		assertThat(post).hasEnded(PostApproval.Ending.POST_WITHDRAWN_ON_REQUEST);
		assertThat(this.stage.posts.lastDecision(post.reference(), Task.SIGN_OFF_POST).isPresent())
			.isEqualTo(failures.isEmpty());
	}

	@RepeatedTest(3)
	@DisplayName("one proposal sent twice: one post, and both are told its reference")
	void oneProposalTwice() throws Exception {
		String key = UUID.randomUUID().toString();
		Fields fields = aPost().with("decision", "SUBMIT").fields();
		long before = this.stage.rows().get("post");
		List<OnePost> made = new ArrayList<>();
		Callable<Object> proposal = () -> {
			OnePost post = this.author.proposes(fields, key);
			synchronized (made) {
				made.add(post);
			}
			return post;
		};
		assertThat(atOnce(proposal, proposal)).isEmpty();
		assertThat(made).hasSize(2);
		assertThat(made.get(0)).isEqualTo(made.get(1))
			.satisfies((post) -> assertThat(post).isAt(Task.CHECK_CHARITY_OBJECTS));
		assertThat(this.stage.rows().get("post")).isEqualTo(before + 1);
	}

	@RepeatedTest(3)
	@DisplayName("two different proposals: two posts with references of their own")
	void twoProposals() throws Exception {
		List<RuntimeException> failures = atOnce(() -> this.author.submits(aPost()),
				() -> this.author2.submits(aPost().saying("Another post altogether.")));
		assertThat(failures).isEmpty();
		assertThat(this.stage.posted).extracting(OnePost::reference).doesNotHaveDuplicates().hasSize(2);
	}

	static void wasTold(RuntimeException failure) {
		assertThat(failure).isInstanceOfAny(Refusal.class, OptimisticLockingException.class,
				ConcurrencyFailureException.class);
		if (failure instanceof Refusal refusal) {
			assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
		}
	}

	/** What failed when both were done at the same moment. */
	static List<RuntimeException> atOnce(Callable<?> one, Callable<?> other) throws Exception {
		ExecutorService two = Executors.newFixedThreadPool(2);
		CountDownLatch ready = new CountDownLatch(2);
		try {
			List<Future<RuntimeException>> both = new ArrayList<>();
			for (Callable<?> act : List.of(one, other)) {
				both.add(two.submit(() -> {
					ready.countDown();
					assertThat(ready.await(20, TimeUnit.SECONDS)).isTrue();
					try {
						act.call();
						return null;
					}
					catch (RuntimeException ex) {
						return ex;
					}
				}));
			}
			List<RuntimeException> failures = new ArrayList<>();
			for (Future<RuntimeException> each : both) {
				RuntimeException failure = each.get(60, TimeUnit.SECONDS);
				if (failure != null) {
					failures.add(failure);
				}
			}
			return failures;
		}
		finally {
			two.shutdownNow();
		}
	}

}
