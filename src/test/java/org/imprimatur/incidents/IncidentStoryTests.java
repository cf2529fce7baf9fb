package org.imprimatur.incidents;

import java.nio.charset.StandardCharsets;
import java.util.List;

import com.jayway.jsonpath.JsonPath;
import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@Policy({ "SAFE", "PERSONAL" })
@DisplayName("Those who deal with an incident read its whole story")
class IncidentStoryTests extends PagesOfIncidents {

	@Test
	@DisplayName("with every procedure that was followed for it, and each step of a person once")
	void everyProcedure() throws Exception {
		String reference = significant();
		String story = json("hoc", "/history/" + reference + ".json").andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString(StandardCharsets.UTF_8);
		assertThat(JsonPath.<List<String>>read(story, "$.cases[*].process")).startsWith("incident-escalation")
			.contains("board-report", "serious-incident-decision");
		assertThat(JsonPath.<List<String>>read(story, "$.timeline[*].title")).startsWith("Incident reported");
		assertThat(JsonPath.<List<String>>read(story, "$.timeline[?(@.role=='Incident handlers')].title")).isNotNull();
		assertThat(JsonPath.<List<List<?>>>read(story, "$.cases[0].path[?(@.element=='triage-incident')].done"))
			.singleElement()
			.satisfies((done) -> assertThat(done).hasSize(1));
		page("hoc", "/history/" + reference).andExpect(status().isOk())
			.andExpect(content().string(containsString("The path in words")));
	}

	@Test
	@DisplayName("and the look at a restricted one is recorded, whom it is about finds nothing, and no manager who was not told")
	void whoMay() throws Exception {
		String reference = reports("author", "what", "Marcus leaked a list.", "concerns", "STAFF", "subjects", "sct2",
				"personalData", "NO");
		page("hoc", "/history/" + reference).andExpect(status().isOk());
		json("dpo", "/history/" + reference).andExpect(status().isOk());
		assertThat(this.incidents.looks(reference)).extracting(IncidentLook::lookedBy).containsExactly("hoc", "dpo");
		assertThat(this.incidents.looks(reference)).extracting(IncidentLook::place).containsOnly("history");
		for (String other : List.of("sct2", "author", "manager", "modeller", "ceo")) {
			page(other, "/history/" + reference).andExpect(status().isNotFound())
				.andExpect(content().string(containsString("There is no item")));
			json(other, "/history/" + reference + ".json").andExpect(status().isNotFound());
		}
		assertThat(this.incidents.looks(reference)).hasSize(2);
	}

	@Test
	@DisplayName("with what each version of what is known has changed, field by field")
	void differences() throws Exception {
		String reference = reports("author", "what", "The list could be seen.", "personalData", "YES",
				"immediateDanger", "NO");
		assesses(reference, "SIGNIFICANT", "awareAt", "2026-11-23T09:00", "awareHow", "A mail to the office.");
		String story = json("hoc", "/history/" + reference).andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString(StandardCharsets.UTF_8);
		assertThat(JsonPath.<List<String>>read(story, "$.differences[*].title"))
			.containsExactly("Version 2 compared with version 1");
		assertThat(JsonPath.<List<String>>read(story, "$.differences[0].fields[*].label"))
			.containsExactly("We became aware", "How we became aware");
		page("hoc", "/history/" + reference).andExpect(content().string(containsString("A mail to the office.")))
			.andExpect(content().string(containsString("What each version changed")));
	}

}
