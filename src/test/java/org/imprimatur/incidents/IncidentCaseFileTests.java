package org.imprimatur.incidents;

import java.time.Duration;
import java.time.Instant;

import org.imprimatur.PdfText;
import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@Tag("one-database")
@Policy({ "BOARD", "TRUSTEES", "PERSONAL" })
@DisplayName("The case file of an incident")
class IncidentCaseFileTests extends PagesOfIncidents {

	@Test
	@DisplayName("has every version of what was known, whom it concerns and the path of each of its procedures")
	void whole() throws Exception {
		String reference = significant("what", "A brillig evening was described.");
		does("dem", reference, IncidentDeed.REASSESS, "what", "A brillig afternoon was described.", "risk",
				"SIGNIFICANT", "riskReason", "It may go on.", "severity", "S2", "entities", "TRUST|SECTION",
				"personalDataBreach", "NO", "response", "LATER", "factsReason", "It was the afternoon.");
		byte[] file = file(reference);
		assertThat(PdfText.of(file)).contains(PdfText.words("What was known, version 1"),
				PdfText.words("A brillig evening was described."), PdfText.words("What was known, version 2"),
				PdfText.words("A brillig afternoon was described."),
				PdfText.words("Concerns: The Charitable Trust, The Section"));
		assertThat(PdfText.figures(file)).hasSizeGreaterThanOrEqualTo(4)
			.anyMatch((words) -> words.startsWith("Diagram of the procedure Incident escalation"))
			.anyMatch((words) -> words.startsWith("Diagram of the procedure Board report"));
		assertThat(PdfText.lostOffThePage(file)).isEmpty();
	}

	@Test
	@DisplayName("nothing of a word of 100,000 letters is lost off the page, and it takes no minute")
	void longWord() throws Exception {
		String word = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMN".repeat(2_000).substring(0, 100_000);
		String reference = reports("author", "what", word, "personalData", "NO", "immediateDanger", "NO");
		Instant begin = Instant.now();
		byte[] file = file(reference);
		assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(60));
		assertThat(PdfText.of(file)).contains(word);
		assertThat(PdfText.lostOffThePage(file)).isEmpty();
	}

	private byte[] file(String reference) throws Exception {
		return page("hoc", "/history/" + reference + "/case-file.pdf").andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsByteArray();
	}

}
