package org.imprimatur.posts;

import java.util.UUID;

import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.PostApproval.Task;
import org.imprimatur.tasks.Fields;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.posts.Draft.JOINT_ACCOUNT;
import static org.imprimatur.posts.Draft.NEWS_ACCOUNT;
import static org.imprimatur.posts.Draft.aPost;
import static org.imprimatur.posts.PostAssert.assertThat;

@Policy("AUTHORISED")
@DisplayName("Only people who are authorised on an account propose, write, schedule and publish on it")
class AuthorisedTests extends PostsAtWork {

	@AfterEach
	void authoriseAgain() {
		this.stage.jdbc.sql("update account_authorisation set valid_until = :until where person = 'author2'")
			.param("until", java.sql.Timestamp.from(java.time.Instant.now().plus(java.time.Duration.ofDays(365))))
			.update();
	}

	@Test
	@DisplayName("Nobody may propose a post on another team's account, on none, or on accounts of several teams")
	void proposing() {
		this.author.tries((to) -> to.submits(aPost().on(NEWS_ACCOUNT)))
			.isAskedFor("accounts", "Choose an account that you are authorised to use");
		this.news.tries((to) -> to.drafts(aPost().on(JOINT_ACCOUNT))).isAskedFor("accounts", "authorised to use");
		this.objectsReviewer.tries((to) -> to.drafts(aPost())).isAskedFor("accounts", "authorised to use");
		this.administrator.tries((to) -> to.drafts(aPost())).isAskedFor("accounts", "authorised to use");
		this.author.tries((to) -> to.drafts(aPost().on("no-such-account"))).isAskedFor("accounts", "authorised");
		this.author.tries((to) -> to.drafts(aPost().without("accounts"))).isAskedFor("accounts", "Choose the account");
		this.author.tries((to) -> to.drafts(aPost().on(JOINT_ACCOUNT, NEWS_ACCOUNT)))
			.isAskedFor("accounts", "authorised to use");
	}

	@Test
	@DisplayName("Who leaves the authorised while a post is on its way may not write, schedule, publish or take it back")
	void runOut() {
		OnePost draft = this.author2.drafts(aPost());
		OnePost approved = approved(aPost());
		OnePost due = atItsSlot(aPost());
		this.stage.itIs("2026-11-24T15:01");
		authorisationEndsNow();
		this.author2.tries((to) -> to.submits(draft, aPost())).isRefused("not authorised to use the account Main X");
		this.author2.tries((to) -> to.schedules(approved, "2026-11-25T10:00")).isRefused("Digital Engagement Manager");
		this.author2.tries((to) -> to.publishes(due)).isRefused("not authorised to use the account Main X account");
		this.author2.tries((to) -> to.takesBack(due)).isRefused("authorised on the account");
		this.author2.tries((to) -> to.withdraws(due)).isRefused("authorised on the account");
		this.author2.tries((to) -> to.drafts(aPost())).isAskedFor("accounts", "authorised to use");
		String task = this.author2.open(due, Task.PUBLISH_POST);
		this.author2.triesPastTheDoor(() -> this.stage.tasks.claim(task, "author2")).isRefused("not authorised");
		this.author.publishes(due);
	}

	@Test
	@DisplayName("A proposal sent twice is one post")
	void twice() {
		String key = UUID.randomUUID().toString();
		Fields fields = aPost().with("decision", "SUBMIT").fields();
		OnePost first = this.author.proposes(fields, key);
		OnePost second = this.author.proposes(fields, key);
		assertThat(second).isEqualTo(first);
		assertThat(this.stage.posts.revisions(first.reference())).hasSize(1);
		assertThat(
				this.stage.runtime.createProcessInstanceQuery().processInstanceBusinessKey(first.reference()).count())
			.isEqualTo(1);
		assertThat(first).isAt(Task.CHECK_CHARITY_OBJECTS);
	}

	private void authorisationEndsNow() {
		this.stage.jdbc.sql("update account_authorisation set valid_until = :until where person = 'author2'")
			.param("until", java.sql.Timestamp.from(this.stage.now()))
			.update();
	}

}
