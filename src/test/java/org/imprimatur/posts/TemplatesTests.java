package org.imprimatur.posts;

import java.util.List;
import java.util.UUID;

import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.media.MediaFiles;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Fields;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.imprimatur.posts.Draft.aPost;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@Policy("AUTHORISED")
@DisplayName("A team keeps templates of posts")
class TemplatesTests extends PostsAtWork {

	private static final String HOSTILE = "<img src=x onerror=alert(1)> {{7*7}} \uD83D\uDC69\u200D\uD83D\uDCBB";

	@Autowired
	MockMvc pages;

	PostTemplates templates;

	@BeforeEach
	void begin() {
		this.templates = this.context.getBean(PostTemplates.class);
	}

	@AfterEach
	void putAway() {
		this.stage.jdbc.sql("delete from post_template").update();
		this.stage.jdbc.sql("delete from typed_draft where place like 'start:%'").update();
	}

	@Test
	@DisplayName("with what was typed but for time, urgency and decisions, for people of the team")
	void kept() {
		long id = saved("author", aPost().askingFor("2026-11-25T10:00").breaking().saying(HOSTILE), "Thank you");
		Fields begun = this.templates.from("template-" + id, person("author2")).orElseThrow();
		assertThat(begun.value("body")).isEqualTo(HOSTILE);
		assertThat(begun.values("accounts")).containsExactly("main-x");
		assertThat(begun.names()).doesNotContain("publishAt", "urgency", "urgencyReason", "templateName");
		OnePost post = this.author2.proposes(begun.with("decision", "SUBMIT"), UUID.randomUUID().toString());
		assertThat(post.row().urgency()).isEqualTo(Urgency.NORMAL);
		assertThat(this.templates.of(person("approver"))).extracting(PostTemplate::name).containsExactly("Thank you");
	}

	@Test
	@DisplayName("which nobody of another team finds, uses, renames or retires")
	void sameTeamOnly() throws Exception {
		long id = saved("author", aPost(), "Thank you");
		for (String login : new String[] { "news", "activist-lead", "hoc", "objects" }) {
			assertThat(this.templates.of(person(login))).isEmpty();
			for (Runnable act : List.<Runnable>of(() -> this.templates.from("template-" + id, person(login)),
					() -> this.templates.rename(id, named("Mine"), person(login)),
					() -> this.templates.retire(id, person(login)))) {
				assertThatThrownBy(act::run).isInstanceOf(Refusal.class).hasMessageContaining("no such template");
			}
		}
		assertThatThrownBy(() -> saved("news", aPost(), "Not of my team")).isInstanceOf(InvalidFields.class)
			.hasMessageContaining("your own team");
		this.pages.perform(get("/start/post-approval?from=template-" + id).with(httpBasic("news", "imprimatur")))
			.andExpect(status().isNotFound());
		this.pages
			.perform(post("/templates/" + id + "/retire").contentType(MediaType.APPLICATION_JSON)
				.with(httpBasic("news-lead", "imprimatur")))
			.andExpect(status().isNotFound());
	}

	@Test
	@DisplayName("which its maker and the approvers rename and retire, and colleagues do not")
	void renamedAndRetired() {
		long id = saved("author", aPost(), "Thank you");
		assertThatThrownBy(() -> this.templates.rename(id, named("Mine"), person("author2")))
			.isInstanceOf(Refusal.class)
			.hasMessageContaining("Only who made the template");
		this.templates.rename(id, named("Thanks"), person("approver"));
		this.templates.retire(id, person("author"));
		assertThat(this.templates.of(person("author"))).isEmpty();
		assertThat(this.templates.from("template-" + id, person("author"))).isEmpty();
		assertThatThrownBy(() -> this.templates.rename(id, named("Again"), person("author")))
			.hasMessageContaining("no longer in use");
		assertThat(this.stage.jdbc.sql("select changed_by || ' ' || retired_by from post_template where id = ?")
			.param(id)
			.query(String.class)
			.single()).isEqualTo("approver author");
	}

