package org.imprimatur.incidents;

import java.util.List;

import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.imprimatur.incidents.SeriousIncidentDecision.Task;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.Door;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@Policy("TRUSTEES")
@DisplayName("A report to the Charity Commission")
class SeriousIncidentReportTests extends TrusteesAtWork {

	@Test
	@DisplayName("is made by the person named, within one working day, and ends with the Commission's reference")
	void reported() {
		String reference = decidedToReport();
		assertThat(people(reference, Task.SUBMIT_SERIOUS_INCIDENT_REPORT)).containsExactly("trust-secretary");
		isDue(open(reference, Task.SUBMIT_SERIOUS_INCIDENT_REPORT, ""), "2026-11-25T10:00");
		isRefused(() -> completes("trustee1", reference, Task.SUBMIT_SERIOUS_INCIDENT_REPORT, "commissionReference",
				"C-1"), "is doing this task");
		isAskedFor(() -> completes("trust-secretary", reference, Task.SUBMIT_SERIOUS_INCIDENT_REPORT),
				"commissionReference", "Enter the reference");
		isAskedFor(
				() -> completes("trust-secretary", reference, Task.SUBMIT_SERIOUS_INCIDENT_REPORT,
						"commissionReference", "C-1", "submittedAt", "2026-11-30T10:00"),
				"submittedAt", "not come yet");
		completes("trust-secretary", reference, Task.SUBMIT_SERIOUS_INCIDENT_REPORT, "commissionReference", "C-1",
				"submittedAt", "2026-11-24T09:30");
		assertThat(ending(reference)).isEqualTo("serious-incident-reported");
		assertThat(this.trail.of(caseId(reference))).contains("report-yes", "serious-incident-report");
	}

	@Test
	@DisplayName("that is not sent in time is asked of the chair as well, and of nobody else")
	void overdue() {
		String reference = decidedToReport();
		fires(reference, "report-overdue");
		assertThat(people(reference, Task.SUBMIT_SERIOUS_INCIDENT_REPORT)).containsExactly("chair", "trust-secretary");
		String[] sent = { "commissionReference", "C-1", "submittedAt", "2026-11-24T09:30" };
		isRefused(() -> completes("trustee1", reference, Task.SUBMIT_SERIOUS_INCIDENT_REPORT, sent),
				"for other people");
		completes("chair", reference, Task.SUBMIT_SERIOUS_INCIDENT_REPORT, sent);
		assertThat(ending(reference)).isEqualTo("serious-incident-reported");
	}

	@Test
	@DisplayName("names somebody who may make it")
	void reporter() {
		String reference = askedForViews("subjects", "ceo");
		wants("trustee1", reference, TrusteeView.REPORT);
		wants("trustee2", reference, TrusteeView.REPORT);
		String[] decision = { "decision", "REPORT", "reason", "Names were seen." };
		isAskedFor(() -> completes("chair", reference, Task.RECORD_TRUSTEES_DECISION, decision), "reporter",
				"Choose who makes the report");
		for (String wrong : List.of("author", "nobody", "ceo")) {
			isAskedFor(() -> completes("chair", reference, Task.RECORD_TRUSTEES_DECISION,
					with(decision, "reporter", wrong)), "reporter", "from the list");
		}
	}

	@Test
	@DisplayName("in stages comes back on the day of its follow-up, and ends with the last")
	void staged() {
		String reference = decidedToReport();
		isAskedFor(() -> completes("trust-secretary", reference, Task.SUBMIT_SERIOUS_INCIDENT_REPORT,
				"commissionReference", "C-1", "followUpDue", "2026-11-23"), "followUpDue", "still to come");
		completes("trust-secretary", reference, Task.SUBMIT_SERIOUS_INCIDENT_REPORT, "commissionReference", "C-1",
				"submittedAt", "2026-11-24T09:30", "followUpDue", "2026-12-15");
		assertThat(trusteesTasks(reference)).isEmpty();
		assertThat(ending(reference)).isEqualTo("open");
		fires(reference, "follow-up-arrives");
		isDue(open(reference, Task.SUBMIT_SERIOUS_INCIDENT_REPORT, ""), "2026-12-16T09:00");
		completes("trust-secretary", reference, Task.SUBMIT_SERIOUS_INCIDENT_REPORT, "commissionReference", "C-1/2",
				"submittedAt", "2026-12-15T08:00");
		assertThat(ending(reference)).isEqualTo("serious-incident-reported");
		assertThat(this.trusteesRecord.reports(reference, caseId(reference)))
			.extracting((act) -> act.value("commissionReference"))
			.containsExactly("C-1", "C-1/2");
	}

