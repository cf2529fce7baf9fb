package org.imprimatur.posts;

import org.imprimatur.accounts.Owner;
import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.PostApproval.Ending;
import org.imprimatur.posts.PostApproval.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.posts.Draft.JOINT_ACCOUNT;
import static org.imprimatur.posts.Draft.NEWS_ACCOUNT;
import static org.imprimatur.posts.Draft.SECTION_ACCOUNT;
import static org.imprimatur.posts.Draft.TRUST_ACCOUNT;
import static org.imprimatur.posts.Draft.aPost;
import static org.imprimatur.posts.PostAssert.assertThat;

@Policy({ "APPROVED", "OBJECTS", "AUTHORISED" })
@DisplayName("One post goes to several accounts of one team")
class SeveralAccountsTests extends PostsAtWork {

	private static Draft onBoth() {
		return aPost().on(JOINT_ACCOUNT, TRUST_ACCOUNT)
			.sayingOn(TRUST_ACCOUNT, "At length: forty-one people came home.");
	}

	@AfterEach
	void authoriseAgain() {
		this.stage.jdbc.sql("update account_authorisation set valid_until = :until where person = 'author2'")
			.param("until", java.sql.Timestamp.from(java.time.Instant.now().plus(java.time.Duration.ofDays(365))))
			.update();
		this.stage.jdbc.sql("delete from account_authorisation where person = 'author' and account = 'news-x'")
			.update();
	}

	@Nested
	@DisplayName("The accounts")
	class Accounts {

		@Test
		@DisplayName("may not be of two teams")
		void oneTeam() {
			headOfTwoTeams();
			author.tries((to) -> to.submits(aPost().on(JOINT_ACCOUNT, NEWS_ACCOUNT)))
				.isAskedFor("accounts", "For the account of another team copy the post.");
			author.tries((to) -> to.submits(aPost().on(JOINT_ACCOUNT, "leeds-facebook")))
				.isAskedFor("accounts", "authorised to use");
		}

		private void headOfTwoTeams() {
			stage.jdbc.sql("insert into account_authorisation (account, person, valid_until) values (?, 'author', ?)")
				.params(NEWS_ACCOUNT, java.sql.Timestamp.from(stage.now().plusSeconds(60)))
				.update();
		}

		@Test
		@DisplayName("take the strictest rule of all: one that the Trust holds sends the post to the objects check")
		void strictest() {
			assertThat(author.submits(aPost().on(SECTION_ACCOUNT))).isAt(Task.SIGN_OFF_POST);
			OnePost both = author.submits(aPost().on(SECTION_ACCOUNT, TRUST_ACCOUNT));
			assertThat(both).isAt(Task.CHECK_CHARITY_OBJECTS);
			author.tries((to) -> to.submits(aPost().on(JOINT_ACCOUNT, "unknown-tiktok")))
				.isAskedFor("", "TikTok account cannot be used now");
		}

		@Test
		@DisplayName("may be fewer in the next version: every decision stands, whatever text the other one had")
		void takenAway() {
			OnePost post = scheduled(onBoth());
			author.takesBack(post).submitsOnItsAccounts(post, onBoth().on(JOINT_ACCOUNT));
			assertThat(post).waitsForItsSlot().hasAnObjectsDecision(true).hasASignOff(true);
			post.timer("slot-arrived").fires();
			assertThat(post).isAt(Task.PUBLISH_POST, JOINT_ACCOUNT);
			stage.itIs("2026-11-24T10:00");
			OnePost other = scheduled(onBoth());
			author.takesBack(other).submitsOnItsAccounts(other, onBoth().on(TRUST_ACCOUNT));
			assertThat(other).waitsForItsSlot();
			assertThat(stage.context.getBean(PostOnAccounts.class).views(other.row()))
				.extracting(PostOnAccounts.View::text)
				.containsExactly("At length: forty-one people came home.");
		}

