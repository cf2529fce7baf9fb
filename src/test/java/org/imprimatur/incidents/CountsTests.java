package org.imprimatur.incidents;

import org.imprimatur.incidents.IncidentCounts.Month;
import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@Policy({ "CEO", "TRUSTEES", "PERSONAL" })
@DisplayName("Managers count incidents and read none")
class CountsTests extends PagesOfIncidents {

	private static final String COUNTS = "/incidents/counts";

	@Autowired
	IncidentCounts counts;

	@Test
	@DisplayName("by month, risk, severity and state, with the time to triage and the clocks that were met and missed")
	void counted() {
		itIs("2031-03-31T22:30");
		String first = reports("author", "what", "A rude reply.", "personalData", "NO", "immediateDanger", "NO");
		itIs("2031-04-01T09:00");
		String second = reports("author", "what", "A list could be seen.", "personalData", "YES", "account", "main-x");
		itIs("2031-04-01T09:30");
		assesses(first, "NONE");
		itIs("2031-04-01T15:00");
		assesses(second, "SIGNIFICANT");
		String third = reports("author", "what", "Nobody looks.", "personalData", "NO", "immediateDanger", "NO");
		itIs("2031-04-30T15:00");
		Month march = month("manager", "2031-03");
		assertThat(march.reported()).as("22:30 on the 31st is still March").isEqualTo(1);
		assertThat(march.risk()).containsEntry("NONE", 1L).containsEntry("SIGNIFICANT", 0L);
		assertThat(march.state()).containsEntry("ENDED", 1L).containsEntry("OPEN", 0L);
		assertThat(march.toTriage().median()).as("the night in which the clocks went on is one").startsWith("11 hours");
		assertThat(march.policy()).isEqualTo(new IncidentCounts.Kept(1, 0));
		Month april = month("manager", "2031-04");
		assertThat(april.risk()).containsEntry("SIGNIFICANT", 1L).containsEntry("NOT_ASSESSED", 1L);
		assertThat(april.severity()).containsEntry("S2", 1L).containsEntry("S1", 0L);
		assertThat(april.state()).containsEntry("OPEN", 2L);
		assertThat(april.toTriage()).isEqualTo(new IncidentCounts.Times("6 hours 0 minutes", "6 hours 0 minutes"));
		assertThat(april.law()).as("nobody decided within 72 hours").isEqualTo(new IncidentCounts.Kept(0, 1));
		assertThat(april.policy().missed()).as("both triages were late").isGreaterThan(1);
		assertThat(third).isNotEqualTo(second);
	}

	@Test
	@DisplayName("with what the Trustees decided, the latest of each")
	void decided() {
		itIs("2032-05-05T10:00");
		String reference = significant();
		completes("chair", reference, SeriousIncidentDecision.Task.ASSESS_RELEVANCE, "decision", "NOT_RELEVANT",
				"reason", "Small.");
		assertThat(month("manager", "2032-05").decided()).containsEntry("NOT_RELEVANT", 1L)
			.containsEntry("DO_NOT_REPORT", 0L);
	}

	@Test
	@DisplayName("but never one that names whoever asks, not even as a number")
	void notOnesOwn() throws Exception {
		itIs("2033-06-07T10:00");
		String reference = reports("author", "what", "The manager shouted.", "subjects", "manager", "personalData",
				"YES");
		assesses(reference, "SIGNIFICANT");
		assertThat(month("hoc", "2033-06").reported()).isEqualTo(1);
		Month month = month("manager", "2033-06");
		assertThat(month.reported()).isZero();
		assertThat(month.risk().values()).containsOnly(0L);
		assertThat(month.severity().values()).containsOnly(0L);
		assertThat(month.toTriage().longest()).isEmpty();
		assertThat(month.law()).isEqualTo(new IncidentCounts.Kept(0, 0));
		assertThat(month.policy()).isEqualTo(new IncidentCounts.Kept(0, 0));
		page("manager", COUNTS).andExpect(status().isOk())
			.andExpect(content().string(containsString("Nothing to count")))
			.andExpect(content().string(not(containsString("June 2033"))));
		json("manager", "/items/" + reference).andExpect(status().isNotFound());
	}

	@Test
	@DisplayName("on one page and as JSON, with no title, no name and no way to an incident; for nobody else")
	void page() throws Exception {
		itIs("2034-07-04T10:00");
		String reference = reports("author", "what", "Unmistakable words.", "subjects", "sct2", "personalData", "NO");
		page("manager", COUNTS).andExpect(status().isOk())
			.andExpect(content().string(containsString("July 2034")))
			.andExpect(content().string(stringContainsInOrder("July 2034", ">1</td>", ">0</td>", ">0</td>", ">0</td>",
					">1</td>", ">1</td>", ">0</td>")))
			.andExpect(content().string(not(containsString("INC-"))))
			.andExpect(content().string(not(containsString("Unmistakable"))));
		json("manager", COUNTS).andExpect(jsonPath("$[0].month").value("2034-07"))
			.andExpect(jsonPath("$[0].reported").value(1))
			.andExpect(jsonPath("$[0].risk.NOT_ASSESSED").value(1))
			.andExpect(content().string(not(containsString(reference))));
		json("sct2", COUNTS).andExpect(jsonPath("$[0].reported").value(0));
		page("manager", "/").andExpect(content().string(containsString("href=\"" + COUNTS)));
		for (String stranger : new String[] { "author", "modeller", "objects", "section-board1", "activist" }) {
			json(stranger, COUNTS).andExpect(status().isForbidden())
				.andExpect(content().string(not(containsString("2034-07"))));
		}
	}

	private Month month(String login, String month) {
		return this.counts.months(person(login))
			.stream()
			.filter((one) -> one.month().equals(month))
			.findFirst()
			.orElseThrow();
	}

}
