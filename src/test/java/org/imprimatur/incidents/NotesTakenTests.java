package org.imprimatur.incidents;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.imprimatur.history.HistoryRebuild;
import org.imprimatur.incidents.IncidentEscalation.Task;
import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@Policy({ "CEO", "BOARD" })
@DisplayName("The numbers say how soon the Chief Executive and the Boards took note of incidents")
class NotesTakenTests extends PagesOfIncidents {

	private static final String CEO = "Chief Executive, or who stands in";

	private static final String TRUST = "Members of the Trust Board";

	@Autowired
	HistoryRebuild rebuild;

	@Autowired
	ObjectMapper mapper;

	@Test
	@DisplayName("the first of those who were told counts, by the clock, and nobody twice")
	void chiefExecutive() throws Exception {
		itIs("2025-09-02T10:00");
		String quick = significant();
		String slow = significant();
		String never = significant();
		String aboutHer = significant("subjects", "Rosalind Achebe");
		itIs("2025-09-02T10:10");
		takesNote("chair", aboutHer);
		itIs("2025-09-02T10:30");
		takesNote("ceo", quick);
		assertThat(told("2025-09", CEO).path("inTimeOfHundred").asInt()).as("the clock of two still runs")
			.isEqualTo(100);
		fires(slow, "note-overdue");
		itIs("2025-09-02T13:00");
		takesNote("deputy", slow);
		itIs("2025-09-02T16:00");
		takesNote("ceo", slow);
		reassesses(quick, "SIGNIFICANT");
		JsonNode told = told("2025-09", CEO);
		isCounted(told, 4, 2, 1, 1);
		// 10 minutes, half an hour and three hours
		assertThat(told.path("medianSeconds").asInt()).isEqualTo(1800);
		assertThat(told.path("nineOfTenSeconds").asInt()).isEqualTo(9000);
		assertThat(told.path("inTimeOfHundred").asInt()).isEqualTo(50);
		isFound("2025-09", CEO, "not acknowledged", never);
		isFound("2025-09", CEO, "acknowledged late", slow);
		linksHold("2025-09");
	}

	@Test
	@DisplayName("one that is taken up again counts from when it was significant, once, and not again after its note")
	void takenUpAgain() throws Exception {
		itIs("2025-10-07T10:00");
		String closed = reports("author", "what", "A rude reply.", "personalData", "NO", "immediateDanger", "NO");
		assesses(closed, "NONE");
		assertThat(told("2025-10", CEO).path("asked").asInt()).isZero();
		assertThat(told("2025-10", CEO).path("medianSeconds").isNull()).isTrue();
		itIs("2025-10-09T10:00");
		reassesses(closed, "SIGNIFICANT");
		isCounted(told("2025-10", CEO), 1, 0, 0, 1);
		itIs("2025-10-09T10:20");
		takesNote("ceo", closed);
		itIs("2025-10-10T10:00");
		reassesses(closed, "LOW");
		reassesses(closed, "SIGNIFICANT");
		isCounted(told("2025-10", CEO), 1, 1, 0, 0);
		assertThat(told("2025-10", CEO).path("medianSeconds").asInt()).isEqualTo(1200);
		assertThat(told("2025-10", CEO).path("inTimeOfHundred").asInt()).isEqualTo(100);
		linksHold("2025-10");
	}

	@Test
	@DisplayName("of a Board every member counts: it took note once all have, each within one working day")
	void boards() throws Exception {
		itIs("2025-11-04T10:00");
		String prompt = told(Severity.S1);
		String late = told(Severity.S1);
		String never = told(Severity.S1);
		itIs("2025-11-04T11:00");
		for (String reference : new String[] { prompt, late }) {
			for (String member : new String[] { "chair", "trustee1" }) {
				completes(member, reference, BoardReport.Task.ACKNOWLEDGE_BOARD_NOTICE, "acknowledged", "YES");
			}
		}
		completes("trustee2", prompt, BoardReport.Task.ACKNOWLEDGE_BOARD_NOTICE, "acknowledged", "YES");
		isCounted(told("2025-11", TRUST), 3, 1, 0, 2);
		itIs("2025-11-07T10:00");
		completes("trustee2", late, BoardReport.Task.ACKNOWLEDGE_BOARD_NOTICE, "acknowledged", "YES");
		JsonNode told = told("2025-11", TRUST);
		isCounted(told, 3, 1, 1, 1);
		assertThat(told.path("medianSeconds").asInt()).isEqualTo(3600);
		// five of nine notices
		assertThat(told.path("inTimeOfHundred").asInt()).isEqualTo(56);
		isFound("2025-11", TRUST, "not acknowledged", never);
		assertThat(told("2025-11", "Members of the Section Board").path("asked").asInt()).isZero();
		linksHold("2025-11");
	}

