package org.imprimatur.posts;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.imprimatur.history.Difference;
import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.PostApproval.Task;
import org.imprimatur.tasks.Fields;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.imprimatur.posts.Draft.aPost;
import static org.imprimatur.posts.PostAssert.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

@Policy("APPROVED")
@DisplayName("Beside a post stands")
class AsidesTests extends PostsAtWork {

	@Autowired
	MockMvc pages;

	PostDifference difference;

	SlotWarnings warnings;

	@BeforeEach
	void begin() {
		this.difference = this.context.getBean(PostDifference.class);
		this.warnings = this.context.getBean(SlotWarnings.class);
	}

	private static Draft onBoth(String all, String onFacebook) {
		return aPost().on("main-x", "main-facebook").saying(all).with("body.main-facebook", onFacebook);
	}

	@Nested
	@DisplayName("what changed")
	class WhatChanged {

		@Test
		@DisplayName("since this person last looked, until there is a newer version")
		void sinceLastLooked() {
			OnePost post = author.submits(aPost().saying("One old word."));
			assertThat(looks(post, "objects")).isEmpty();
			author.takesBack(post).submits(post, aPost().saying("One new word."));
			for (int i = 0; i < 2; i++) {
				PostDifference.View view = looks(post, "objects").orElseThrow();
				assertThat(view.since())
					.isEqualTo("Version 2 compared with version 1, which you saw on 24 November 2026, 10am.");
				assertThat(shown(view)).isEqualTo("Text: One [old]{new} word.");
			}
			assertThat(looks(post, "approver")).as("never looked, nothing decided").isEmpty();
		}

		@Test
		@DisplayName("since the last decision, for who has not looked before")
		void sinceTheLastDecision() {
			OnePost post = author.submits(aPost().saying("One old word."));
			objectsReviewer.finds(post, ObjectsFinding.CHANGES_NEEDED);
			author.submits(post, aPost().saying("One old word.").groundedIn(Grounding.RESEARCH, "A study"));
			PostDifference.View view = looks(post, "objects2").orElseThrow();
			assertThat(view.since()).contains("version 1, the last one that was decided on");
			assertThat(view.fields()).extracting(Difference.Field::label).containsExactly("Grounded in", "Ground");
		}

		@Test
		@DisplayName("in the words of a screen reader, and never as markup")
		void escaped() throws Exception {
			OnePost post = author.submits(aPost().saying("Old <script>alert(1)</script>"));
			objectsReviewer.finds(post, ObjectsFinding.CHANGES_NEEDED);
			author.submits(post, aPost().saying("New <script>alert(2)</script> {{7*7}}"));
			String task = objectsReviewer2.open(post, Task.CHECK_CHARITY_OBJECTS);
			for (String path : new String[] { "/tasks/" + task, "/items/" + post.reference() }) {
				pages.perform(get(path).with(httpBasic("objects2", "imprimatur")))
					.andExpect(content().string(containsString("What changed since you last looked")))
					.andExpect(content().string(containsString("<ins><span class=\"govuk-visually-hidden\"> Put in:")))
					.andExpect(content().string(not(containsString("<script>alert"))));
			}
		}

		@Test
		@DisplayName("in an account's own text, by the account's name")
		void ownTexts() {
			OnePost post = author.submits(onBoth("Same for both.", "Own old words."));
			assertThat(looks(post, "objects")).isEmpty();
			author.takesBack(post).submits(post, onBoth("Same for both.", "Own new words."));
			assertThat(shown(looks(post, "objects").orElseThrow()))
				.isEqualTo("Text for Main Facebook page: Own [old]{new} words.");
		}

		private Optional<PostDifference.View> looks(OnePost post, String login) {
			return difference.look(post.reference(), stage.person(login));
		}

		private static String shown(PostDifference.View view) {
			return view.fields()
				.stream()
				.map((field) -> field.label() + ": "
						+ field.parts()
							.stream()
							.map((part) -> part.added() ? "{" + part.text() + "}"
									: part.removed() ? "[" + part.text() + "]" : part.text())
							.collect(Collectors.joining()))
				.collect(Collectors.joining("\n"));
		}

	}

