package org.imprimatur.posts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.posts.PostApproval.Ending;
import org.imprimatur.posts.PostApproval.Task;
import org.imprimatur.tasks.HomeNews;
import org.imprimatur.security.StepGuard;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.imprimatur.posts.Draft.SECTION_ACCOUNT;
import static org.imprimatur.posts.Draft.aPost;
import static org.imprimatur.posts.PostAssert.assertThat;

@Policy({ "APPROVED", "OBJECTS" })
@DisplayName("Breaking news is told at once, decided in half an hour and looked at again")
class BreakingNewsTests extends PostsAtWork {

	@Autowired
	BreakingNews news;

	@Autowired
	UrgentPosts urgent;

	@Autowired
	PublishedGuard guard;

	@Test
	@DisplayName("Everybody who may check or sign it is told once, but not its author; a banner stands until it is decided")
	void told() {
		OnePost post = this.approver.submits(aPost().breaking());
		assertThat(this.news.told(post.reference(), 1)).containsExactly("approver2", "objects", "objects2");
		assertThat(banner("objects")).extracting(HomeNews.News::why)
			.containsExactly("The hearing begins in two hours.");
		assertThat(banner("approver2")).hasSize(1);
		assertThat(banner("approver")).isEmpty();
		assertThat(banner("author")).isEmpty();
		post.timer("second-person-missed").fires();
		assertThat(this.news.told(post.reference(), 1)).containsExactly("approver2", "objects", "objects2");
		assertThat(banner("objects")).hasSize(1);
		assertThatThrownBy(() -> this.stage.jdbc.sql("update breaking_notice set person = 'x'").update())
			.isInstanceOf(DataAccessException.class);
		OnePost other = this.author.submits(aPost());
		assertThat(this.news.told(other.reference(), 1)).isEmpty();
		this.objectsReviewer.findsAligned(post);
		this.approver2.approves(post);
		assertThat(banner("objects")).isEmpty();
	}

	@Test
	@DisplayName("It stands first in every list from the beginning")
	void first() {
		OnePost post = this.author.submits(aPost().breaking());
		assertThat(priority(post)).isEqualTo(90);
		assertThat(priority(this.author.submits(aPost()))).isEqualTo(50);
	}

	@Test
	@DisplayName("One person who may do both decides it; without a time asked for it goes out at once")
	void byOne() {
		OnePost post = this.author.submits(aPost().breaking());
		assertThat(post).isAt(Task.CHECK_AND_SIGN_OFF).owedBy("approver2").dueBy("2026-11-24T10:30");
		this.approver2.approvesBoth(post);
		assertThat(post).isAt(Task.PUBLISH_POST);
	}

	@Test
	@DisplayName("After half an hour those who may do one of the two are asked, and nobody looks at it again")
	void byTwo() {
		OnePost post = this.author.submits(aPost().breaking());
		post.timer("second-person-missed").isDue("2026-11-24T10:30").fires();
		assertThat(post).isAt(Task.CHECK_CHARITY_OBJECTS).dueBy("2026-11-24T11:00");
		this.objectsReviewer.findsAligned(post);
		this.approver.approves(post).schedules(post, "2026-11-24T10:31");
		post.timer("slot-arrived").fires();
		this.author.publishes(post);
		assertThat(post).hasEnded(Ending.POST_PUBLISHED);
		assertThat(urgentPost(post).decidedByOne()).isNull();
	}

