package org.imprimatur.incidents;

import org.imprimatur.incidents.IncidentEscalation.Task;
import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@Policy({ "RESPOND", "CEO", "SAFE" })
@DisplayName("An incident is assessed")
class TriageTests extends IncidentsAtWork {

	@Test
	@DisplayName("from what happened alone, and what nobody answered counts as not known")
	void fromOneField() {
		String reference = reports("author", "what", "Somebody pretends to be us and asks for money.");
		assertThat(reference).matches("INC-2026-\\d{6}");
		IncidentFacts facts = this.incidents.facts(reference);
		assertThat(facts.personalData()).isEqualTo(Fact.NOT_KNOWN);
		assertThat(openTasks(reference)).containsExactly("decide-breach-notification", "triage-incident");
		isDue(open(reference, Task.TRIAGE_INCIDENT, ""), "2026-11-24T14:00");
		isDue(open(reference, Task.DECIDE_BREACH_NOTIFICATION, ""), "2026-11-27T10:00");
	}

	@Test
	@DisplayName("within an hour at night as well where somebody is in danger")
	void atNight() {
		itIs("2026-11-28T23:30");
		String reference = reports("author", "what", "A threat.", "immediateDanger", "YES", "personalData", "NO");
		isDue(open(reference, Task.TRIAGE_INCIDENT, ""), "2026-11-29T00:30");
		assertThat(openTasks(reference)).containsExactly("triage-incident");
	}

	@Test
	@DisplayName("and closed at once where there is no risk and nothing is answered")
	void none() {
		String reference = reports("author", "what", "Somebody was rude.", "personalData", "NO", "immediateDanger",
				"NO");
		assesses(reference, "NONE");
		assertThat(this.engine.open(reference)).isEmpty();
		assertThat(this.incidents.ending(this.incidents.cases(reference).get(0).caseId()).orElseThrow().ending())
			.isEqualTo("incident-closed");
	}

	@Test
	@DisplayName("and a low one is handled, and closed with a reason")
	void low() {
		String reference = reports("author", "what", "Somebody was rude.", "personalData", "NO", "immediateDanger",
				"NO", "affected", "AIUK");
		assesses(reference, "LOW");
		assertThat(openTasks(reference)).containsExactly("handle-incident");
		isAskedFor(() -> completes("sct2", reference, Task.HANDLE_INCIDENT, "decision", "CLOSED"), "reason",
				"Enter what was done");
		completes("sct2", reference, Task.HANDLE_INCIDENT, "decision", "CLOSED", "reason", "It was hidden.");
		assertThat(this.engine.open(reference)).isEmpty();
	}

	@Test
	@DisplayName("by nobody who reported it, whom it is about, or who made the post")
	void notByThoseInvolved() {
		String reference = reports("sct", "what", "Marcus shouted at a supporter.", "subjects", "marcus adeyemi");
		assertThat(open(reference, Task.TRIAGE_INCIDENT, "").groups()).isEmpty();
		assertThat(open(reference, Task.TRIAGE_INCIDENT, "").people()).containsExactly("dem");
		isRefused(() -> assessesAs("sct", reference, "LOW"), "for other people");
		isRefused(() -> assessesAs("sct2", reference, "LOW"), "no such task");
		assertThat(this.access.maySee(reference, person("sct2"))).isFalse();
		assessesAs("dem", reference, "LOW");
		assertThat(open(reference, Task.HANDLE_INCIDENT, "").people()).containsExactlyInAnyOrder("dem", "sct");
	}

}
