package org.imprimatur.posts;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.imprimatur.posts.Draft.aPost;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@Policy("ONE-LOGIN")
@DisplayName("Who sent something in sees where it is")
class SentInTests extends PostsAtWork {

	/** Other tests leave items of later years behind. */
	private static final String UP_TO_THEN = "&before=2026-11-24T10:01:00Z_POST-9999-000000";

	@Autowired
	MockMvc pages;

	@Autowired
	ObjectMapper json;

	@Test
	@DisplayName("twenty a page, the newest first, each item once")
	void paged() throws Exception {
		List<String> sent = new ArrayList<>();
		for (int i = 0; i < 23; i++) {
			// some at the very same time
			this.stage.itIs(java.time.Instant.parse("2026-11-24T10:00:00Z").plusSeconds(i / 3));
			sent.add(0, this.stage.actor("activist").drafts(aPost().on(Draft.COMMUNITY_ACCOUNT)).reference());
		}
		JsonNode first = items("activist", "");
		assertThat(first.get("items")).hasSize(20);
		JsonNode second = items("activist", "?before=" + first.get("next").asText());
		List<String> seen = new ArrayList<>(references(first));
		seen.addAll(references(second));
		assertThat(seen.subList(0, 23)).isEqualTo(sent);
		assertThat(seen).doesNotHaveDuplicates();
	}

	@Test
	@DisplayName("with the next step, who has it and since when; open and ended ones apart")
	void nextStep() throws Exception {
		OnePost open = this.author.submits(aPost().with("title", "<b>Bold</b>"));
		this.stage.itIs("2026-11-24T10:01");
		OnePost over = this.author.submits(aPost());
		this.author.withdraws(over);
		JsonNode item = items("author", "?state=open" + UP_TO_THEN).get("items").get(0);
		assertThat(item.get("reference").asText()).isEqualTo(open.reference());
		assertThat(item.get("next").asText()).startsWith("Check the charity");
		assertThat(item.get("who").asText()).contains("reviewers");
		assertThat(item.get("since").asText()).isEqualTo("24 November 2026, 10am");
		assertThat(references(items("author", "?state=ended" + UP_TO_THEN))).contains(over.reference())
			.doesNotContain(open.reference());
		this.pages.perform(get("/items?state=open" + UP_TO_THEN).with(httpBasic("author", "imprimatur")))
			.andExpect(content().string(containsString("&lt;b&gt;Bold")));
	}

	@Test
	@DisplayName("and nobody else's items")
	void nobodyElses() throws Exception {
		OnePost post = this.author.submits(aPost());
		assertThat(references(items("approver", ""))).doesNotContain(post.reference());
		assertThat(references(items("news", ""))).doesNotContain(post.reference());
	}

	@Test
	@DisplayName("and is told what to do where the address makes no sense")
	void senseless() throws Exception {
		for (String query : new String[] { "?state=x", "?before=x", "?before=2026-13-01T00:00:00Z_POST-2026-000001",
				"?before=2026-01-01T00:00:00Z_%27%20or%20true" }) {
			this.pages.perform(get("/items" + query).with(httpBasic("author", "imprimatur")))
				.andExpect(status().isUnprocessableEntity());
		}
	}

	private JsonNode items(String login, String query) throws Exception {
		return this.json.readTree(this.pages
			.perform(get("/items" + query).accept(MediaType.APPLICATION_JSON).with(httpBasic(login, "imprimatur")))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
	}

	private static List<String> references(JsonNode page) {
		List<String> all = new ArrayList<>();
		page.get("items").forEach((item) -> all.add(item.get("reference").asText()));
		return all;
	}

}