		@Test
		@DisplayName("may not be more without new decisions, even at an account taken away before")
		void added() {
			OnePost post = scheduled(aPost());
			author.takesBack(post).submitsOnItsAccounts(post, aPost().on(JOINT_ACCOUNT, TRUST_ACCOUNT));
			assertThat(post).isAt(Task.CHECK_CHARITY_OBJECTS).hasAnObjectsDecision(false).hasASignOff(false);
			objectsReviewer.findsAligned(post);
			approver.approves(post);
			assertThat(post).waitsForItsSlot();
			author.takesBack(post)
				.tries((to) -> to.submitsOnItsAccounts(post, aPost().on(JOINT_ACCOUNT, NEWS_ACCOUNT)))
				.isAskedFor("accounts", "authorised to use");
			author.tries((to) -> to.submitsOnItsAccounts(post, aPost().with("accounts", "")))
				.isAskedFor("accounts", "Choose the account to post on");
		}

		@Test
		@DisplayName("may each have another text only with both decisions made on it")
		void anotherText() {
			OnePost post = scheduled(onBoth());
			author.takesBack(post).submits(post, onBoth().sayingOn(TRUST_ACCOUNT, "Shorter."));
			assertThat(post).isAt(Task.CHECK_CHARITY_OBJECTS).hasAnObjectsDecision(false).hasASignOff(false);
		}

	}

	@Nested
	@DisplayName("The release")
	class Release {

		@Test
		@DisplayName("is one task and one record for each account, and says which")
		void each() {
			OnePost post = atItsSlot(onBoth());
			assertThat(post).isAt(Task.PUBLISH_POST, JOINT_ACCOUNT, TRUST_ACCOUNT);
			assertThat(stage.tasks.createTaskQuery().processInstanceId(post.caseId()).list())
				.extracting(org.camunda.bpm.engine.task.Task::getName)
				.containsExactlyInAnyOrder("Publish the post on Main X account",
						"Publish the post on Trust LinkedIn page");
			author2.publishes(post, JOINT_ACCOUNT);
			assertThat(post).isAt(Task.PUBLISH_POST, TRUST_ACCOUNT);
			author.publishes(post, TRUST_ACCOUNT);
			assertThat(post).hasEnded(Ending.POST_PUBLISHED)
				.hasOn(JOINT_ACCOUNT, Released.POSTED)
				.hasOn(TRUST_ACCOUNT, Released.POSTED);
		}

		@Test
		@DisplayName("may not be recorded by somebody who is not authorised on that very account")
		void authorised() {
			OnePost post = atItsSlot(onBoth());
			stage.jdbc
				.sql("update account_authorisation set valid_until = :until where person = 'author2' and account = :on")
				.param("until", java.sql.Timestamp.from(stage.now()))
				.param("on", TRUST_ACCOUNT)
				.update();
			author2.tries((to) -> to.publishes(post, TRUST_ACCOUNT))
				.isRefused("not authorised to use the account Trust LinkedIn page");
			String task = author2.open(post, Task.PUBLISH_POST, TRUST_ACCOUNT);
			author2.triesPastTheDoor(() -> stage.tasks.claim(task, "author2")).isRefused("not authorised");
			author2.publishes(post, JOINT_ACCOUNT);
			assertThat(post).isAt(Task.PUBLISH_POST, TRUST_ACCOUNT);
		}

		@Test
		@DisplayName("that fails on one account leaves the post published, and the record says so for each")
		void inPart() {
			OnePost post = atItsSlot(onBoth());
			author.doesNotPost(post, TRUST_ACCOUNT).publishes(post, JOINT_ACCOUNT);
			assertThat(post).hasEnded(Ending.POST_PUBLISHED).hasOn(TRUST_ACCOUNT, Released.NOT_POSTED);
			assertThat(stage.context.getBean(PostRecord.class).state(post.reference()))
				.endsWith("Not out on Trust LinkedIn page.");
		}

		@Test
		@DisplayName("that fails on every account goes back to scheduling, without a slot")
		void nowhere() {
			OnePost post = atItsSlot(onBoth());
			author.doesNotPost(post, TRUST_ACCOUNT).doesNotPost(post, JOINT_ACCOUNT);
			assertThat(post).isAt(Task.SCHEDULE_POST).wentLast("out-not-posted", "slot-needed-schedule");
			assertThat(stage.posts.slot(post.reference())).isEmpty();
			author.schedules(post, "2026-11-24T15:00");
			assertThat(post).isAt(Task.PUBLISH_POST, JOINT_ACCOUNT, TRUST_ACCOUNT);
		}

