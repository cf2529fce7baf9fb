package org.imprimatur.posts;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.PostApproval.Task;
import org.imprimatur.tasks.Fields;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.posts.Draft.aPost;
import static org.imprimatur.posts.PostAssert.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@Policy({ "APPROVED", "AUTHORISED" })
@DisplayName("A post is begun from another one")
class CopiesTests extends PostsAtWork {

	private static final String HOSTILE = "</textarea><script>alert('{{7*7}}')</script> \uD83D\uDC69\u200D\uD83D\uDCBB";

	@Autowired
	MockMvc pages;

	PostCopies copies;

	@BeforeEach
	void begin() {
		this.copies = this.context.getBean(PostCopies.class);
	}

	@Test
	@DisplayName("with what was typed, and without slot, urgency or any decision")
	void nothingDecided() {
		OnePost first = this.author.submits(aPost().saying(HOSTILE)
			.with("title", "A title")
			.with("campaign", "Letters")
			.with("goal", Goal.MOVEMENT.name())
			.marked(Trigger.STATISTIC)
			.with("sourceDate", "2026-11-01")
			.askingFor("2026-11-25T10:00")
			.breaking());
		Fields copy = copied(first, "author2").orElseThrow();
		assertThat(copy.value("body")).isEqualTo(HOSTILE);
		assertThat(copy.value("title")).isEqualTo("A title");
		assertThat(copy.value("campaign")).isEqualTo("Letters");
		assertThat(copy.value("groundingSource")).isEqualTo("Position on letter writing, section two");
		assertThat(copy.values("triggers")).containsExactly("STATISTIC");
		assertThat(copy.values("accounts")).containsExactly("main-x");
		assertThat(copy.names()).doesNotContain("publishAt", "urgency", "urgencyReason", "decision", "object");
		OnePost second = this.author2.proposes(copy.with("decision", "SUBMIT"), UUID.randomUUID().toString());
		assertThat(second.row().urgency()).isEqualTo(Urgency.NORMAL);
		assertThat(second).isAt(Task.CHECK_CHARITY_OBJECTS);
		assertThat(this.stage.posts.decisions(second.reference())).isEmpty();
		assertThat(this.stage.posts.slots(second.reference())).isEmpty();
	}

	@Test
	@DisplayName("which both of them say, to whoever may see the other")
	void bothSay() throws Exception {
		OnePost first = this.author.submits(aPost());
		OnePost second = copyOf(first);
		assertThat(kin(first, "author").to()).containsExactly(second.reference());
		assertThat(kin(second, "objects").from()).contains(first.reference());
		assertThat(kin(second, "activist").from()).isEmpty();
		assertThat(kin(first, "activist").to()).isEmpty();
		this.pages.perform(get("/items/" + second.reference()).with(httpBasic("author2", "imprimatur")))
			.andExpect(content().string(org.hamcrest.Matchers.containsString("Copied from <a")));
		this.pages
			.perform(get("/items/" + first.reference()).accept(MediaType.APPLICATION_JSON)
				.with(httpBasic("author", "imprimatur")))
			.andExpect(jsonPath("$.copiedTo[0]").value(second.reference()))
			.andExpect(jsonPath("$.acts[?(@ == 'copy')]").exists());
	}

	@Test
	@DisplayName("also from one that was rejected, by its author")
	void startedAgain() throws Exception {
		OnePost rejected = waitingAt(Task.SIGN_OFF_POST);
		this.approver.answers(rejected, SignOff.REJECTED);
		assertThat(this.copies.isStartedAgain(rejected.reference())).isTrue();
		assertThat(copyOf(rejected)).isAt(Task.CHECK_CHARITY_OBJECTS);
		this.pages.perform(get("/items/" + rejected.reference()).with(httpBasic("author", "imprimatur")))
			.andExpect(content().string(org.hamcrest.Matchers.containsString("Start again from it")));
	}

	@Test
	@DisplayName("by page and by program, each led to the page on which posts begin")
	void byPageAndProgram() throws Exception {
		OnePost first = this.author.submits(aPost().saying(HOSTILE));
		String path = "/items/" + first.reference() + "/copy";
		String begin = "/start/post-approval?from=" + first.reference();
		this.pages
			.perform(post(path).contentType(MediaType.APPLICATION_JSON)
				.content("{}")
				.with(httpBasic("author2", "imprimatur")))
			.andExpect(status().isSeeOther())
			.andExpect(header().string("Location", begin))
			.andExpect(jsonPath("$.fields.body[0]").value(HOSTILE))
			.andExpect(jsonPath("$.fields.copiedFrom[0]").value(first.reference()));
		this.pages.perform(get(begin).with(httpBasic("author2", "imprimatur")))
			.andExpect(status().isOk())
			.andExpect(content().string(org.hamcrest.Matchers.containsString("&lt;/textarea&gt;&lt;script&gt;")))
			.andExpect(content().string(org.hamcrest.Matchers.not(org.hamcrest.Matchers.containsString("<script>a"))));
	}

	@Test
	@DisplayName("never by who may not see it, nor by who may not propose")
	void whoMayNot() throws Exception {
		OnePost first = this.author.submits(aPost());
		String path = "/items/" + first.reference() + "/copy";
		for (String stranger : new String[] { "news", "activist" }) {
			this.pages
				.perform(post(path).contentType(MediaType.APPLICATION_JSON).with(httpBasic(stranger, "imprimatur")))
				.andExpect(status().isNotFound());
			this.pages
				.perform(get("/start/post-approval?from=" + first.reference()).with(httpBasic(stranger, "imprimatur")))
				.andExpect(status().isNotFound());
		}
		this.pages.perform(post(path).contentType(MediaType.APPLICATION_JSON).with(httpBasic("manager", "imprimatur")))
			.andExpect(status().isForbidden());
		Draft pretended = aPost().on(Draft.NEWS_ACCOUNT).with("copiedFrom", first.reference());
		this.news.tries((one) -> one.submits(pretended)).isAskedFor("", "not there for you");
		this.news.tries((one) -> one.submits(pretended.with("copiedFrom", HOSTILE)))
			.isAskedFor("", "not there for you");
	}

	@Test
	@DisplayName("onto no account that the person is not authorised on")
	void ownAccountsOnly() {
		OnePost first = this.news.submits(aPost().on(Draft.NEWS_ACCOUNT));
		assertThat(copied(first, "hoc").orElseThrow().values("accounts")).isEmpty();
		assertThat(copied(first, "news-lead").orElseThrow().values("accounts")).containsExactly(Draft.NEWS_ACCOUNT);
	}

	@Test
	@DisplayName("the record of it is never changed")
	void appendOnly() {
		OnePost second = copyOf(this.author.submits(aPost()));
		for (String change : List.of("update post_copy set copied_by = 'x'", "delete from post_copy")) {
			org.assertj.core.api.Assertions
				.assertThatThrownBy(
						() -> this.stage.jdbc.sql(change + " where reference = ?").param(second.reference()).update())
				.hasStackTraceContaining("never changed or deleted");
		}
	}

	private OnePost copyOf(OnePost first) {
		return this.author2.proposes(copied(first, "author2").orElseThrow().with("decision", "SUBMIT"),
				UUID.randomUUID().toString());
	}

	private Optional<Fields> copied(OnePost post, String login) {
		return this.copies.of(post.reference(), this.stage.person(login));
	}

	private PostCopies.Kin kin(OnePost post, String login) {
		return this.copies.kin(post.reference(), this.stage.person(login));
	}

}
