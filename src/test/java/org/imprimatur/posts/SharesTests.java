package org.imprimatur.posts;

import java.util.Map;

import org.imprimatur.accounts.AccountRegister;
import org.imprimatur.accounts.AccountViews;
import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.PostApproval.Ending;
import org.imprimatur.posts.PostApproval.Task;
import org.imprimatur.tasks.AbsenceActs;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.TakingOver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.posts.Draft.COMMUNITY_ACCOUNT;
import static org.imprimatur.posts.Draft.JOINT_ACCOUNT;
import static org.imprimatur.posts.Draft.aLike;
import static org.imprimatur.posts.Draft.aPartnersShare;
import static org.imprimatur.posts.Draft.aShare;
import static org.imprimatur.posts.PostAssert.assertThat;

@Policy("SHARE")
@DisplayName("A share is released by the channel manager of the account")
class SharesTests extends PostsAtWork {

	@Autowired
	AccountRegister register;

	@Autowired
	AccountViews views;

	@AfterEach
	void theRegisterIsAsItWas() {
		managerBecomes("approver");
		this.stage.jdbc
			.sql("update account_authorisation set valid_until = timestamp '2031-01-01 00:00:00' where "
					+ "account = 'main-x' and person = 'approver'")
			.update();
	}

	@Test
	@DisplayName("who is given the task, and nobody else of the team may take, claim or do it")
	void theManager() {
		OnePost post = share();
		assertThat(post).isAt(Task.PUBLISH_POST).owedBy("approver");
		this.author2.tries((to) -> to.releases(post)).isRefused("released by Megan Fairclough, its channel manager");
		this.approver2.tries((to) -> to.releases(post)).isRefused("Ask them to release it");
		String task = this.author2.open(post, Task.PUBLISH_POST);
		this.author2.triesPastTheDoor(() -> this.stage.tasks.claim(task, "author2")).isRefused("released by Megan");
		this.administrator.triesPastTheDoor(() -> this.stage.tasks.setAssignee(task, "author2"))
			.isRefused("released by Megan");
		this.approver.handsBack(post, Task.PUBLISH_POST);
		this.author2.tries((to) -> to.claims(post, Task.PUBLISH_POST)).isRefused("released by Megan");
		this.author2.triesPastTheDoor(() -> this.stage.tasks.claim(task, "author2")).isRefused("released by Megan");
		this.approver.releases(post);
		assertThat(post).hasEnded(Ending.POST_PUBLISHED);
		assertThat(this.stage.posts.releases(post.reference())).extracting(PostRelease::recordedBy)
			.containsExactly("approver");
	}

	@Test
	@DisplayName("who may have written it, since somebody else has checked and signed it")
	void theManagerWroteIt() {
		OnePost post = this.approver.submits(aPartnersShare());
		this.approver.tries((to) -> to.approvesBoth(post)).isRefused("for other people");
		this.approver2.approvesBoth(post);
		assertThat(post).owedBy("approver");
		this.approver.releases(post);
		assertThat(post).hasEnded(Ending.POST_PUBLISHED);
	}

	@Test
	@DisplayName("or by their deputy while they are away, who is told why; others of the team still may not")
	void theDeputy() {
		enters("approver", "approver2");
		OnePost post = share();
		assertThat(post).isAt(Task.PUBLISH_POST).owedBy("approver2");
		this.author2.tries((to) -> to.releases(post)).isRefused("is released by Tobias Lindley");
		assertThat(because(this.approver2, post))
			.contains("Megan Fairclough, the channel manager of Main X account, is away until 25 November 2026, so "
					+ "Tobias Lindley, who acts for them, releases it.");
		this.approver2.releases(post);
		assertThat(post).hasEnded(Ending.POST_PUBLISHED);
	}

	@Test
	@DisplayName("which the deputy takes over where the manager goes away later, and nobody else")
	void theDeputyTakesOver() {
		OnePost post = share();
		enters("approver", "approver2");
		Attempt.at(this.stage, () -> takesOver("author2", post)).isRefused("is released by Tobias Lindley");
		takesOver("approver2", post);
		this.approver2.releases(post);
		assertThat(post).hasEnded(Ending.POST_PUBLISHED);
	}

	@Test
	@DisplayName("or by the team where nobody acts for them, and the gap is on the record of the post")
	void nobodyActs() {
		enters("approver", "");
		OnePost post = share();
		assertThat(post).owedBy("digital-team");
		assertThat(because(this.author2, post)).contains("nobody is named to act for them",
				"anybody of its team who may use the account");
		assertThat(this.stage.context.getBean(PostRecord.class).happened(post.reference()))
			.anySatisfy((one) -> assertThat(one.title()).startsWith("The channel manager is not there"));
		this.stage.actor("objects").tries((to) -> to.releases(post)).isRefused("other people");
		this.author2.releases(post);
		assertThat(post).hasEnded(Ending.POST_PUBLISHED);
	}