		@Test
		@DisplayName("on one account stays when the post is changed: only the others come again, decided anew")
		void changed() {
			OnePost post = atItsSlot(onBoth());
			author2.publishes(post, JOINT_ACCOUNT);
			author.takesBack(post).submits(post, onBoth().sayingOn(TRUST_ACCOUNT, "Mended."));
			assertThat(post).isAt(Task.CHECK_CHARITY_OBJECTS);
			objectsReviewer.findsAligned(post);
			approver.approves(post);
			assertThat(post).isAt(Task.PUBLISH_POST, TRUST_ACCOUNT);
			assertThat(stage.context.getBean(PostOnAccounts.class).view(post.row(), JOINT_ACCOUNT).text())
				.isEqualTo("Forty-one people came home this week because you wrote.");
			author2.publishes(post, TRUST_ACCOUNT);
			assertThat(post).hasEnded(Ending.POST_PUBLISHED).hasOn(JOINT_ACCOUNT, Released.POSTED);
		}

		@Test
		@DisplayName("may not be recorded twice for one account, whatever brought a second task about")
		void twice() {
			OnePost post = atItsSlot(onBoth());
			stage.as(stage.person("admin"), () -> {
				stage.runtime.createProcessInstanceModification(post.caseId())
					.startBeforeActivity("verify-approval")
					.execute();
				return null;
			});
			assertThat(post).isAt(Task.PUBLISH_POST, JOINT_ACCOUNT, TRUST_ACCOUNT, JOINT_ACCOUNT, TRUST_ACCOUNT);
			author2.publishes(post, JOINT_ACCOUNT);
			author2.tries((to) -> to.publishes(post, JOINT_ACCOUNT)).isTooLate("is recorded already");
		}

		@Test
		@DisplayName("may not begin on no account, or on another one, by an administrator's hand")
		void byHand() {
			OnePost post = scheduled(onBoth());
			stage.itIs("2026-11-24T15:01");
			administrator
				.triesPastTheDoor(() -> stage.runtime.createProcessInstanceModification(post.caseId())
					.startBeforeActivity(Task.PUBLISH_POST.id())
					.execute())
				.isTooLate("A release is on one account of the post");
		}

		@Test
		@DisplayName("on one account makes a post published, though the rest is withdrawn, recalled or expires")
		void theRestStopped() {
			OnePost withdrawn = outOnOne();
			author.withdraws(withdrawn);
			assertThat(withdrawn).hasEnded(Ending.POST_PUBLISHED)
				.wentLast("release-summed-up", "out-as-approved", "post-went-out-review", "review-not-needed");
			OnePost recalled = outOnOne();
			approver.recalls(recalled);
			assertThat(recalled).hasEnded(Ending.POST_PUBLISHED);
			OnePost expired = outOnOne();
			expired.timer("slot-missed").fires();
			assertThat(expired).isAt(Task.SCHEDULE_POST);
			expired.timer("slot-expired").fires();
			assertThat(expired).hasEnded(Ending.POST_PUBLISHED).hasOn(TRUST_ACCOUNT);
			OnePost drafting = outOnOne();
			author.takesBack(drafting).withdraws(drafting);
			assertThat(drafting).hasEnded(Ending.POST_PUBLISHED);
		}

		@Test
		@DisplayName("goes on alone where the owner of what is out changes, and is checked again where its own does")
		void owners() {
			OnePost post = outOnOne();
			ownerBecomes(JOINT_ACCOUNT, Owner.TRUST);
			assertThat(post).isAt(Task.PUBLISH_POST, TRUST_ACCOUNT);
			ownerBecomes(TRUST_ACCOUNT, Owner.JOINT);
			assertThat(post).isAt(Task.CHECK_CHARITY_OBJECTS).hasASignOff(true);
		}

		private OnePost outOnOne() {
			stage.itIs("2026-11-24T10:00");
			OnePost post = atItsSlot(onBoth());
			author2.publishes(post, JOINT_ACCOUNT);
			return post;
		}

	}

}
