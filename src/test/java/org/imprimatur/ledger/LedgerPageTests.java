package org.imprimatur.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@Policy("ONE-LOGIN")
@DisplayName("The page of the ledger")
class LedgerPageTests extends LedgerAtWork {

	@Autowired
	MockMvc mvc;

	@Autowired
	ObjectMapper json;

	@Autowired
	Verifying verifying;

	@Test
	@DisplayName("verifies when asked, and says what was found, by whom it was asked, and where the record ends")
	void verifies() throws Exception {
		String key = oneRowEach(List.of(LedgerTables.find("post_decision"))).values().iterator().next();
		this.attacker.sql("post_decision", "update post_decision set decision = 'OTHER' where cast(id as varchar) = ?",
				key);

		verify("manager");

		JsonNode answer = this.json
			.readTree(asks("trust-secretary", get("/ledger"), MediaType.APPLICATION_JSON).andReturn()
				.getResponse()
				.getContentAsString());
		assertThat(answer.get("head").asText()).isEqualTo(this.ledger.head().toString());
		JsonNode last = answer.get("verifications").get(0);
		assertThat(last.get("by").asText()).isNotEqualTo("manager").isNotEmpty();
		assertThat(last.get("count").asInt()).isPositive();
		assertThat(last.get("found").findValuesAsText("words"))
			.anyMatch((words) -> words.startsWith("A decision about a post (row " + key + ") was changed"));
		asks("admin", get("/ledger"), MediaType.TEXT_HTML).andExpect(status().isOk())
			.andExpect(content().string(containsString("A decision about a post (row " + key + ") was changed")))
			.andExpect(content().string(containsString("An item that is not yours to see")));
		asks("admin", get("/actuator/health"), MediaType.APPLICATION_JSON).andExpect(status().isOk())
			.andExpect(content().string(containsString("UNPROVEN")));
		asks("admin", get("/actuator/health/readiness"), MediaType.APPLICATION_JSON).andExpect(status().isOk())
			.andExpect(content().string(containsString("UP")));
	}

	@Test
	@DisplayName("is for managers, the Trust's Board secretary and administrators only")
	void doors() throws Exception {
		long before = this.ledger.head().number();
		for (String somebody : new String[] { "author", "approver", "hoc", "ceo", "modeller", "section-secretary" }) {
			asks(somebody, get("/ledger"), MediaType.APPLICATION_JSON).andExpect(status().isForbidden());
			asks(somebody, get("/ledger"), MediaType.TEXT_HTML).andExpect(status().isForbidden());
			asks(somebody, post("/ledger/verify").contentType(MediaType.APPLICATION_JSON), MediaType.APPLICATION_JSON)
				.andExpect(status().isForbidden());
			asks(somebody, get("/"), MediaType.TEXT_HTML)
				.andExpect(content().string(not(containsString("\"/ledger\""))));
		}
		asks("manager", get("/"), MediaType.TEXT_HTML).andExpect(content().string(containsString("\"/ledger\"")));
		assertThat(this.jdbc.sql("select count(*) from ledger_entry where number > ? and table_name <> 'refusal'")
			.param(before)
			.query(Integer.class)
			.single()).isZero();
	}

	private void verify(String login) throws Exception {
		asks(login, post("/ledger/verify").contentType(MediaType.APPLICATION_JSON), MediaType.APPLICATION_JSON)
			.andExpect(status().isSeeOther());
		assertThat(this.verifying.await(Duration.ofMinutes(1))).isTrue();
	}

	private ResultActions asks(String login, MockHttpServletRequestBuilder request, MediaType type) throws Exception {
		return this.mvc.perform(
				request
					.header("Authorization",
							"Basic " + Base64.getEncoder()
								.encodeToString((login + ":imprimatur").getBytes(StandardCharsets.UTF_8)))
					.accept(type));
	}

}
