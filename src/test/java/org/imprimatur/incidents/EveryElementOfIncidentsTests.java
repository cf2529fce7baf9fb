package org.imprimatur.incidents;

import java.util.ArrayList;
import java.util.List;

import org.camunda.bpm.engine.RepositoryService;
import org.imprimatur.EveryElement;
import org.imprimatur.incidents.IncidentEscalation.Task;
import org.imprimatur.kernel.ModelName;
import org.imprimatur.kernel.Policy;
import org.imprimatur.models.sandbox.SameRoute;
import org.imprimatur.models.sandbox.Trials;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("one-database")
@Policy({ "CEO", "BOARD", "TRUSTEES", "RESPOND", "SAFE" })
@DisplayName("Nothing is drawn that no incident can come to")
class EveryElementOfIncidentsTests extends IncidentsAtWork {

	private static final String[] RUDE = { "what", "A rude reply.", "personalData", "NO", "immediateDanger", "NO" };

	@Autowired
	RepositoryService repository;

	@Autowired
	Trials trials;

	private final List<String> references = new ArrayList<>();

	@Test
	@DisplayName("every element is entered and every flow taken, and the longest way ends as handled")
	void everyElement() {
		String handled = wholeWay();
		smallWays();
		assertThat(this.engine.open(handled)).isEmpty();
		assertThat(this.incidents.ending(this.incidents.cases(handled).get(0).caseId()).orElseThrow().ending())
			.isEqualTo("incident-handled");
		EveryElement drawn = new EveryElement(this.history, this.repository, this.trail);
		List<String> cases = drawn.cases(IncidentEscalation.KEY, this.references);
		drawn.isReachedBy(cases);
		new SameRoute(this.trials, this.history, this.repository, this.trail).isTakenBy(cases);
	}

	private void smallWays() {
		String closed = begun(RUDE);
		assesses(closed, "NONE");
		does("dem", closed, IncidentDeed.REASSESS, with(new String[] { "risk", "LOW", "riskReason", "It goes on.",
				"personalDataBreach", "NO", "response", "LATER" }));
		completes("sct", closed, Task.HANDLE_INCIDENT, "decision", "CLOSED", "reason", "It stopped.");
		String escalated = begun(RUDE);
		assesses(escalated, "LOW");
		completes("sct", escalated, Task.HANDLE_INCIDENT, "decision", "ESCALATE", "reason", "It is a threat.");
		String raised = begun(RUDE);
		assesses(raised, "LOW");
		does("dem", raised, IncidentDeed.REASSESS, "risk", "SIGNIFICANT", "riskReason", "It is a threat.", "severity",
				"S3", "entities", "TRUST|SECTION", "personalDataBreach", "NO", "response", "LATER");
		String lowered = begun("what", "An address was posted.", "personalData", "YES");
		assesses(lowered, "LOW");
		completes("hoc", lowered, Task.CONFIRM_TRIAGE, "decision", "AGREED", "reason", "It is our own.");
		fires(begun("what", "Nobody looks."), "untriaged");
	}

	/**
	 * Everything that a significant incident brings, done by the people of the policy.
	 */
	private String wholeWay() {
		String reference = significant();
		this.references.add(reference);
		fires(reference, "note-overdue");
		for (String told : List.of("ceo", "deputy")) {
			completes(told, reference, Task.ACKNOWLEDGE_INCIDENT, "acknowledged", "YES");
		}
		completes("dpo", reference, Task.DECIDE_BREACH_NOTIFICATION, "decision", "DO_NOT_NOTIFY", "reason",
				"It holds public data only.");
		completes("trust-secretary", reference, Task.PREPARE_INCIDENT_BRIEF, "occurredAt", "2026-11-24T09:00",
				"impactPeople", "Worry.", "impactFinances", "None.", "impactOperations", "None.", "impactAssets",
				"None.", "impactReputation", "Some.");
		for (String secretary : List.of("trust-secretary", "section-secretary")) {
			completesOwn(secretary, reference, BoardReport.Task.PREPARE_BOARD_REPORT, "route", "BETWEEN_MEETINGS",
					"paper", "What happened, and what was done.");
			completesOwn(secretary, reference, BoardReport.Task.RECORD_BOARD_MINUTE, "reportedAt", "2026-11-24T12:00",
					"minuteReference", "Minute 7");
		}
		completes("chair", reference, SeriousIncidentDecision.Task.ASSESS_RELEVANCE, "decision", "NOT_RELEVANT",
				"reason", "It was gone in a minute.");
		fires(reference, "call-in-over");
		completes("sct", reference, Task.REVIEW_INCIDENT, "lessons", "Answer sooner.", "actions", "", "policyReview",
				"NOT_NEEDED", "reason", "It says so already.");
		return reference;
	}

	private String begun(String... fields) {
		String reference = reports("author", fields);
		this.references.add(reference);
		return reference;
	}

	/** Of two tasks of this sort the one that this person's group is offered. */
	private void completesOwn(String login, String reference, ModelName task, String... fields) {
		String id = open(reference, task).stream()
			.filter((one) -> one.groups().stream().anyMatch(person(login)::isIn))
			.findFirst()
			.orElseThrow(() -> new AssertionError(task.id() + " of " + login + " among " + this.engine.open(reference)))
			.id();
		as(login, () -> this.door.complete(id, typed(fields), person(login)));
	}

}
