package org.imprimatur.posts;

import java.nio.charset.StandardCharsets;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.posts.Draft.aPost;

@Policy("ONE-LOGIN")
@DisplayName("What the history finds can be taken away and asked for again")
class HistoryFilesTests extends HistoryAtWork {

	@Test
	@DisplayName("as a file for a spreadsheet in which no text is a formula, and as JSON; who took it is recorded")
	void asFiles() throws Exception {
		OnePost post = this.author.submits(aPost().saying("Galumphing").with("title", "=HYPERLINK(\"x\"), \"so\""));
		String csv = get("manager", "/history.csv?q=galumphing", MediaType.ALL)
			.getContentAsString(StandardCharsets.UTF_8);
		List<String> lines = csv.lines().toList();
		assertThat(lines).hasSize(2);
		assertThat(lines.get(0)).startsWith("\uFEFFReference,Sort,Title,Begun");
		assertThat(lines.get(1)).startsWith(post.reference() + ",posts,\"'=HYPERLINK(\"\"x\"\"), \"\"so\"\"\",2026-");
		JsonNode file = this.json
			.readTree(get("manager", "/history.json?q=galumphing", MediaType.ALL).getContentAsByteArray());
		assertThat(file.path("about").path("ledgerHead").asText())
			.isIn(this.stage.jdbc.sql("select head from history_export where query = 'q=galumphing' and form = 'json'")
				.query(String.class)
				.list());
		JsonNode all = file.path("items");
		assertThat(all).hasSize(1);
		assertThat(all.get(0).path("reference").asText()).isEqualTo(post.reference());
		assertThat(get("manager", "/history.xlsx?q=galumphing", MediaType.ALL).getContentAsByteArray()).startsWith('P',
				'K');
		assertThat(this.stage.jdbc.sql("select form from history_export where query = 'q=galumphing' order by id")
			.query(String.class)
			.list()).containsExactly("csv", "json", "xlsx");
		assertThat(get("author", "/history.csv?q=galumphing", MediaType.APPLICATION_JSON).getStatus()).isEqualTo(403);
		assertThat(get("manager", "/history.csv?from=never", MediaType.APPLICATION_JSON).getStatus()).isEqualTo(422);
	}

	@Test
	@DisplayName("a search is saved under a name, for its owner alone, with nothing in it but a search")
	void saved() throws Exception {
		assertThat(saves("manager", "Late ones 🕯️", "sign=LATE&q=a+b%26c&before=7&x=1").getRedirectedUrl())
			.isEqualTo("/history?q=a+b%26c&sign=LATE");
		assertThat(page("manager", "/history").getContentAsString()).contains("Late ones 🕯️",
				"/history?q=a+b%26c&amp;sign=LATE");
		assertThat(page("hoc", "/history").getContentAsString()).doesNotContain("Late ones");
		assertThat(saves("manager", " ", "q=a").getStatus()).isEqualTo(422);
		assertThat(saves("author", "Mine", "q=a").getStatus()).isEqualTo(403);
		post("manager", "/history/saved/remove", "name", "Late ones 🕯️");
		assertThat(page("manager", "/history").getContentAsString()).doesNotContain("Late ones");
	}

	private MockHttpServletResponse saves(String login, String name, String query) throws Exception {
		return post(login, "/history/saved", "name", name, "query", query);
	}

}
