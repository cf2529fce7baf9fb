package org.imprimatur.posts;

import java.util.List;

import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.posts.Draft.aPost;

@Policy("ONE-LOGIN")
@DisplayName("A search that asks for what no search knows")
class UnknownFieldsTests extends HistoryAtWork {

	@Test
	@DisplayName("says on the page what it left out, and finds by the rest")
	void page() throws Exception {
		OnePost post = this.author.submits(aPost().saying("Gyre and gimble."));
		this.author.submits(aPost().saying("Wabe."));
		MockHttpServletResponse page = page("manager", "/history?q=gimble&colour=red&%3Cb%3E=1");
		assertThat(page.getStatus()).isEqualTo(200);
		assertThat(page.getContentAsString())
			.contains("so it was left out", ">colour</bdi>", ">&lt;b&gt;</bdi>", "/history/" + post.reference())
			.doesNotContain("<b>", "colour=red");
		assertThat(page("manager", "/history?q=gimble&state=open&before=99999999999999999").getContentAsString())
			.doesNotContain("so it was left out");
	}

	@Test
	@DisplayName("is refused to programs and as a file, with the name of the field, and nothing is recorded")
	void programs() throws Exception {
		int before = exports();
		for (String path : List.of("/history?", "/history.json?", "/history.csv?", "/history.xlsx?")) {
			MockHttpServletResponse answer = json("manager", path + "q=gimble&colour=red&since=2026-01");
			assertThat(answer.getStatus()).as(path).isEqualTo(422);
			assertThat(this.json.readTree(answer.getContentAsString()).findValue("colour").asText()).as(path)
				.contains("There is no such field", "outcome");
			assertThat(answer.getContentAsString()).contains("since");
		}
		assertThat(exports()).isEqualTo(before);
		assertThat(json("author", "/history?colour=red").getStatus()).as("who may not search learns nothing of it")
			.isEqualTo(403);
		assertThat(json("manager", "/history?q=gimble&before=99999999999999999").getStatus()).isEqualTo(200);
	}

	private int exports() {
		return this.stage.jdbc.sql("select count(*) from history_export").query(Integer.class).single();
	}

}
