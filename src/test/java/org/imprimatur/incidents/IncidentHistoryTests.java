package org.imprimatur.incidents;

import java.util.List;

import org.imprimatur.history.HistoryRebuild;
import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@Policy({ "PERSONAL", "SAFE" })
@DisplayName("The history finds an incident again")
class IncidentHistoryTests extends PagesOfIncidents {

	private static final String FOUND = "$.items[*].reference";

	@Autowired
	HistoryRebuild rebuild;

	@Test
	@DisplayName("for those who deal with it, by its words, Boards, decisions and missing acknowledgements")
	void found() throws Exception {
		String reference = significant("what", "A slithy tove was quoted.");
		for (String query : List.of("q=slithy toves", "q=slithy&entity=TRUST", "q=slithy&sign=UNACKNOWLEDGED",
				"q=slithy&outcome=triage-incident=SIGNIFICANT", "q=slithy&state=open&feature=incidents")) {
			json("hoc", "/history?" + query).andExpect(status().isOk()).andExpect(jsonPath(FOUND, contains(reference)));
		}
		json("hoc", "/history?q=slithy&sign=OVERRIDDEN").andExpect(jsonPath(FOUND, empty()));
		json("ceo", "/history?q=slithy").andExpect(jsonPath(FOUND, contains(reference)));
		assertThat(this.rebuild.differences(Integer.MAX_VALUE)).noneMatch((one) -> one.startsWith(reference));
	}

	@Test
	@DisplayName("but the CEO only once it is significant, a manager only if told, and nobody whom it is about")
	void hidden() throws Exception {
		String reference = reports("author", "what", "A borogove was mimsy.", "subjects", "hoc", "personalData", "NO",
				"immediateDanger", "NO");
		json("dpo", "/history?q=borogove").andExpect(jsonPath(FOUND, contains(reference)))
			.andExpect(jsonPath("$.items[0].signs", hasItems("RESTRICTED")));
		for (String login : List.of("ceo", "manager", "hoc")) {
			json(login, "/history?q=borogove").andExpect(status().isOk()).andExpect(jsonPath(FOUND, empty()));
			json(login, "/history?q=" + reference).andExpect(jsonPath(FOUND, empty()))
				.andExpect(jsonPath("$.counts.open.number").value(0));
		}
		assesses(reference, "SIGNIFICANT");
		json("ceo", "/history?q=borogove").andExpect(jsonPath(FOUND, contains(reference)));
		json("hoc", "/history?q=borogove").andExpect(jsonPath(FOUND, empty()));
		json("author", "/history?q=borogove").andExpect(status().isForbidden());
		assertThat(this.rebuild.differences(Integer.MAX_VALUE)).noneMatch((one) -> one.startsWith(reference));
	}

	@Test
	@DisplayName("and whoever erases a person reads nothing of a restricted one that is about themselves; another's look is recorded")
	void erasures() throws Exception {
		String reference = reports("author", "what", "Uffish thoughts of Xanthe Tulgeywood.", "subjects", "dpo",
				"personalData", "NO", "immediateDanger", "NO");
		String request = sendsJson("dpo", "/erasures", """
				{"words": "Tulgeywood", "ground": "UNLAWFUL", "explanation": "We should not have asked."}""")
			.andExpect(status().isSeeOther())
			.andReturn()
			.getResponse()
			.getHeader("Location");
		json("dpo", request).andExpect(jsonPath("$.found.items[0].hidden").value(true))
			.andExpect(content().string(not(containsString(reference))))
			.andExpect(content().string(not(containsString("Uffish"))));
		page("dpo", request).andExpect(content().string(containsString("not shown to you")))
			.andExpect(content().string(not(containsString(reference))));
		assertThat(this.incidents.looks(reference)).isEmpty();
		json("trust-secretary", request).andExpect(jsonPath("$.found.items[0].reference").value(reference))
			.andExpect(content().string(containsString("Uffish")));
		assertThat(this.incidents.looks(reference)).extracting(IncidentLook::lookedBy)
			.containsExactly("trust-secretary");
		sendsJson("dpo", request + "/take-back", "{}").andExpect(status().isSeeOther());
	}

}