	@Test
	@DisplayName("or by the team where none is named, and the page of the account says so")
	void nobodyIsNamed() {
		managerBecomes("");
		OnePost post = share();
		assertThat(post).owedBy("digital-team");
		assertThat(because(this.author2, post)).contains("Nobody is named as channel manager of Main X account.",
				"Name one at /accounts/main-x.");
		assertThat(warnings()).contains("Nobody is named as channel manager");
		this.author2.releases(post);
		assertThat(post).hasEnded(Ending.POST_PUBLISHED);
	}

	@Test
	@DisplayName("or by the team where the manager may not use the account any more, and both pages say so")
	void notAuthorised() {
		this.stage.jdbc
			.sql("update account_authorisation set valid_until = timestamp '2020-01-01 00:00:00' where "
					+ "account = 'main-x' and person = 'approver'")
			.update();
		OnePost post = share();
		assertThat(post).owedBy("digital-team");
		assertThat(because(this.author2, post))
			.contains("Megan Fairclough, the channel manager of Main X account, is not authorised to use it.");
		assertThat(warnings()).contains("Megan Fairclough, the channel manager, is not authorised");
		this.approver.tries((to) -> to.releases(post)).isRefused("not authorised to use the account");
		this.author2.releases(post);
		assertThat(post).hasEnded(Ending.POST_PUBLISHED);
	}

	@Test
	@DisplayName("and asked of the new one as soon as the register names another")
	void anotherManager() {
		OnePost post = share();
		managerBecomes("author2");
		assertThat(post).isAt(Task.PUBLISH_POST).owedBy("author2");
		this.approver.tries((to) -> to.releases(post)).isRefused("released by Callum Hargreaves, its channel manager");
		this.author2.releases(post);
		assertThat(post).hasEnded(Ending.POST_PUBLISHED);
	}

	@Test
	@DisplayName("of a community by a member of it, and what is no share by anybody of the team")
	void others() {
		OnePost like = this.author.submits(aLike());
		this.approver2.approvesBoth(like);
		assertThat(like).isAt(Task.PUBLISH_POST).owedBy("digital-team");
		OnePost post = this.stage.actor("activist").submits(aShare().on(COMMUNITY_ACCOUNT));
		this.stage.actor("activist-lead2").approves(post);
		this.stage.actor("activist").schedules(post, "2026-11-24T15:00");
		post.timer("slot-arrived").fires();
		assertThat(post).owedBy("activist-lead");
		this.stage.actor("activist").tries((to) -> to.releases(post)).isRefused("released by Naomi Crowther");
	}

	private OnePost share() {
		OnePost post = this.author.submits(aPartnersShare());
		this.approver2.approvesBoth(post);
		return post;
	}

	private String because(Actor actor, OnePost post) {
		return this.stage.door
			.asked(this.stage.door.find(actor.open(post, Task.PUBLISH_POST), this.stage.person(actor.login())))
			.because();
	}

	private String warnings() {
		return String.join(" ", this.views.warnings(this.stage.accounts.find(JOINT_ACCOUNT).orElseThrow()));
	}

	private void enters(String login, String deputy) {
		Map<String, String> typed = Map.of("from", "2026-11-24", "until", "2026-11-25", "deputy", deputy);
		Fields fields = Fields.none();
		for (Map.Entry<String, String> one : typed.entrySet()) {
			fields = fields.with(one.getKey(), one.getValue());
		}
		this.stage.context.getBean(AbsenceActs.class).enter(fields, this.stage.person(login));
	}

	private void takesOver(String login, OnePost post) {
		String task = this.stage.actor(login).open(post, Task.PUBLISH_POST);
		this.stage.as(this.stage.person(login), () -> {
			this.stage.context.getBean(TakingOver.class).takeOver(task, this.stage.person(login));
			return null;
		});
	}

	/** As the Digital Engagement Manager records it. */
	private void managerBecomes(String login) {
		if (login.equals(this.stage.accounts.find(JOINT_ACCOUNT).orElseThrow().channelManager())) {
			return;
		}
		Fields fields = this.views.initial(JOINT_ACCOUNT)
			.with("channelManager", login)
			.with("reason", "She runs the channel now.");
		this.stage.as(this.stage.person("dem"), () -> {
			this.register.change(JOINT_ACCOUNT, fields, this.stage.person("dem"));
			return null;
		});
	}

}