	@Test
	@DisplayName("not made: a new fact next month opens the question again, keeps the first, and shows what was known then")
	void reopened() {
		String reference = askedForViews();
		wants("trustee1", reference, TrusteeView.DO_NOT_REPORT);
		wants("trustee2", reference, TrusteeView.DO_NOT_REPORT);
		isRefused(() -> reopens("chair", reference, "More."), "have not finished", "assessing the incident again");
		completes("chair", reference, Task.RECORD_TRUSTEES_DECISION, "decision", "DO_NOT_REPORT", "reason",
				"Ten names, gone in a minute.");
		String first = caseId(reference);
		itIs("2026-12-22T10:00");
		isRefused(() -> reopens("author", reference, "More."), "no item");
		isRefused(() -> reopens("admin", reference, "More."), "administrator");
		isAskedFor(() -> reopens("sct", reference, ""), "reason", "Enter the new fact");
		reopens("sct", reference, "It was ten thousand names.");
		assertThat(caseId(reference)).isNotEqualTo(first);
		assertThat(people(reference, Task.ASSESS_RELEVANCE)).containsExactly("chair");
		completes("chair", reference, Task.ASSESS_RELEVANCE, "decision", "RELEVANT", "reason",
				"Far more than we knew.");
		assertThat(this.trusteesRecord.isDecided(first, TrusteesDecision.DO_NOT_REPORT)).isTrue();
		assertThat(knownAt(reference, first, Task.RECORD_TRUSTEES_DECISION)).doesNotContain("ten thousand")
			.contains("Facts, version 1 of 24 November 2026")
			.contains("A list of supporters could be seen.")
			.contains("Risk of significant harm: Significant: It may go on.")
			.contains("Personal data is concerned");
		assertThat(knownAt(reference, caseId(reference), Task.ASSESS_RELEVANCE)).contains("ten thousand names",
				"Facts, version 2 of 22 December 2026");
		assertThat(this.incidents.revisions(reference)).hasSize(2);
	}

	@Test
	@DisplayName("not relevant: a new fact opens that too; before the Trustees were asked there is nothing to open")
	void reopenedNotRelevant() {
		String reference = putToTrustees();
		completes("chair", reference, Task.ASSESS_RELEVANCE, "decision", "NOT_RELEVANT", "reason", "Small.");
		fires(reference, "call-in-over");
		reopens("chair", reference, "It was not small.");
		assertThat(people(reference, Task.ASSESS_RELEVANCE)).containsExactly("chair");
		String untouched = reports("author", "what", "Something else.");
		isRefused(() -> reopens("chair", untouched, "More."), "decided nothing");
	}

	@Test
	@DisplayName("is not reached past its people, whatever moves the case")
	void pastThePeople() {
		String reference = putToTrustees();
		String caseId = caseId(reference);
		isRefused(() -> moves(caseId, (to) -> to.startBeforeActivity("record-trustees-decision")), "cannot be decided");
		isRefused(() -> moves(caseId, (to) -> to.startBeforeActivity("submit-serious-incident-report")),
				"have not decided");
		isRefused(() -> moves(caseId, (to) -> to.startBeforeActivity("give-view")), "not put to the Trustees");
		isRefused(() -> moves(caseId, (to) -> to.startBeforeActivity("trustees-views")), "not put to the Trustees");
		isRefused(() -> moves(caseId, (to) -> to.startBeforeActivity("serious-incident-reported")), "reference");
		isRefused(() -> moves(caseId, (to) -> to.startBeforeActivity("decided-not-to-report")), "not decided");
		isRefused(() -> moves(caseId, (to) -> to.startBeforeActivity("not-relevant")), "five days");
		completes("chair", reference, Task.ASSESS_RELEVANCE, "decision", "NOT_RELEVANT", "reason", "Small.");
		isRefused(() -> moves(caseId, (to) -> to.startBeforeActivity("not-relevant")), "five days");
		isRefused(() -> moves(caseId, (to) -> to.startBeforeActivity("record-trustees-decision")), "cannot be decided");
	}

	private interface Move {

		ProcessInstanceModificationBuilder to(ProcessInstanceModificationBuilder where);

	}

	private void moves(String caseId, Move move) {
		Door.through(() -> move.to(this.runtime.createProcessInstanceModification(caseId)).execute());
	}

	private String decidedToReport() {
		String reference = askedForViews();
		wants("trustee1", reference, TrusteeView.REPORT);
		wants("trustee2", reference, TrusteeView.REPORT);
		completes("chair", reference, Task.RECORD_TRUSTEES_DECISION, "decision", "REPORT", "reason", "Names were seen.",
				"reporter", "trust-secretary");
		return reference;
	}

	private String knownAt(String reference, String caseId, Task task) {
		return this.trusteesRecord.known(reference)
			.stream()
			.filter((one) -> one.caseId().equals(caseId) && one.task().equals(task.id()))
			.reduce((first, second) -> second)
			.orElseThrow()
			.known();
	}

}