	@Nested
	@DisplayName("what is worth a look, and stops nobody")
	class WorthALook {

		@Test
		@DisplayName("the same text on the same account within thirty days, however it is spaced")
		void sameText() {
			OnePost first = author.submits(aPost().saying("Write  to\nher today 1."));
			stage.itIs("2026-12-23T10:00");
			OnePost second = author2.submits(aPost().saying("write to HER today 1. "));
			assertThat(about(second, "approver")).containsExactly(first.reference());
			assertThat(about(second, "activist")).as("who may not see the other").isEmpty();
			assertThat(second).isAt(Task.CHECK_CHARITY_OBJECTS);
			OnePost elsewhere = author.submits(aPost().on("main-facebook").saying("Write to her today 1."));
			assertThat(about(elsewhere, "approver")).isEmpty();
			author.withdraws(first);
			assertThat(about(second, "approver")).as("one that will not go out").isEmpty();
		}

		@Test
		@DisplayName("the same text by what goes out on each account, not by the text of the others")
		void sameOwnText() throws Exception {
			OnePost first = author.submits(onBoth("Write to her today 6.", "Write to her today 7."));
			OnePost own = author.submits(aPost().on("main-facebook").saying("Write to her today 7."));
			assertThat(about(own, "approver")).containsExactly(first.reference());
			OnePost others = author.submits(aPost().on("main-facebook").saying("Write to her today 6."));
			assertThat(about(others, "approver")).as("that text is on the other account").isEmpty();
			Fields typed = onBoth("Something else.", "Write to her today 6.").fields();
			assertThat(warnings.of(typed, stage.person("author2"))).extracting(SlotWarnings.Warning::reference)
				.containsExactly(others.reference());
			pages
				.perform(get("/items/" + own.reference()).with(httpBasic("approver", "imprimatur"))
					.accept(MediaType.APPLICATION_JSON))
				.andExpect(jsonPath("$.warnings[0].reference").value(first.reference()))
				.andExpect(jsonPath("$.difference").isEmpty());
		}

		@Test
		@DisplayName("not after thirty days")
		void longAgo() {
			author.submits(aPost().saying("Write to her today 2."));
			stage.itIs("2026-12-25T10:00");
			assertThat(about(author2.submits(aPost().saying("Write to her today 2.")), "approver")).isEmpty();
		}

		@Test
		@DisplayName("another slot on the account within the hour, on the page where it is set")
		void crowdedHour() throws Exception {
			OnePost first = approved(aPost().saying("Write to her today 3.").with("title", "<i>First</i>"));
			author.schedules(first, "2026-12-17T15:00");
			OnePost second = approved(aPost().saying("Write to her today 4.").askingFor("2026-12-17T15:59"));
			assertThat(about(second, "author")).contains(first.reference());
			assertThat(at(second, "2026-12-17T16:00")).doesNotContain(first.reference());
			assertThat(at(second, "2026-12-17T14:01")).contains(first.reference());
			pages
				.perform(get("/tasks/" + author.open(second, Task.SCHEDULE_POST))
					.with(httpBasic("author", "imprimatur")))
				.andExpect(content().string(containsString("less than 60 minutes away")))
				.andExpect(content().string(containsString("&lt;i&gt;First")));
			author.schedules(second, "2026-12-17T15:30");
			assertThat(stage.posts.slot(second.reference())).isPresent();
		}

		@Test
		@DisplayName("already while it is being proposed")
		void whileProposing() {
			OnePost first = author.submits(aPost().saying("Write to her today 5."));
			Fields typed = aPost().saying("Write to her today 5.").fields();
			assertThat(warnings.of(typed, stage.person("author2"))).extracting(SlotWarnings.Warning::reference)
				.containsExactly(first.reference());
			assertThat(warnings.of(typed, stage.person("news"))).isEmpty();
		}

		private List<String> about(OnePost post, String login) {
			return warned(post, "", login);
		}

		private List<String> at(OnePost post, String slot) {
			return warned(post, slot, "author");
		}

		private List<String> warned(OnePost post, String slot, String login) {
			return warnings.of(post.reference(), slot, stage.person(login))
				.stream()
				.map(SlotWarnings.Warning::reference)
				.toList();
		}

	}

}
