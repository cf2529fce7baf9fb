package org.imprimatur.incidents;

import org.imprimatur.incidents.SeriousIncidentDecision.Task;
import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@Policy({ "TRUSTEES", "PERSONAL" })
@DisplayName("A Trustee whom the incident turns out to concern")
class TrusteeConcernedTests extends TrusteesAtWork {

	@Test
	@DisplayName("is asked no longer and not named as missing; the others are not held up")
	void asked() {
		String reference = askedForViews();
		String task = open(reference, Task.GIVE_VIEW, "trustee2").id();
		turnsOutToConcern(reference, "trustee2");
		assertThat(people(reference, Task.GIVE_VIEW)).containsExactly("chair", "trustee1");
		isRefused(() -> as("trustee2", () -> this.door.find(task, person("trustee2"))), "no such task");
		assertThat(count(reference).missing()).containsExactlyInAnyOrder("chair", "trustee1");
		wants("trustee1", reference, TrusteeView.DO_NOT_REPORT);
		fires(reference, "views-overdue");
		completes("chair", reference, Task.RECORD_TRUSTEES_DECISION, "decision", "DO_NOT_REPORT", "reason",
				"It is small.", "againstMajorityReason", "Nobody else could be reached.");
		IncidentAct decided = this.trusteesRecord.decision(caseId(reference)).orElseThrow();
		assertThat(decided.values("missing")).containsExactly(person("chair").name());
		assertThat(this.trail.of(caseId(reference))).contains("trustee-concerned-count");
	}

	@Test
	@DisplayName("was the last who was waited for: the chair records at once, without a quorum and with its reason")
	void theLastOne() {
		String reference = askedForViews();
		declaresConflict("trustee1", reference);
		wants("chair", reference, TrusteeView.REPORT);
		assertThat(trusteesTasks(reference)).containsExactly("give-view");
		turnsOutToConcern(reference, "trustee2");
		assertThat(trusteesTasks(reference)).containsExactly("record-trustees-decision");
		isAskedFor(
				() -> completes("chair", reference, Task.RECORD_TRUSTEES_DECISION, "decision", "REPORT", "reason",
						"It is serious.", "reporter", "trust-secretary"),
				"againstMajorityReason", "Only 1 of the 2 views");
	}

	@Test
	@DisplayName("has given a view already: it stays on record and counts no more, so that the others are asked")
	void viewSetAside() {
		String reference = askedForViews();
		wants("trustee2", reference, TrusteeView.REPORT);
		turnsOutToConcern(reference, "trustee2");
		assertThat(count(reference).given()).isZero();
		wants("trustee1", reference, TrusteeView.DO_NOT_REPORT);
		assertThat(trusteesTasks(reference)).containsExactly("give-view");
		wants("chair", reference, TrusteeView.DO_NOT_REPORT);
		completes("chair", reference, Task.RECORD_TRUSTEES_DECISION, "decision", "DO_NOT_REPORT", "reason",
				"It is small.");
		IncidentAct decided = this.trusteesRecord.decision(caseId(reference)).orElseThrow();
		assertThat(decided.value("views")).contains("0 want a report, 2 do not.");
		assertThat(decided.values("notCounted")).containsExactly(person("trustee2").name());
		assertThat(this.incidents.acts(reference)).anyMatch((act) -> act.doneBy().equals("trustee2"));
	}

	@Test
	@DisplayName("was one of a quorum: the decision is not stuck, but says that it lacks one")
	void quorumLost() {
		String reference = askedForViews();
		wants("trustee2", reference, TrusteeView.REPORT);
		wants("trustee1", reference, TrusteeView.REPORT);
		turnsOutToConcern(reference, "trustee2");
		assertThat(people(reference, Task.RECORD_TRUSTEES_DECISION)).containsExactly("chair");
		isAskedFor(
				() -> completes("chair", reference, Task.RECORD_TRUSTEES_DECISION, "decision", "REPORT", "reason",
						"It is serious.", "reporter", "trust-secretary"),
				"againstMajorityReason", "Only 1 of the 2 views");
		completes("chair", reference, Task.RECORD_TRUSTEES_DECISION, "decision", "REPORT", "reason", "It is serious.",
				"reporter", "trust-secretary", "againstMajorityReason", "It cannot wait.");
		assertThat(people(reference, Task.SUBMIT_SERIOUS_INCIDENT_REPORT)).containsExactly("trust-secretary");
	}

	@Test
	@DisplayName("is the Chair, named or not: the Chair gives no view and does not record")
	void theChair() {
		String reference = askedForViews();
		reassessed(reference, "", "CHAIR");
		assertThat(people(reference, Task.GIVE_VIEW)).containsExactly("trustee1", "trustee2");
		assertThat(count(reference).missing()).containsExactlyInAnyOrder("trustee1", "trustee2");
		wants("trustee1", reference, TrusteeView.REPORT);
		wants("trustee2", reference, TrusteeView.REPORT);
		assertThat(people(reference, Task.RECORD_TRUSTEES_DECISION)).containsExactly("trustee1");
	}

	@Test
	@DisplayName("as anybody else whom it concerns, makes no report: the chair is offered it at once")
	void reporter() {
		String reference = askedForViews();
		wants("trustee1", reference, TrusteeView.REPORT);
		wants("chair", reference, TrusteeView.REPORT);
		completes("chair", reference, Task.RECORD_TRUSTEES_DECISION, "decision", "REPORT", "reason", "It is serious.",
				"reporter", "trust-secretary");
		turnsOutToConcern(reference, "trust-secretary");
		assertThat(people(reference, Task.SUBMIT_SERIOUS_INCIDENT_REPORT)).containsExactly("chair");
		completes("chair", reference, Task.SUBMIT_SERIOUS_INCIDENT_REPORT, "commissionReference", "C-1", "submittedAt",
				"2026-11-24T09:30");
		assertThat(ending(reference)).isEqualTo("serious-incident-reported");
	}

	private TrusteesCount count(String reference) {
		return this.trusteesRecord.count(reference, caseId(reference)).orElseThrow();
	}

}
