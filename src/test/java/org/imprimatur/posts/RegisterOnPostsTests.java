package org.imprimatur.posts;

import java.util.UUID;
import java.util.stream.Collectors;

import org.imprimatur.accounts.AccountRegister;
import org.imprimatur.accounts.AccountViews;
import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.PostApproval.Ending;
import org.imprimatur.posts.PostApproval.Task;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.HomeNews;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.posts.Draft.aPost;
import static org.imprimatur.posts.PostAssert.assertThat;

@Policy({ "ACCOUNT-KIND", "ACCOUNT-OWNER", "AUTHORISED", "TRAINED" })
@DisplayName("What the register of accounts says reaches posts at once")
class RegisterOnPostsTests extends PostsAtWork {

	@Autowired
	AccountRegister register;

	private String account;

	@BeforeEach
	void anAccount() {
		this.account = "new-" + UUID.randomUUID().toString().substring(0, 8);
		register("add", "id", this.account, "name", "New account", "platform", "Bluesky", "handle", "@new", "kind",
				"MAIN", "owner", "JOINT", "team", "digital-team");
	}

	@AfterEach
	void trainedAgain() {
		trained("author", "2026-10-01");
	}

	@Test
	@DisplayName("An account is added, its profile looked at, people authorised, and a post goes out on it")
	void endToEnd() {
		this.author.tries((to) -> to.drafts(onIt())).isAskedFor("accounts", "authorised to use");
		authorised("author");
		this.author.tries((to) -> to.submits(onIt()))
			.isAskedFor("", "New account cannot be used now. Nobody has checked in time that the public profile")
			.isAskedFor("",
					"Ask Gareth Penrose or Eleanor Swift to look at its public profile and record what it says");
		looked("SAYS_OWNER");
		OnePost post = atItsSlot(onIt());
		this.author.publishes(post);
		assertThat(post).hasEnded(Ending.POST_PUBLISHED);
	}

	@Test
	@DisplayName("A profile nobody has looked at for more than three months stops a post until somebody has")
	void overdue() {
		ready();
		OnePost post = approved(onIt());
		this.stage.itIs("2027-02-24T23:59");
		assertThat(this.stage.standing.objectsCheck(post.row()).check()).isEqualTo(ObjectsCheck.NOT_REQUIRED);
		this.stage.itIs("2027-02-25T00:00");
		this.author.tries((to) -> to.schedules(post, "2027-02-25T15:00"))
			.isAskedFor("decision", "cannot be used now. Nobody has checked in time")
			.isAskedFor("decision", "Ask Gareth Penrose or Eleanor Swift");
		looked("SAYS_OWNER");
		this.author.schedules(post, "2027-02-25T15:00");
		assertThat(post).waitsForItsSlot();
	}

	@Test
	@DisplayName("A profile found not to say who owns the account takes a waiting post back, and lets it go on once mended")
	void differs() {
		ready();
		OnePost post = scheduled(onIt());
		looked("DIFFERS");
		assertThat(post).isAt(Task.SCHEDULE_POST);
		this.author.tries((to) -> to.schedules(post, "2026-11-24T16:00"))
			.isAskedFor("decision", "does not say who owns it");
		looked("SAYS_OWNER");
		assertThat(post).waitsForItsSlot().wentThrough("signed-off", 1);
	}

	@Test
	@DisplayName("A closed account stops every post on it, is no longer offered, and goes on once opened again")
	void closed() {
		ready();
		OnePost post = atItsSlot(onIt());
		change("state", "CLOSED");
		assertThat(post).isAt(Task.SCHEDULE_POST);
		this.author.tries((to) -> to.submits(onIt()))
			.isAskedFor("", "New account cannot be used now. The account is closed")
			.isAskedFor("", "open it again, or propose the post elsewhere");
		assertThat(this.stage.accounts.usableBy("author")).noneMatch((one) -> one.id().equals(this.account));
		this.author.withdraws(post);
		change("state", "ACTIVE");
		assertThat(this.stage.accounts.usableBy("author")).anyMatch((one) -> one.id().equals(this.account));
	}

	@Test
	@DisplayName("A change of the owner reaches a post that waits for its slot")
	void owner() {
		ready();
		OnePost post = scheduled(onIt());
		change("owner", "TRUST", "ownerReason", "Job adverts.", "ownerAllowedBy", "Gareth Penrose");
		assertThat(post).isAt(Task.CHECK_CHARITY_OBJECTS);
	}

	@Test
	@DisplayName("An account that goes to another team takes its posts along: that team signs, schedules and publishes")
	void team() {
		ready();
		OnePost post = scheduled(onIt());
		OnePost signing = this.author.submits(onIt());
		this.objectsReviewer.findsAligned(signing);
		change("team", "team-news", "kind", "SPECIALIST");
		assertThat(post).isAt(Task.SIGN_OFF_POST).owedBy("team-news-approvers");
		assertThat(signing).isAt(Task.SIGN_OFF_POST).owedBy("team-news-approvers");
		this.approver.tries((to) -> to.approves(post)).isNotTheirs();
		this.stage.actor("news-lead").approves(post);
		assertThat(post).waitsForItsSlot();
		this.stage.actor("news-lead").approves(signing);
		assertThat(signing).isAt(Task.SCHEDULE_POST).owedBy("team-news");
		assertThat(this.stage.accounts.isAuthorised("author", this.account)).isFalse();
		assertThat(this.stage.jdbc.sql("""
				select changed_by || ': ' || reason from account_change where account = ? and about = 'author'
				and act = 'AUTHORISATION_ENDED'""").param(this.account).query(String.class).list()).isNotEmpty()
			.allSatisfy((row) -> assertThat(row).startsWith("dem: The account went from Digital"));
	}

