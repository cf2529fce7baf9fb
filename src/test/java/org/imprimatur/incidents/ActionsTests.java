package org.imprimatur.incidents;

import org.imprimatur.incidents.IncidentEscalation.Task;
import org.imprimatur.kernel.Policy;
import org.imprimatur.mail.Mail;
import org.imprimatur.mail.Outbox;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@Policy({ "REVIEW", "PERSONAL" })
@DisplayName("What is agreed at the review of an incident")
class ActionsTests extends PagesOfIncidents {

	@Autowired
	IncidentActions actions;

	@Autowired
	private Outbox outbox;

	@Test
	@DisplayName("stands in rows of what, who and by when; blank ones count for nothing, half of one is asked for")
	void rows() throws Exception {
		String reference = significant("subjects", "sct2");
		String task = "/tasks/" + open(reference, Task.REVIEW_INCIDENT, "").id();
		page("sct", task).andExpect(content().string(containsString("id=\"actions-3\"")))
			.andExpect(content().string(not(containsString("id=\"actions-4\""))));
		String half = """
				{"lessons":"Answer sooner.","policyReview":"NOT_NEEDED","reason":"It held.",
				"actions":["","Mend the form","Tell them","","Check it"],
				"owners":["","","sct2","author","Nobody Known"],"dues":["","2026-12-18","2026-11-23","2026-12-18","soon"]}""";
		sendsJson("sct", task, half).andExpect(status().isUnprocessableEntity())
			.andExpect(jsonPath("$.fields.actions").value("Action 4: enter what is done, or empty the row."))
			.andExpect(jsonPath("$.fields.owners").value("Action 2: enter who does it."))
			.andExpect(jsonPath("$.fields.dues", containsString("Action 3: enter a day from today on")));
		sends("sct", task, "actions", "Mend <b>it</b>", "owners", "sct2", "dues", "2026-12-18")
			.andExpect(status().isUnprocessableEntity())
			.andExpect(content().string(containsString("Action 1: choose somebody else, since it is about")))
			.andExpect(content().string(containsString("Mend &lt;b&gt;it&lt;/b&gt;")));
		assertThat(this.actions.of(reference)).isEmpty();
		sends("sct", task, "actions", "", "actions", "", "actions", "Mend it", "attach", "true")
			.andExpect(status().isSeeOther());
		page("sct", task).andExpect(content().string(containsString("Mend it")))
			.andExpect(content().string(containsString("id=\"actions-4\"")));
		reviews(reference);
		assertThat(this.actions.of(reference)).extracting(IncidentActions.View::what)
			.containsExactly("Mend the form", "Tell them");
		assertThat(this.outbox.of(reference)).filteredOn((mail) -> mail.path().startsWith("/actions/"))
			.extracting(Mail::login)
			.contains("author");
		json("sct", "/items/" + reference).andExpect(jsonPath("$.actions[0].owner").value(person("author").name()))
			.andExpect(jsonPath("$.actions[0].due").value("18 December 2026"));
		page("dpo", "/items/" + reference).andExpect(content().string(containsString("Actions agreed at the review")));
	}

	@Test
	@DisplayName("is seen by its owner until they say that it is done, once, and by those who deal with it as overdue")
	void done() throws Exception {
		String reference = significant();
		reviews(reference);
		long id = this.actions.of(reference).get(0).id();
		String address = "/actions/" + id;
		page("author", "/").andExpect(content().string(containsString(address)))
			.andExpect(content().string(not(containsString("Overdue"))));
		page("author", address).andExpect(status().isOk())
			.andExpect(content().string(containsString("Mend the form")))
			.andExpect(content().string(not(containsString("A list of supporters"))));
		for (String stranger : new String[] { "author2", "manager", "modeller", "objects" }) {
			json(stranger, address).andExpect(status().isNotFound());
			sendsJson(stranger, address, "{\"note\":\"x\"}").andExpect(status().isNotFound());
		}
		sendsJson("sct", address, "{\"note\":\"x\"}").andExpect(status().isForbidden());
		itIs("2026-12-19T09:00");
		page("author", "/").andExpect(content().string(containsString("Overdue")));
		json("sct", "/items/" + reference).andExpect(jsonPath("$.actions[0].overdue").value(true));
		sends("author", address, "note", "").andExpect(status().isUnprocessableEntity())
			.andExpect(content().string(containsString("Enter in a sentence what was done")));
		sends("author", address, "note", "The form asks again now.").andExpect(status().isSeeOther());
		sendsJson("author", address, "{\"note\":\"x\"}").andExpect(status().isConflict());
		assertThat(this.actions.openFor(person("author"))).noneMatch((one) -> one.address().equals(address));
		json("sct", "/items/" + reference).andExpect(jsonPath("$.actions[0].overdue").value(false))
			.andExpect(jsonPath("$.actions[0].done", containsString("The form asks again now.")));
	}

	@Test
	@DisplayName("is gone for an owner whom it turns out to be about")
	void ownerInvolved() throws Exception {
		String reference = significant();
		reviews(reference);
		long id = this.actions.of(reference).get(0).id();
		does("dem", reference, IncidentDeed.REASSESS, "risk", "SIGNIFICANT", "severity", "S2", "entities",
				"TRUST|SECTION", "riskReason", "It was her.", "subjects", "author", "personalDataBreach", "NO",
				"response", "LATER", "factsReason", "She said so.");
		assertThat(this.actions.openFor(person("author"))).noneMatch((one) -> one.from().equals(reference));
		json("author", "/actions/" + id).andExpect(status().isNotFound());
		sendsJson("author", "/actions/" + id, "{\"note\":\"x\"}").andExpect(status().isNotFound());
		json("sct", "/items/" + reference).andExpect(jsonPath("$.actions[0].done").isEmpty());
	}

	private void reviews(String reference) {
		completes("sct", reference, Task.REVIEW_INCIDENT, "lessons", "Answer sooner.", "actions",
				"Mend the form| |Tell them", "owners", "author| |" + person("author2").name(), "dues",
				"2026-12-18| |2026-12-20", "policyReview", "NOT_NEEDED", "reason", "It held.");
	}

}