	@Test
	@DisplayName("but tells nobody of an incident that they may not find, and never the one whom it is about")
	void mayNot() throws Exception {
		itIs("2025-12-02T10:00");
		significant("subjects", "Rosalind Achebe");
		assertThat(told("2025-12", CEO).path("asked").asInt()).isEqualTo(1);
		assertThat(told("ceo", "2025-12", CEO).path("asked").asInt()).isZero();
		itIs("2025-12-02T10:10");
		takesNote("ceo", significant());
		assertThat(told("ceo", "2025-12", CEO).path("asked").asInt()).isEqualTo(1);
		json("author", "/numbers").andExpect(status().isForbidden());
		String csv = json("hoc", "/numbers.csv?since=2025-12&until=2025-12").andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(csv).contains("\"Acknowledgement: " + CEO + "\",asked,2");
	}

	/** Significant, and the Trust's Board is told between its meetings. */
	private String told(Severity severity) {
		String reference = reports("author", "what", "A list of supporters could be seen.", "personalData", "NO");
		assesses(reference, "SIGNIFICANT", "severity", severity.name(), "entities", "TRUST", "entitiesReason",
				"Only the Trust is named.");
		completes("trust-secretary", reference, BoardReport.Task.PREPARE_BOARD_REPORT, "route", "BETWEEN_MEETINGS",
				"paper", "What happened.");
		return reference;
	}

	private void reassesses(String reference, String risk) {
		does("dem", reference, IncidentDeed.REASSESS, "risk", risk, "riskReason", "New facts.", "severity", "S2",
				"entities", "TRUST|SECTION", "personalDataBreach", "NO", "response", "LATER");
	}

	private void takesNote(String login, String reference) {
		completes(login, reference, Task.ACKNOWLEDGE_INCIDENT, "acknowledged", "YES");
	}

	private JsonNode told(String month, String who) throws Exception {
		return told("hoc", month, who);
	}

	private JsonNode told(String login, String month, String who) throws Exception {
		String answer = json(login, "/numbers?since=" + month + "&until=" + month).andReturn()
			.getResponse()
			.getContentAsString();
		for (JsonNode one : this.mapper.readTree(answer).path("acknowledgements")) {
			if (one.path("who").asText().equals(who)) {
				return one;
			}
		}
		throw new AssertionError("Nobody is called " + who + " in " + answer);
	}

	private static void isCounted(JsonNode told, int asked, int inTime, int late, int missing) {
		assertThat(new int[] { told.path("asked").asInt(-1), told.path("inTime").asInt(-1), told.path("late").asInt(-1),
				told.path("notAcknowledged").asInt(-1) })
			.as("asked, in time, late, not acknowledged")
			.containsExactly(asked, inTime, late, missing);
	}

	private void isFound(String month, String who, String state, String reference) throws Exception {
		Matcher link = Pattern
			.compile("href=\"(/history\\?[^\"]*)\"><span>1</span><span class=\"govuk-visually-hidden\">, " + state
					+ ", " + who)
			.matcher(numbers(month));
		assertThat(link.find()).as("a link for " + state).isTrue();
		json("hoc", link.group(1).replace("&amp;", "&").replace("%3D", "="))
			.andExpect(content().string(containsString(reference)));
	}

	/** Each number is what its search finds, and the index is what the record says. */
	private void linksHold(String month) throws Exception {
		Matcher links = Pattern.compile("href=\"(/history\\?[^\"]*outcome=acknowledged[^\"]*)\"><span>(\\d+)</span>")
			.matcher(numbers(month));
		int found = 0;
		while (links.find()) {
			String answer = json("hoc", links.group(1).replace("&amp;", "&").replace("%3D", "=")).andReturn()
				.getResponse()
				.getContentAsString();
			assertThat(this.mapper.readTree(answer).path("items")).as(links.group(1))
				.hasSize(Integer.parseInt(links.group(2)));
			found++;
		}
		assertThat(found).isPositive();
		assertThat(this.rebuild.differences(Integer.MAX_VALUE)).noneMatch((one) -> one.startsWith("INC-2025"));
	}

	private String numbers(String month) throws Exception {
		return page("hoc", "/numbers?since=" + month + "&until=" + month).andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

}