	@Test
	@DisplayName("under a name that is there once")
	void names() {
		saved("author", aPost(), "Thank you");
		assertThatThrownBy(() -> saved("author2", aPost(), "Thank you")).hasMessageContaining("another name");
		assertThatThrownBy(() -> saved("author2", aPost(), " ")).hasMessageContaining("Enter a name");
		assertThatThrownBy(() -> saved("author2", aPost(), "x".repeat(101))).hasMessageContaining("Shorten the name");
		assertThatThrownBy(() -> saved("author2", aPost(), "nul\u0000")).hasMessageContaining("cannot be stored");
	}

	@Test
	@DisplayName("with pictures that its maker may see, shown to the team and to nobody else")
	void pictures() {
		MediaFiles media = this.context.getBean(MediaFiles.class);
		byte[] picture = java.util.Base64.getDecoder()
			.decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
		var file = media.keep("media", "dot.png", picture, person("news"));
		Draft draft = aPost().with("media", file.id()).with("altText", "A dot");
		long stolen = saved("activist", draft.on(Draft.COMMUNITY_ACCOUNT), "Not mine");
		assertThat(this.templates.find(stolen, person("activist")).fields().values("media")).isEmpty();
		long id = saved("news", draft.on(Draft.NEWS_ACCOUNT), "A dot");
		assertThat(this.templates.find(id, person("news")).fields().values("altText")).containsExactly("A dot");
		assertThat(media.maySee(file, person("news-lead"))).isTrue();
		assertThat(media.maySee(file, person("activist-lead"))).isFalse();
	}

	@Test
	@DisplayName("saved from the page of a new post, on which nothing typed is lost")
	void fromThePage() throws Exception {
		this.pages
			.perform(post("/start/post-approval/template").param("accounts", "main-x")
				.param("body", HOSTILE)
				.with(csrf())
				.with(httpBasic("author", "imprimatur")))
			.andExpect(header().string("Location", "/templates/new"));
		this.pages
			.perform(post("/templates").param("templateName", "").with(csrf()).with(httpBasic("author", "imprimatur")))
			.andExpect(status().isUnprocessableEntity())
			.andExpect(content().string(containsString("Enter a name for the template")));
		this.pages.perform(
				post("/templates").param("templateName", HOSTILE).with(csrf()).with(httpBasic("author", "imprimatur")))
			.andExpect(header().string("Location", "/start/post-approval"));
		this.pages.perform(get("/start/post-approval").with(httpBasic("author", "imprimatur")))
			.andExpect(content().string(containsString("Begin from a template")))
			.andExpect(content().string(containsString("&lt;img src=x")))
			.andExpect(content().string(not(containsString("<img src=x"))));
		this.pages.perform(get("/templates").with(httpBasic("author2", "imprimatur")))
			.andExpect(content().string(containsString("&lt;img src=x")))
			.andExpect(content().string(not(containsString("Rename or retire"))));
	}

	@Test
	@DisplayName("saved from a post, by who may see it")
	void fromAPost() throws Exception {
		OnePost first = this.author.submits(aPost().saying("Kept."));
		String sent = "{\"item\":\"" + first.reference() + "\",\"templateName\":\"From a post\"}";
		this.pages
			.perform(post("/templates").contentType(MediaType.APPLICATION_JSON)
				.content(sent)
				.with(httpBasic("news", "imprimatur")))
			.andExpect(status().isNotFound());
		this.pages
			.perform(post("/templates").contentType(MediaType.APPLICATION_JSON)
				.content(sent)
				.with(httpBasic("approver", "imprimatur")))
			.andExpect(status().isSeeOther());
		assertThat(this.templates.of(person("author")).get(0).fields().value("body")).isEqualTo("Kept.");
	}

	private long saved(String login, Draft draft, String name) {
		return this.templates.save(draft.with("templateName", name).fields(), person(login));
	}

	private static Fields named(String name) {
		return Fields.none().with("templateName", name);
	}

	private Person person(String login) {
		return this.stage.person(login);
	}

}
