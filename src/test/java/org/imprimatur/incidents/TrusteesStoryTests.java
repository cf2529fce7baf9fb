package org.imprimatur.incidents;

import java.util.List;

import org.imprimatur.incidents.IncidentEscalations.OpenTask;
import org.imprimatur.incidents.SeriousIncidentDecision.Task;
import org.imprimatur.kernel.ModelName;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.Door;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@Policy({ "TRUSTEES", "BOARD" })
@DisplayName("From the report of an incident to the Trustees' decision")
class TrusteesStoryTests extends TrusteesAtWork {

	@Test
	@DisplayName("each significant incident is put to the chair at once, and waits for no Board and no Chief Executive")
	void atOnce() {
		String reference = significantForBoth();
		assertThat(openTasks(reference)).contains("assess-relevance", "prepare-board-report", "acknowledge-incident");
		assertThat(people(reference, Task.ASSESS_RELEVANCE)).containsExactly("chair");
		completes("chair", reference, Task.ASSESS_RELEVANCE, "decision", "RELEVANT", "reason", "Threats.");
		wants("trustee1", reference, TrusteeView.REPORT);
		wants("trustee2", reference, TrusteeView.REPORT);
		completes("chair", reference, Task.RECORD_TRUSTEES_DECISION, "decision", "REPORT", "reason", "Threats.",
				"reporter", "trust-secretary");
		completes("trust-secretary", reference, Task.SUBMIT_SERIOUS_INCIDENT_REPORT, "commissionReference", "C-7",
				"submittedAt", "2026-11-24T10:00");
		assertThat(ending(reference)).isEqualTo("serious-incident-reported");
		assertThat(openTasks(reference)).contains("prepare-board-report", "acknowledge-incident");
		assertThat(this.record.happened(reference)).extracting((one) -> one.title())
			.contains("Trustees’ decision ended: Reported to the Charity Commission");
	}

	@Test
	@DisplayName("a Trustee who sits on both Boards and declares a conflict decides nothing, and is told by both Boards")
	void onBothBoards() {
		Door.through(() -> this.identity.createMembership("trustee1", "section-board"));
		try {
			String reference = significantForBoth();
			completes("chair", reference, Task.ASSESS_RELEVANCE, "decision", "RELEVANT", "reason", "Threats.");
			declaresConflict("trustee1", reference);
			tellsTheBoard(reference, "trust-secretary");
			tellsTheBoard(reference, "section-secretary");
			assertThat(noticesOf(reference, "trustee1")).hasSize(2);
			noticesOf(reference, "trustee1").forEach((notice) -> as("trustee1",
					() -> this.door.complete(notice.id(), typed("acknowledged", "true"), person("trustee1"))));
			assertThat(noticesOf(reference, "trustee1")).isEmpty();
			wants("chair", reference, TrusteeView.DO_NOT_REPORT);
			wants("trustee2", reference, TrusteeView.DO_NOT_REPORT);
			TrusteesCount count = this.trusteesRecord.count(reference, caseId(reference)).orElseThrow();
			assertThat(count.given()).isEqualTo(2);
			assertThat(count.conflicts()).isOne();
			assertThat(people(reference, Task.RECORD_TRUSTEES_DECISION)).containsExactly("chair");
			isRefused(() -> completes("trustee1", reference, Task.RECORD_TRUSTEES_DECISION, "decision", "REPORT",
					"reason", "x"), "for other people");
		}
		finally {
			Door.through(() -> this.identity.deleteMembership("trustee1", "section-board"));
		}
	}

	private String significantForBoth() {
		String reference = reports("author", "what", "Threats under a post.", "personalData", "NO", "immediateDanger",
				"NO");
		assesses(reference, "SIGNIFICANT", "severity", "S1", "entities", "TRUST|SECTION");
		return reference;
	}

	private void tellsTheBoard(String reference, String secretary) {
		OpenTask report = open(reference, (ModelName) BoardReport.Task.PREPARE_BOARD_REPORT).stream()
			.filter((task) -> task.groups().stream().anyMatch(person(secretary)::isIn))
			.findFirst()
			.orElseThrow();
		as(secretary, () -> this.door.complete(report.id(),
				typed("route", "BETWEEN_MEETINGS", "paper", "Threats were made."), person(secretary)));
	}

	private List<OpenTask> noticesOf(String reference, String login) {
		return open(reference, (ModelName) BoardReport.Task.ACKNOWLEDGE_BOARD_NOTICE).stream()
			.filter((task) -> login.equals(task.assignee()))
			.toList();
	}

}
