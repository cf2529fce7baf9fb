package org.imprimatur.incidents;

import org.imprimatur.incidents.IncidentEscalation.Task;
import org.imprimatur.incidents.IncidentEscalations.OpenTask;
import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@Policy("CEO")
@DisplayName("The Chief Executive hears of every incident that may do significant harm")
class CeoTests extends IncidentsAtWork {

	@Test
	@DisplayName("at once, by name, with two hours to take note where it is severe, night or day")
	void atOnce() {
		itIs("2026-11-28T23:00");
		String reference = significant();
		OpenTask note = open(reference, Task.ACKNOWLEDGE_INCIDENT, "ceo");
		assertThat(note.assignee()).isEqualTo("ceo");
		isDue(note, "2026-11-29T01:00");
		assertThat(openTasks(reference)).contains("acknowledge-incident", "prepare-incident-brief", "review-incident",
				"decide-breach-notification", "assess-relevance", "prepare-board-report");
	}

	@Test
	@DisplayName("and takes note in person: nobody else can, and being told is not enough")
	void inPerson() {
		String reference = significant();
		isRefused(() -> completes("deputy", reference, Task.ACKNOWLEDGE_INCIDENT, "acknowledged", "YES"), "is doing");
		isAskedFor(() -> completes("ceo", reference, Task.ACKNOWLEDGE_INCIDENT), "acknowledged", "Tick the box");
		completes("ceo", reference, Task.ACKNOWLEDGE_INCIDENT, "acknowledged", "YES", "instruction", "Call me at six.");
		assertThat(this.incidents.acts(reference)).filteredOn((act) -> act.task().equals("acknowledge-incident"))
			.singleElement()
			.satisfies((act) -> assertThat(act.value("instruction")).isEqualTo("Call me at six."));
		assertThat(open(reference, Task.ACKNOWLEDGE_INCIDENT)).isEmpty();
	}

	@Test
	@DisplayName("and the deputies as well when the time is over, never instead")
	void deputiesAsWell() {
		String reference = significant();
		fires(reference, "note-overdue");
		assertThat(open(reference, Task.ACKNOWLEDGE_INCIDENT)).extracting(OpenTask::assignee)
			.containsExactlyInAnyOrder("ceo", "deputy");
		completes("deputy", reference, Task.ACKNOWLEDGE_INCIDENT, "acknowledged", "YES");
		assertThat(open(reference, Task.ACKNOWLEDGE_INCIDENT)).extracting(OpenTask::assignee).containsExactly("ceo");
	}

	@Test
	@DisplayName("unless it is about the Chief Executive: then the Chair is told, and the Chief Executive sees nothing")
	void aboutTheChiefExecutive() {
		String reference = significant("subjects", "Rosalind Achebe");
		assertThat(open(reference, Task.ACKNOWLEDGE_INCIDENT)).extracting(OpenTask::assignee).containsExactly("chair");
		assertThat(this.access.maySeeState(reference, person("ceo"))).isFalse();
		fires(reference, "note-overdue");
		assertThat(open(reference, Task.ACKNOWLEDGE_INCIDENT)).extracting(OpenTask::assignee)
			.containsExactlyInAnyOrder("chair", "deputy");
	}

	@Test
	@DisplayName("where nobody has assessed it for a day and a night; the assessment is still owed and tells nobody twice")
	void untriaged() {
		String reference = reports("author", "what", "Something is wrong.", "personalData", "NO");
		fires(reference, "untriaged");
		assertThat(this.incidents.assessment(reference).orElseThrow().origin()).isEqualTo(Origin.ASSUMED);
		assertThat(openTasks(reference)).contains("triage-incident", "acknowledge-incident");
		assesses(reference, "SIGNIFICANT");
		assertThat(open(reference, Task.ACKNOWLEDGE_INCIDENT)).hasSize(1);
		assertThat(this.incidents.duties(reference)).extracting(IncidentDuty::duty).doesNotHaveDuplicates();
		assertThat(openTasks(reference)).contains("review-incident").doesNotContain("triage-incident");
	}

	@Test
	@DisplayName("and nobody alone decides that the risk is lower than the facts suggest")
	void loweredRisk() {
		String reference = reports("author", "what", "A supporter's address was posted.", "personalData", "YES");
		assesses(reference, "LOW");
		assertThat(openTasks(reference)).containsExactly("confirm-triage", "decide-breach-notification");
		isAskedFor(() -> completes("hoc", reference, Task.CONFIRM_TRIAGE, "decision", "AGREED"), "reason",
				"Enter why you agree");
		completes("hoc", reference, Task.CONFIRM_TRIAGE, "decision", "RAISED", "reason", "The address is real.");
		assertThat(openTasks(reference)).contains("acknowledge-incident", "review-incident")
			.doesNotContain("handle-incident");
		String agreed = reports("author", "what", "A supporter's address was posted.", "personalData", "YES");
		assesses(agreed, "LOW");
		completes("hoc", agreed, Task.CONFIRM_TRIAGE, "decision", "AGREED", "reason", "It was an old address.");
		assertThat(openTasks(agreed)).containsExactly("decide-breach-notification", "handle-incident");
	}

	@Test
	@DisplayName("when a low one turns out to be significant, while it is handled or after it was closed")
	void raisedLater() {
		String reference = reports("author", "what", "A rude reply.", "personalData", "NO", "immediateDanger", "NO");
		assesses(reference, "LOW");
		reassesses(reference, "SIGNIFICANT");
		assertThat(openTasks(reference)).contains("acknowledge-incident", "review-incident")
			.doesNotContain("handle-incident");
		String closed = reports("author", "what", "A rude reply.", "personalData", "NO", "immediateDanger", "NO");
		assesses(closed, "NONE");
		assertThat(openTasks(closed)).isEmpty();
		reassesses(closed, "SIGNIFICANT");
		assertThat(openTasks(closed)).contains("acknowledge-incident", "review-incident");
		assertThat(this.incidents.cases(closed)).filteredOn((one) -> one.process().equals(IncidentEscalation.KEY))
			.hasSize(2);
	}

	@Test
	@DisplayName("and a lower risk later ends nothing that has begun")
	void loweredLater() {
		String reference = significant();
		var before = openTasks(reference);
		reassesses(reference, "LOW");
		assertThat(openTasks(reference)).isEqualTo(before);
	}

	@Test
	@DisplayName("and everything done, the incident ends as handled")
	void escalatedByTheHandler() {
		String reference = reports("author", "what", "A rude reply.", "personalData", "NO", "immediateDanger", "NO");
		assesses(reference, "LOW");
		completes("sct", reference, Task.HANDLE_INCIDENT, "decision", "ESCALATE", "reason", "It was a threat.");
		assertThat(this.incidents.assessment(reference).orElseThrow().origin()).isEqualTo(Origin.ESCALATED);
		assertThat(openTasks(reference)).contains("acknowledge-incident", "review-incident");
		completes("sct", reference, Task.REVIEW_INCIDENT, "lessons", "Answer sooner.", "actions", "", "policyReview",
				"NOT_NEEDED", "reason", "It says so already.");
		assertThat(this.incidents.isOpen(this.incidents.cases(reference).get(0))).as("its duties still run").isTrue();
	}

	private void reassesses(String reference, String risk) {
		does("dem", reference, IncidentDeed.REASSESS, "risk", risk, "riskReason", "New facts.", "severity", "S2",
				"entities", "TRUST|SECTION", "personalDataBreach", "NO", "response", "LATER");
	}

}
