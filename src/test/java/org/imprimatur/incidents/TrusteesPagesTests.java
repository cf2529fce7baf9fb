package org.imprimatur.incidents;

import java.util.Base64;

import org.imprimatur.incidents.SeriousIncidentDecision.Task;
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
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@Policy("TRUSTEES")
@DisplayName("The pages of the Trustees' decision")
class TrusteesPagesTests extends TrusteesAtWork {

	@Autowired
	MockMvc mvc;

	@Test
	@DisplayName("show what speaks for and against, keep what was typed, and ask for what is missing")
	void ofTheTasks() throws Exception {
		String reference = putToTrustees("what", "<b>Names</b> were seen 😱");
		String relevance = "/tasks/" + open(reference, Task.ASSESS_RELEVANCE, "").id();
		page("chair", relevance).andExpect(status().isOk())
			.andExpect(content().string(containsString("What speaks for a report, and what against")))
			.andExpect(content().string(containsString("The Trust holds the account, alone or jointly")))
			.andExpect(content().string(containsString("&lt;b&gt;Names&lt;/b&gt; were seen 😱")))
			.andExpect(content().string(not(containsString("checked=\"checked\""))));
		sends("chair", relevance, "reason", "Kept as typed 😱").andExpect(status().isUnprocessableEntity())
			.andExpect(content().string(containsString("Choose whether it may matter")))
			.andExpect(content().string(containsString("Kept as typed 😱")));
		sends("chair", relevance, "decision", "RELEVANT", "reason", "Names.").andExpect(status().isSeeOther());
		String view = "/tasks/" + open(reference, Task.GIVE_VIEW, "trustee2").id();
		page("trustee2", view).andExpect(status().isOk())
			.andExpect(content().string(containsString("Have you a conflict of interest?")))
			.andExpect(content().string(containsString("Found relevant by " + person("chair").name() + ": Names.")));
		sends("trustee2", view, "conflict", "NONE", "view", "REPORT", "reason", "Yes.")
			.andExpect(status().isSeeOther());
		wants("trustee1", reference, TrusteeView.REPORT);
		String record = "/tasks/" + open(reference, Task.RECORD_TRUSTEES_DECISION, "").id();
		page("chair", record).andExpect(status().isOk())
			.andExpect(content().string(containsString("2 want a report, 0 do not.")))
			.andExpect(content().string(containsString("Has not answered")));
		sends("chair", record, "decision", "DO_NOT_REPORT", "reason", "No.").andExpect(status().isUnprocessableEntity())
			.andExpect(content().string(containsString("Enter why the decision goes against them")));
		sends("chair", record, "decision", "REPORT", "reason", "Yes.", "reporter", "trust-secretary")
			.andExpect(status().isSeeOther());
		String submit = "/tasks/" + open(reference, Task.SUBMIT_SERIOUS_INCIDENT_REPORT, "").id();
		page("trust-secretary", submit).andExpect(status().isOk())
			.andExpect(content().string(containsString("to report it: Yes.")));
		sends("trust-secretary", submit, "commissionReference", "C-1", "followUpDue", "2026-12-15")
			.andExpect(status().isSeeOther());
		page("trustee1", "/items/" + reference).andExpect(status().isOk())
			.andExpect(content().string(containsString("What was known when the Trustees decided")))
			.andExpect(content().string(containsString("For a report")));
	}

	@Test
	@DisplayName("offer a call-in to Trustees alone, and to nobody whom it concerns")
	void callIn() throws Exception {
		String reference = putToTrustees("subjects", "trustee1");
		completes("chair", reference, Task.ASSESS_RELEVANCE, "decision", "NOT_RELEVANT", "reason", "Small.");
		String address = "/items/" + reference + "/call-in";
		page("trustee2", "/items/" + reference).andExpect(content().string(containsString("Call it in")));
		json("trustee2", get("/items/" + reference)).andExpect(jsonPath("$.acts", hasItem("call-in")))
			.andExpect(jsonPath("$.known[0].known", containsString("Facts, version 1")));
		page("sct", "/items/" + reference).andExpect(content().string(not(containsString("Call it in"))));
		page("trustee2", address).andExpect(status().isOk())
			.andExpect(content().string(containsString("Why should the Trustees decide about it?")));
		for (String stranger : new String[] { "trustee1", "author2", "manager" }) {
			page(stranger, address).andExpect(status().isNotFound());
			json(stranger, post(address).content("{\"reason\":\"x\",\"other\":\"y\"}")).andExpect(status().isNotFound())
				.andExpect(content().string(not(containsString("supporters"))));
		}
		json("ceo", post(address).content("{\"reason\":\"x\"}")).andExpect(status().isForbidden());
		sends("trustee2", address, "reason", "").andExpect(status().isUnprocessableEntity())
			.andExpect(content().string(containsString("Enter why the Trustees should decide")));
		json("trustee2", post(address).content("{\"reason\":\"x\",\"other\":\"y\"}"))
			.andExpect(status().isUnprocessableEntity());
		json("trustee2", post(address).content("{\"reason\":\"The press has it.\"}")).andExpect(status().isSeeOther());
		json("chair", post(address).content("{\"reason\":\"x\"}")).andExpect(status().isConflict());
		json("chair", post("/items/" + reference + "/reopen").content("{\"reason\":\"x\"}"))
			.andExpect(status().isConflict())
			.andExpect(content().string(containsString("assessing the incident again")));
		assertThat(people(reference, Task.GIVE_VIEW)).containsExactly("chair", "trustee2");
	}

	private ResultActions page(String login, String address) throws Exception {
		return this.mvc.perform(by(login, get(address)).accept(MediaType.TEXT_HTML));
	}

	private ResultActions json(String login, MockHttpServletRequestBuilder request) throws Exception {
		return this.mvc
			.perform(by(login, request).contentType(MediaType.APPLICATION_JSON).accept(MediaType.APPLICATION_JSON));
	}

	private ResultActions sends(String login, String address, String... fields) throws Exception {
		MockHttpServletRequestBuilder request = by(login, post(address)).accept(MediaType.TEXT_HTML);
		for (int i = 0; i < fields.length; i += 2) {
			request.param(fields[i], fields[i + 1]);
		}
		return this.mvc.perform(request.contentType(MediaType.APPLICATION_FORM_URLENCODED));
	}

	private static MockHttpServletRequestBuilder by(String login, MockHttpServletRequestBuilder request) {
		return request.header("Authorization",
				"Basic " + Base64.getEncoder().encodeToString((login + ":imprimatur").getBytes()));
	}

}