	@Test
	@DisplayName("Two weeks before something runs out those who keep the register are told, and each person of their own")
	void remindersOfTheRegister() {
		ready();
		assertThat(toldAt("2027-02-09T10:00", "dem")).isEmpty();
		assertThat(toldAt("2027-02-10T10:00", "dem")).contains("public profile counts until 24 February 2027");
		assertThat(toldAt("2027-02-10T10:00", "author")).isEmpty();
		assertThat(toldAt("2027-11-10T10:00", "author"))
			.contains("The authorisation of Priya Raman ends on 24 November 2027")
			.doesNotContain("public profile");
		assertThat(toldAt("2027-11-10T10:00", "hoc")).contains("Priya Raman");
		assertThat(toldAt("2027-11-10T10:00", "manager")).isEmpty();
		assertThat(String.join(" ",
				this.stage.context.getBean(AccountViews.class)
					.warnings(this.stage.accounts.find(this.account).orElseThrow())))
			.contains("The authorisation of Priya Raman ends on 24 November 2027");
	}

	private String toldAt(String londonTime, String login) {
		this.stage.itIs(londonTime);
		return this.stage.context.getBeanProvider(HomeNews.class)
			.stream()
			.flatMap((one) -> one.newsFor(this.stage.person(login)).stream())
			.filter((one) -> one.address().equals("/accounts/" + this.account))
			.map(HomeNews.News::why)
			.collect(Collectors.joining(" "));
	}

	@Test
	@DisplayName("A main account that becomes a community's is signed by that community, not by staff")
	void kind() {
		ready();
		OnePost post = scheduled(onIt().marked(Trigger.NAMES_POLITICIAN), this.headOfCommunications);
		change("kind", "COMMUNITY", "owner", "SECTION", "team", "community-leeds");
		assertThat(post).isAt(Task.SIGN_OFF_POST).owedBy("community-leeds-approvers");
	}

	@Test
	@DisplayName("Whose training has lapsed may draft and schedule, and may not publish until trained again")
	void lapsedTraining() {
		ready();
		trained("author", "2024-11-23");
		OnePost post = atItsSlot(onIt());
		this.author.tries((to) -> to.publishes(post))
			.isRefused("You cannot publish, since the training of 23 November 2024 counted until 23 November 2026");
		String task = this.author.open(post, Task.PUBLISH_POST);
		this.author.triesPastTheDoor(() -> this.stage.tasks.claim(task, "author")).isRefused("You cannot publish");
		trained("author", "2024-11-24");
		this.author.publishes(post);
		assertThat(post).hasEnded(Ending.POST_PUBLISHED);
	}

	@Test
	@DisplayName("An authorisation that is ended, or has run out, stops the person at once")
	void ended() {
		ready();
		authorised("author2");
		OnePost post = atItsSlot(onIt());
		OnePost draft = this.author2.drafts(onIt());
		register("endAuthorisation", "person", "author2", "reason", "Has left the team.");
		this.author2.tries((to) -> to.submits(draft, onIt()))
			.isRefused("not authorised to use the account New account");
		this.author2.tries((to) -> to.publishes(post)).isRefused("not authorised");
		this.author2.tries((to) -> to.drafts(onIt())).isAskedFor("accounts", "authorised to use");
		Attempt.at(this.stage, () -> register("endAuthorisation", "person", "author2", "reason", "Again."))
			.isTooLate("is not authorised to use New account now");
		register("authorise", "person", "author2", "reason", "Back for a day.", "vaultEntry", "V", "until",
				"2026-11-24");
		this.author2.submits(draft, onIt());
		OnePost other = this.author2.drafts(onIt());
		this.stage.itIs("2026-11-25T00:00");
		this.author2.tries((to) -> to.submits(other, onIt())).isRefused("not authorised");
	}

	private Draft onIt() {
		return aPost().on(this.account);
	}

	private OnePost scheduled(Draft draft, Actor signs) {
		OnePost post = this.author.submits(draft);
		this.objectsReviewer.findsAligned(post);
		signs.approves(post);
		this.author.schedules(post, "2026-11-24T15:00");
		return post;
	}

	private void ready() {
		looked("SAYS_OWNER");
		authorised("author");
	}

	private void authorised(String login) {
		register("authorise", "person", login, "reason", "The job needs it.", "vaultEntry", "New account, " + login);
	}

	private void trained(String login, String day) {
		register("train", "person", login, "trainedOn", day, "evidence", "Course");
	}

	private void looked(String finding) {
		register("checkBio", "finding", finding, "bioText", "Owned by us.", "evidence", "Its address");
	}

	private void change(String... fields) {
		String[] all = java.util.Arrays.copyOf(fields, fields.length + 2);
		all[fields.length] = "reason";
		all[fields.length + 1] = "It was decided.";
		register("change", all);
	}

	/** Done by the Digital Engagement Manager. */
	private void register(String what, String... typed) {
		Fields fields = Fields.none();
		for (int i = 0; i < typed.length; i += 2) {
			fields = fields.with(typed[i], typed[i + 1]);
		}
		Fields sent = fields;
		var dem = this.stage.person("dem");
		this.stage.as(dem, () -> {
			switch (what) {
				case "add" -> this.register.add(sent, dem);
				case "change" -> this.register.change(this.account, sent, dem);
				case "checkBio" -> this.register.checkBio(this.account, sent, dem);
				case "authorise" -> this.register.authorise(this.account, sent, dem);
				case "endAuthorisation" -> this.register.endAuthorisation(this.account, sent, dem);
				default -> this.register.train(sent, dem);
			}
			return null;
		});
	}

}