	@Test
	@DisplayName("A third person looks at what one decided the next working day, and nobody who had a part in it")
	void lookedAtAgain() {
		OnePost post = decidedByOne();
		assertThat(post).isAt(Task.REVIEW_URGENT_POST).owedBy("charity-objects-reviewers").dueBy("2026-11-25T10:00");
		this.approver2.tries((to) -> to.reviews(post, UrgentReview.FINE)).isRefused("You have decided about this post");
		this.author.tries((to) -> to.reviews(post, UrgentReview.FINE)).isRefused("This task is for other people");
		this.approver.tries((to) -> to.reviews(post, UrgentReview.FINE)).isRefused("This task is for other people");
		String task = this.objectsReviewer.open(post, Task.REVIEW_URGENT_POST);
		this.approver2.triesPastTheDoor(() -> this.stage.tasks.claim(task, "approver2")).isRefused("You have decided");
		this.administrator.triesPastTheDoor(() -> this.stage.tasks.setAssignee(task, "approver2"))
			.isRefused("You have decided");
		assertThat(urgentPost(post).isUnreviewed()).isTrue();
		assertThatThrownBy(() -> this.guard.check(new StepGuard.At(post.reference(), post.caseId(), (name) -> null)))
			.isInstanceOf(Refusal.class)
			.hasMessageContaining("a third has to look");
		this.author.tries((to) -> to.withdraws(post)).isTooLate("is out already");
		this.objectsReviewer
			.tries((to) -> to.completes(post, Task.REVIEW_URGENT_POST, "decision", "CORRECT", "reason", ""))
			.isAskedFor("reason", "Enter what has to be corrected");
		this.objectsReviewer.completes(post, Task.REVIEW_URGENT_POST, "decision", "FINE");
		assertThat(post).hasEnded(Ending.POST_PUBLISHED)
			.wentLast("out-as-approved", "post-went-out-review", "review-is-needed", "urgent-post-reviewed");
		UrgentPosts.UrgentPost row = urgentPost(post);
		assertThat(row.decidedByOne()).isEqualTo("approver2");
		assertThat(row.review()).isEqualTo(UrgentReview.FINE);
		assertThat(row.reviewedBy()).isEqualTo("objects");
		assertThat(row.because()).isEqualTo("The hearing begins in two hours.");
	}

	@Test
	@DisplayName("A fault that the look finds is told to whatever corrects posts, with its reason")
	void fault() {
		List<ReviewFoundFault> heard = new ArrayList<>();
		ConfigurableApplicationContext context = (ConfigurableApplicationContext) this.context;
		ApplicationListener<ApplicationEvent> all = (event) -> {
			if (event instanceof PayloadApplicationEvent<?> payload
					&& payload.getPayload() instanceof ReviewFoundFault fault) {
				heard.add(fault);
			}
		};
		context.addApplicationListener(all);
		try {
			OnePost post = waitingAt(Task.REVIEW_URGENT_POST);
			this.objectsReviewer.reviews(post, UrgentReview.REMOVE);
			assertThat(heard).containsExactly(new ReviewFoundFault(post.reference(), UrgentReview.REMOVE,
					"The name of the town is wrong.", "objects"));
			assertThat(post).hasEnded(Ending.POST_PUBLISHED);
			assertThat(this.stage.corrections.openOn(post.reference(), Draft.JOINT_ACCOUNT)).isPresent();
		}
		finally {
			context.removeApplicationListener(all);
		}
	}

	@Test
	@DisplayName("What the Section alone holds is signed by one as ever, and looked at again all the same")
	void onASectionAccount() {
		OnePost post = this.author.submits(aPost().on(SECTION_ACCOUNT).breaking());
		assertThat(post).isAt(Task.CHECK_AND_SIGN_OFF).owedBy("approver", "approver2");
		this.approver.approvesBoth(post);
		this.author.publishes(post);
		assertThat(post).isAt(Task.REVIEW_URGENT_POST);
	}

	private OnePost decidedByOne() {
		OnePost post = this.author.submits(aPost().breaking());
		this.approver2.approvesBoth(post);
		this.author.publishes(post);
		return post;
	}

	private List<HomeNews.News> banner(String login) {
		return this.stage.as(this.stage.person(login), () -> this.news.newsFor(this.stage.person(login)))
			.stream()
			.filter((one) -> this.stage.posted.stream().anyMatch((post) -> one.address().endsWith(post.reference())))
			.toList();
	}

	private UrgentPosts.UrgentPost urgentPost(OnePost post) {
		return this.urgent.since(Instant.EPOCH)
			.stream()
			.filter((one) -> one.reference().equals(post.reference()))
			.findFirst()
			.orElseThrow();
	}

	private int priority(OnePost post) {
		return this.stage.tasks.createTaskQuery().processInstanceId(post.caseId()).singleResult().getPriority();
	}

}
