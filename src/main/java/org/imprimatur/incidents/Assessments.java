package org.imprimatur.incidents;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.imprimatur.incidents.IncidentRules.Suggested;
import org.imprimatur.kernel.Policy;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Writes how serious an incident is held to be, and lets its case and its duties follow.
 * What was held before stays on record.
 */
@Component
@Policy({ "CEO", "BOARD", "RESPOND" })
public class Assessments {

	private final Incidents incidents;

	private final IncidentEscalations engine;

	private final IncidentRules rules;

	private final Duties duties;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Assessments(Incidents incidents, IncidentEscalations engine, IncidentRules rules, Duties duties,
			ApplicationEventPublisher events, Clock clock) {
		this.incidents = incidents;
		this.engine = engine;
		this.rules = rules;
		this.duties = duties;
		this.events = events;
		this.clock = clock;
	}

	/** Writes an assessment; the case remembers it. */
	public void record(Assessment assessment) {
		this.incidents.add(assessment);
		openCase(assessment.reference())
			.ifPresent((caseId) -> this.engine.isNow(caseId, this.incidents.facts(assessment.reference()), assessment));
		this.events.publishEvent(new IncidentReassessed(assessment.reference()));
	}

	/** Nobody has assessed it in time: it counts as significant for both Boards. */
	public void assumeSignificant(String reference, String caseId) {
		this.incidents.lock(reference);
		IncidentFacts facts = this.incidents.facts(reference);
		record(raised(reference, Origin.ASSUMED, null, "Nobody has assessed it in time.", null));
		this.duties.begin(reference);
		this.engine.isNow(caseId, facts, this.incidents.assessment(reference).orElseThrow());
	}

	/**
	 * The last assessment made significant, with what is needed for it: severity 2 and
	 * the Boards that the rules name, until somebody says otherwise.
	 */
	public Assessment raised(String reference, Origin origin, String taskId, String reason, String login) {
		IncidentFacts facts = this.incidents.facts(reference);
		Optional<Assessment> last = this.incidents.assessment(reference);
		String entities = (origin == Origin.ASSUMED) ? "TRUST,SECTION"
				: last.map(Assessment::entities).filter((codes) -> !codes.isEmpty()).orElseGet(() -> boards(facts));
		return new Assessment(null, reference, facts.number(), origin, taskId, Risk.SIGNIFICANT,
				this.rules.risk(facts).answer(), reason, last.map(Assessment::severity).orElse(Severity.S2), entities,
				last.map(Assessment::entitiesReason).orElse(null),
				last.map(Assessment::personalDataBreach).orElse(facts.personalData()),
				last.map(Assessment::crisis).orElse(Fact.NOT_KNOWN), last.map(Assessment::response).orElse(null),
				last.map(Assessment::responseReason).orElse(null), login, this.clock.instant());
	}

	/** Begins what the last assessment asks for. */
	public void follow(String reference) {
		this.duties.begin(reference);
	}

	/**
	 * Somebody assessed it again from its page: a case that handles a low risk goes on as
	 * significant, and one that has ended is taken up again.
	 */
	void reassessed(Assessment assessment) {
		record(assessment);
		String reference = assessment.reference();
		Optional<String> open = openCase(reference);
		if (open.isEmpty()) {
			String caseId = this.engine.takenUpAgain(this.incidents.facts(reference), assessment);
			this.incidents.add(new IncidentCase(caseId, reference, IncidentEscalation.KEY, this.clock.instant()));
		}
		else if (assessment.isSignificant()
				&& this.engine.hears(open.get(), IncidentEscalation.Message.INCIDENT_RAISED)) {
			this.engine.raised(open.get());
		}
		this.duties.begin(reference);
	}

	private Optional<String> openCase(String reference) {
		return this.incidents.cases(reference)
			.stream()
			.filter((one) -> one.process().equals(IncidentEscalation.KEY) && this.incidents.isOpen(one))
			.map(IncidentCase::caseId)
			.reduce((first, second) -> second);
	}

	private String boards(IncidentFacts facts) {
		List<Suggested<Entity>> boards = this.rules.boards(facts);
		return boards.stream().map((one) -> one.answer().name()).collect(Collectors.joining(","));
	}

}
