package org.imprimatur.incidents;

import java.util.List;
import java.util.Map;

import org.imprimatur.PdfText;
import org.imprimatur.incidents.SeriousIncidentDecision.Task;
import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.test.web.servlet.ResultActions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@Policy({ "TRUSTEES", "PERSONAL" })
@DisplayName("What the record has for a serious incident report is taken away as a file")
class IncidentPackTests extends PagesOfIncidents {

	/** The parts of the form of the Charity Commission, as it asks. */
	private static final String[] FORM = { "1. The charity and who reports", "2. The incident", "3. Category",
			"4. What it did, or may do", "5. Who else knows",
			"6. Policies that applied, and whether they were followed", "7. What the charity has done and will do",
			"8. The Trustees’ decision, and when they knew" };

	@Test
	@DisplayName("in the order of the Commission's form, each fact from the record, with what is missing at the front")
	void facts() throws Exception {
		String reference = significant("what", "Megan Fairclough showed a list of supporters.", "affected",
				"PEOPLE|AIUK", "concerns", "STAFF", "subjects", "approver");
		completes("trust-secretary", reference, IncidentEscalation.Task.PREPARE_INCIDENT_BRIEF, "occurredAt",
				"2026-11-23T09:00", "impactPeople", "Forty supporters may be called up.", "impactFinances", "None.",
				"impactOperations", "A day’s work.", "impactAssets", "One list.", "impactReputation", "Some.",
				"otherAgencies", "The police in Leeds know.", "agencyReferences", "WY 12/345");
		completes("dpo", reference, IncidentEscalation.Task.DECIDE_BREACH_NOTIFICATION, "decision", "DO_NOT_NOTIFY",
				"reason", "Unlikely to harm.");
		String before = PdfText.of(pack("trust-secretary", reference));
		assertThat(before).containsSubsequence(words(FORM));
		assertThat(before).containsSubsequence(words("What is missing", "Who makes the report", "The media",
				"What they decided", "1. The charity and who reports", "On whose authority",
				"Missing: that the Trustees have agreed to a report"));
		assertThat(before).contains(words("23 November 2026, 9am", "Forty supporters may be called up.",
				"Data breach or loss", "Protecting people and safeguarding", "See the agencies above.", "WY 12/345",
				"Do not notify, 24 November 2026, 10am: Unlikely to harm.",
				"Missing: whether the media know, and what is said to them."));
		decidesToReport(reference);
		String after = PdfText.of(pack("chair", reference));
		assertThat(after)
			.contains(words("The Trustees decided on 24 November 2026, 10am GMT that a report is made.",
					"The Trustees were asked for their views on 24 November 2026, 10am GMT.",
					"Report it, 24 November 2026, 10am GMT: Names were seen.", "2 want a report, 0 do not.",
					"What was known then"))
			.doesNotContain(words("Missing: that the Trustees have agreed")[0],
					words("Missing: what the Trustees decided")[0]);
	}

	@Test
	@DisplayName("with nobody named, in whatever was typed and by whomever")
	void namesHidden() throws Exception {
		String reference = significant("what",
				"MEGAN  FAIRCLOUGH (megan.f@example.org, @megan_f) shouted; Fairclough said so to Agnes Dunmore. "
						+ "The Dunmores of Leeds were not there.",
				"concerns", "STAFF", "subjects", "approver");
		decidesToReport(reference);
		byte[] file = pack("trustee1", reference);
		assertThat(PdfText.isAccessible(file)).isTrue();
		String text = PdfText.of(file);
		for (String name : this.people.everybody().values()) {
			assertThat(text).doesNotContainIgnoringCase(PdfText.words(name));
		}
		assertThat(text).doesNotContain("Fairclough", "FAIRCLOUGH", "megan")
			.contains(words("person 1 ([mail address], [handle]) shouted; person 1 said so to a member of staff.",
					"The Dunmores of Leeds", "People here it is about person 1",
					"Made 24 November 2026, 10am GMT; for"));
		Map<String, Object> row = recorded(file);
		assertThat(row).containsEntry("person", "trustee1")
			.containsEntry("form", "incident-pack")
			.containsEntry("query", reference + ": names hidden");
		assertThat(this.incidents.looks(reference))
			.anyMatch((one) -> one.lookedBy().equals("trustee1") && one.place().equals("incident-pack"));
	}

