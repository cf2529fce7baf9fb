package org.imprimatur.incidents;

import org.imprimatur.incidents.IncidentEscalation.Task;
import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@Policy("SAFE")
@DisplayName("A breach of personal data")
class BreachTests extends IncidentsAtWork {

	@Test
	@DisplayName("reported at five on Good Friday is due 72 hours later by the clock, though the clocks change")
	void goodFriday() {
		itIs("2027-03-26T17:00");
		String reference = reports("author", "what", "The list of supporters could be seen.", "personalData", "YES");
		isDue(open(reference, Task.DECIDE_BREACH_NOTIFICATION, ""), "2027-03-29T18:00");
		isDue(open(reference, Task.TRIAGE_INCIDENT, ""), "2027-03-26T18:00");
	}

	@Test
	@DisplayName("counts from when we became aware; a correction is added, moves the clock and overwrites nothing")
	void awareness() {
		String reference = reports("author", "what", "The list of supporters could be seen.", "personalData", "YES");
		isAskedFor(() -> assesses(reference, "SIGNIFICANT", "awareAt", "2026-11-23T09:00"), "awareHow",
				"Enter how you know");
		isAskedFor(() -> assesses(reference, "SIGNIFICANT", "awareAt", "2026-11-25T09:00", "awareHow", "A mail."),
				"awareAt", "has not come yet");
		assesses(reference, "SIGNIFICANT", "awareAt", "2026-11-23T09:00", "awareHow", "A mail to the office.");
		isDue(open(reference, Task.DECIDE_BREACH_NOTIFICATION, ""), "2026-11-26T09:00");
		assertThat(this.incidents.revisions(reference)).extracting(IncidentFacts::awareAt).doesNotHaveDuplicates();
	}

	@Test
	@DisplayName("that a form shows to the minute is no correction when it is sent back as it was")
	void wholeMinutes() {
		itIs("2026-11-24T10:00:07");
		String reference = reports("author", "what", "A mail went astray.", "personalData", "YES", "immediateDanger",
				"NO");
		assesses(reference, "LOW", "awareAt", "2026-11-24T10:00");
		assertThat(this.incidents.revisions(reference)).hasSize(1);
	}

	@Test
	@DisplayName("runs whatever the risk, and only the Data Protection Lead's decision ends it")
	void onlyByDecision() {
		String reference = reports("author", "what", "A mail went to the wrong person.", "personalData", "NOT_KNOWN",
				"immediateDanger", "NO");
		assesses(reference, "LOW");
		completes("sct", reference, Task.HANDLE_INCIDENT, "decision", "CLOSED", "reason", "It was deleted.");
		assertThat(openTasks(reference)).containsExactly("decide-breach-notification");
		isRefused(() -> completes("hoc", reference, Task.DECIDE_BREACH_NOTIFICATION, "decision", "NO_BREACH", "reason",
				"No."), "for other people");
		isAskedFor(() -> completes("dpo", reference, Task.DECIDE_BREACH_NOTIFICATION, "decision", "NO_BREACH"),
				"reason", "years later");
		isAskedFor(() -> completes("dpo", reference, Task.DECIDE_BREACH_NOTIFICATION, "decision", "NOTIFY", "reason",
				"It puts people at risk."), "regulatorReference", "reference that the regulator");
		completes("dpo", reference, Task.DECIDE_BREACH_NOTIFICATION, "decision", "NO_BREACH", "reason",
				"It held no personal data.");
		assertThat(this.incidents.ending(this.incidents.cases(reference).get(0).caseId()).orElseThrow().ending())
			.isEqualTo("incident-closed");
	}

	@Test
	@DisplayName("found only later begins its clock then")
	void foundLater() {
		String reference = reports("author", "what", "A rude reply.", "personalData", "NO", "immediateDanger", "NO");
		assertThat(openTasks(reference)).containsExactly("triage-incident");
		assesses(reference, "LOW", "personalDataBreach", "NOT_KNOWN");
		assertThat(openTasks(reference)).containsExactly("decide-breach-notification", "handle-incident");
	}

}
