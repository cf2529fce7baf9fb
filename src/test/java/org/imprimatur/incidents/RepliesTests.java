package org.imprimatur.incidents;

import java.util.UUID;

import org.imprimatur.kernel.Policy;
import org.imprimatur.mail.Mail;
import org.imprimatur.mail.Outbox;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@Policy({ "RESPOND", "PERSONAL" })
@DisplayName("The reply to an incident")
class RepliesTests extends PagesOfIncidents {

	@Autowired
	Replies replies;

	@Autowired
	private Outbox outbox;

	@Test
	@DisplayName("is a post that whoever was asked proposes, and both pages name the other")
	void bothWays() throws Exception {
		String reference = rude();
		page("sct", "/tasks/" + open(reference, IncidentEscalation.Task.HANDLE_INCIDENT, "").id())
			.andExpect(content().string(containsString("/items/" + reference + "/ask-for-reply")))
			.andExpect(content().string(not(containsString("from=" + reference))));
		asks("sct", reference, "approver", "We are sorry: say when it is mended.");
		assertThat(this.outbox.of(reference)).filteredOn((mail) -> mail.login().equals("approver"))
			.extracting(Mail::subject)
			.containsExactly(reference + ": a reply is asked of you");
		page("approver", "/").andExpect(content().string(containsString("Propose the reply to " + reference)))
			.andExpect(content().string(containsString("say when it is mended")))
			.andExpect(content().string(not(containsString("A rude reply"))));
		page("approver", "/start/post-approval?kind=REPLY&from=" + reference).andExpect(status().isOk())
			.andExpect(content().string(containsString("value=\"" + reference + "\"")));
		page("approver", "/items/" + reference).andExpect(status().isNotFound());
		String post = posted(proposes("approver", reference).andExpect(status().isSeeOther()));
		assertThat(this.replies.newsFor(person("approver"))).noneMatch((one) -> one.title().contains(reference));
		page("sct", "/items/" + post).andExpect(content().string(containsString("Reply to incident")))
			.andExpect(content().string(containsString("href=\"/items/" + reference)));
		page("sct", "/items/" + reference).andExpect(content().string(containsString("We are sorry about that.")))
			.andExpect(content().string(containsString("waits for")));
		json("dpo", "/items/" + reference).andExpect(jsonPath("$.replies[0].reference").value(post))
			.andExpect(jsonPath("$.replies[0].title").doesNotExist())
			.andExpect(jsonPath("$.replies[0].state").isNotEmpty());
		json("approver", "/items/" + post).andExpect(jsonPath("$.incident").value(reference));
	}

	@Test
	@DisplayName("tells nobody else of the incident: not the team, not a manager, not whom it is about")
	void leaksNothing() throws Exception {
		String reference = rude();
		asks("sct", reference, "author", "Say sorry.");
		String post = posted(proposes("author", reference).andExpect(status().isSeeOther()));
		does("dem", reference, IncidentDeed.REASSESS, "risk", "LOW", "riskReason", "It was Marcus.", "subjects", "sct2",
				"personalDataBreach", "NO", "response", "RESPOND", "responseReason", "We owe it.", "factsReason",
				"He said so.");
		for (String other : new String[] { "sct2", "author2", "approver", "manager", "objects" }) {
			page(other, "/items/" + post).andExpect(status().isOk())
				.andExpect(content().string(not(containsString("INC-"))))
				.andExpect(content().string(not(containsString("ncident that"))));
			json(other, "/items/" + post).andExpect(jsonPath("$.incident").doesNotExist())
				.andExpect(content().string(not(containsString(reference))));
		}
		json("sct", "/items/" + post).andExpect(jsonPath("$.incident").value(reference));
	}

	@Test
	@DisplayName("names no incident that is not there or is kept from the proposer, with the same words for both")
	void namesNoOther() throws Exception {
		String reference = rude();
		String hidden = "There is no incident %s that you may name.";
		for (String one : new String[] { reference, "INC-2026-999999", "INC-1", "POST-2026-000001" }) {
			proposes("author2", one).andExpect(status().isUnprocessableEntity())
				.andExpect(jsonPath("$.fields.incident", containsString(hidden.formatted(one))));
		}
		page("author2", "/start/post-approval?from=" + reference).andExpect(status().isNotFound());
		asks("sct", reference, "author2", "Say sorry.");
		does("dem", reference, IncidentDeed.REASSESS, "risk", "LOW", "riskReason", "It was her.", "subjects", "author2",
				"personalDataBreach", "NO", "response", "LATER", "factsReason", "She said so.");
		proposes("author2", reference).andExpect(status().isUnprocessableEntity())
			.andExpect(jsonPath("$.fields.incident", containsString(hidden.formatted(reference))));
		assertThat(this.replies.newsFor(person("author2"))).isEmpty();
	}

	@Test
	@DisplayName("is asked of somebody who may use an account and whom it is not about, by those who deal with it")
	void asked() {
		String reference = reports("activist", "what", "He shouted.", "subjects", "author", "personalData", "NO",
				"immediateDanger", "NO");
		isAskedFor(() -> asks("sct", reference, "author", "Say sorry."), "person", "it is about");
		isAskedFor(() -> asks("sct", reference, "dpo", "Say sorry."), "person", "not authorised to use any");
		isAskedFor(() -> asks("sct", reference, "Nobody", "Say sorry."), "person", "Nobody who signs in here");
		isAskedFor(() -> asks("sct", reference, "author2", ""), "reason", "Enter what has to be answered");
		isRefused(() -> asks("dpo", reference, "author2", "Say sorry."), "You may not ask for a reply");
		isRefused(() -> asks("activist", reference, "author2", "Say sorry."), "no item");
		isRefused(() -> asks("author", reference, "author2", "Say sorry."), "no item");
	}

	private String rude() {
		String reference = reports("activist", "what", "A rude reply.", "personalData", "NO", "immediateDanger", "NO");
		assesses(reference, "LOW", "response", "RESPOND", "responseReason", "We owe an answer.");
		return reference;
	}

	private void asks(String login, String reference, String whom, String what) {
		does(login, reference, IncidentDeed.ASK_FOR_REPLY, "person", whom, "reason", what);
	}

	private ResultActions proposes(String login, String incident) throws Exception {
		return sendsJson(login, "/start/post-approval", """
				{"accounts":"main-x","kind":"REPLY","body":"We are sorry about that. %s","grounding":"POLICY",
				"groundingSource":"P-1","sourceUrl":"https://example.org/1","incident":"%s","decision":"SUBMIT"}"""
			.formatted(UUID.randomUUID(), incident));
	}

	private static String posted(ResultActions answer) {
		String address = answer.andReturn().getResponse().getHeader("Location");
		return address.substring(address.lastIndexOf('/') + 1);
	}

}
