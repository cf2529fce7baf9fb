package org.imprimatur.incidents;

import java.util.List;

import org.camunda.bpm.engine.RepositoryService;
import org.imprimatur.EveryElement;
import org.imprimatur.incidents.SeriousIncidentDecision.Task;
import org.imprimatur.kernel.Policy;
import org.imprimatur.models.sandbox.SameRoute;
import org.imprimatur.models.sandbox.Trials;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

@Tag("one-database")
@Policy("TRUSTEES")
@DisplayName("Nothing is drawn that no decision of the Trustees can come to")
class EveryElementOfTrusteesDecisionsTests extends TrusteesAtWork {

	@Autowired
	RepositoryService repository;

	@Autowired
	Trials trials;

	@Test
	@DisplayName("every element is entered and every flow taken")
	void everyElement() {
		EveryElement drawn = new EveryElement(this.history, this.repository, this.trail);
		List<String> references = List.of(notReported(), reported());
		List<String> cases = drawn.cases(SeriousIncidentDecision.KEY, references);
		drawn.isReachedBy(cases);
		new SameRoute(this.trials, this.history, this.repository, this.trail).isTakenBy(cases);
	}

	/** Called in and not reported, then opened again and not relevant after all. */
	private String notReported() {
		String reference = putToTrustees();
		fires(reference, "relevance-overdue");
		completes("chair", reference, Task.ASSESS_RELEVANCE, "decision", "CONFLICT_DECLARED", "reason", "My sister.");
		completes("trustee1", reference, Task.ASSESS_RELEVANCE, "decision", "NOT_RELEVANT", "reason", "It is small.");
		callsIn("trustee2", reference, "The press has it.");
		fires(reference, "views-overdue");
		completes("trustee1", reference, Task.RECORD_TRUSTEES_DECISION, "decision", "DO_NOT_REPORT", "reason",
				"It is small.", "againstMajorityReason", "Nobody has answered.");
		reopens("sct", reference, "A name was on the list.");
		completes("chair", reference, Task.ASSESS_RELEVANCE, "decision", "NOT_RELEVANT", "reason", "It is public.");
		fires(reference, "call-in-over");
		return reference;
	}

	/**
	 * Reported too late and in stages, without a Trustee whom it turned out to concern.
	 */
	private String reported() {
		String reference = askedForViews();
		turnsOutToConcern(reference, "trustee2");
		wants("trustee1", reference, TrusteeView.REPORT);
		wants("chair", reference, TrusteeView.REPORT);
		completes("chair", reference, Task.RECORD_TRUSTEES_DECISION, "decision", "REPORT", "reason", "It is serious.",
				"reporter", "trust-secretary");
		fires(reference, "report-overdue");
		completes("chair", reference, Task.SUBMIT_SERIOUS_INCIDENT_REPORT, "commissionReference", "C-1", "followUpDue",
				"2026-12-15");
		fires(reference, "follow-up-arrives");
		completes("trust-secretary", reference, Task.SUBMIT_SERIOUS_INCIDENT_REPORT, "commissionReference", "C-2");
		return reference;
	}

}