	@Test
	@DisplayName("with names only for a reason, which stands in the file and on record")
	void namesRevealed() throws Exception {
		String reference = significant("what", "Megan Fairclough shouted.", "subjects", "approver");
		String address = address(reference);
		long exports = exports();
		reveals("chair", reference, "").andExpect(status().isUnprocessableEntity())
			.andExpect(content().string(containsString("href=\"#reason\"")));
		reveals("chair", reference, "x".repeat(1001)).andExpect(status().isUnprocessableEntity())
			.andExpect(content().string(containsString("x".repeat(1001))));
		sendsJson("chair", address, "{}").andExpect(status().isUnprocessableEntity());
		sendsJson("chair", address, "{\"reason\":\"Asked.\",\"names\":\"all\"}")
			.andExpect(status().isUnprocessableEntity());
		assertThat(exports()).as("nothing is on record that nobody took").isEqualTo(exports);
		byte[] file = reveals("chair", reference, "The Commission <asked> who it was.").andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsByteArray();
		assertThat(PdfText.of(file)).contains(words("Megan Fairclough shouted.", "Made by Winifred Blakely",
				"People are named here, because: The Commission <asked> who it was."));
		assertThat(recorded(file)).containsEntry("query",
				reference + ": names revealed, because The Commission <asked> who it was.");
		String sha256 = PdfText.sha256(file);
		sends("chair", "/history/check-file", "sha256", sha256)
			.andExpect(content().string(containsString("the serious-incident pack of " + reference)));
		sends("manager", "/history/check-file", "sha256", sha256)
			.andExpect(content().string(containsString("made exactly this file")))
			.andExpect(content().string(not(containsString(reference))));
	}

	@Test
	@DisplayName("by those who take part in the decision, and by nobody else")
	void rightPeople() throws Exception {
		String reference = significant("what", "Somebody shouted.", "subjects", "trustee2");
		for (String login : List.of("chair", "trustee1", "trust-secretary", "ceo")) {
			page(login, address(reference) + ".pdf").andExpect(status().isOk());
			page(login, "/history/" + reference).andExpect(content().string(containsString(address(reference))));
			page(login, "/items/" + reference).andExpect(content().string(containsString(address(reference))));
		}
		for (String login : List.of("hoc", "dpo", "sct", "section-secretary", "admin")) {
			isRefused(login, reference, 403);
			page(login, "/items/" + reference).andExpect(status().isOk())
				.andExpect(content().string(not(containsString(address(reference)))));
		}
		for (String login : List.of("trustee2", "author", "manager", "modeller", "section-board1")) {
			isRefused(login, reference, 404);
		}
		completes("chair", reference, Task.ASSESS_RELEVANCE, "decision", "RELEVANT", "reason", "Shouted.");
		completes("trustee1", reference, Task.GIVE_VIEW, "conflict", "DECLARED", "reason", "A friend.");
		isRefused("trustee1", reference, 403);
		isRefused("chair", "INC-2026-999999", 404);
	}

	private void isRefused(String login, String reference, int status) throws Exception {
		page(login, address(reference) + ".pdf").andExpect(status().is(status));
		page(login, address(reference)).andExpect(status().is(status));
		reveals(login, reference, "I want to know.").andExpect(status().is(status))
			.andExpect(content().string(not(containsString("shouted"))));
		sendsJson(login, address(reference), "{\"reason\":\"I want to know.\"}").andExpect(status().is(status));
	}

	private void decidesToReport(String reference) {
		completes("chair", reference, Task.ASSESS_RELEVANCE, "decision", "RELEVANT", "reason", "Names were seen.");
		for (String login : List.of("trustee1", "trustee2")) {
			completes(login, reference, Task.GIVE_VIEW, "conflict", "NONE", "view", "REPORT", "reason", "Seen.");
		}
		completes("chair", reference, Task.RECORD_TRUSTEES_DECISION, "decision", "REPORT", "reason", "Names were seen.",
				"reporter", "trust-secretary");
	}

	private byte[] pack(String login, String reference) throws Exception {
		return page(login, address(reference) + ".pdf").andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsByteArray();
	}

	private ResultActions reveals(String login, String reference, String reason) throws Exception {
		return sends(login, address(reference), "reason", reason);
	}

	private Map<String, Object> recorded(byte[] file) {
		return this.jdbc.sql("select person, form, query from history_export where sha256 = ?")
			.param(PdfText.sha256(file))
			.query()
			.singleRow();
	}

	private long exports() {
		return this.jdbc.sql("select count(*) from history_export").query(Long.class).single();
	}

	private static String address(String reference) {
		return "/history/" + reference + "/serious-incident-pack";
	}

	private static String[] words(String... texts) {
		return List.of(texts).stream().map(PdfText::words).toArray(String[]::new);
	}

}
