package org.imprimatur.incidents;

import java.util.Optional;

import org.imprimatur.incidents.SeriousIncidentDecision.Task;
import org.imprimatur.incidents.SeriousIncidentDecisions.OpenTask;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.Person;
import org.imprimatur.security.TaskFacts;
import org.imprimatur.security.TaskGuard;

import org.springframework.stereotype.Component;

/**
 * Who does the tasks of the Trustees' decision: Trustees who take part, the chair or who
 * stands in for what the chair does, and the person whom the decision names for the
 * report.
 */
@Component
@Policy("TRUSTEES")
class TrusteesEyes implements TaskGuard {

	private final Trustees trustees;

	private final TrusteesRecord record;

	private final IncidentAccess access;

	private final SeriousIncidentDecisions engine;

	TrusteesEyes(Trustees trustees, TrusteesRecord record, IncidentAccess access, SeriousIncidentDecisions engine) {
		this.trustees = trustees;
		this.record = record;
		this.access = access;
		this.engine = engine;
	}

	@Override
	public String process() {
		return SeriousIncidentDecision.KEY;
	}

	@Override
	public Optional<String> whyNot(TaskFacts facts, Person person) {
		Optional<OpenTask> open = this.engine.task(facts.taskId());
		if (this.access.isSubject(facts.reference(), person.login()) || open.isEmpty()) {
			return Optional.of("There is no such task for you.");
		}
		String caseId = open.get().caseId();
		if (facts.task().equals(Task.SUBMIT_SERIOUS_INCIDENT_REPORT.id())) {
			boolean named = this.record.decision(caseId)
				.filter((act) -> act.value("reporter").equals(person.login()))
				.isPresent();
			// overdue it is offered to the chair, or who stands in, as well
			return (named
					|| open.get().people().contains(person.login()) && chairs(facts, open.get(), person).isEmpty())
							? Optional.empty() : Optional.of("The Trustees named somebody else to make the report.");
		}
		if (facts.task().equals(Task.GIVE_VIEW.id())) {
			boolean asked = this.record.round(caseId)
				.filter((round) -> round.askedLogins().contains(person.login()))
				.isPresent();
			return (asked && person.isIn(Trustees.GROUP))
					? this.trustees.whyNot(facts.reference(), caseId, facts.taskId(), person)
					: Optional.of("Only a Trustee who was asked gives a view, in person.");
		}
		return chairs(facts, open.get(), person);
	}

	private Optional<String> chairs(TaskFacts facts, OpenTask open, Person person) {
		if (!open.people().contains(person.login())) {
			return Optional.of("This is for the Chair of the Trustees, or who stands in.");
		}
		if (Trustees.isSecretary(person) && this.trustees.isNobodyLeft(facts.reference(), open.caseId())) {
			return Optional.empty();
		}
		return person.isIn(Trustees.GROUP) ? this.trustees.whyNot(facts.reference(), open.caseId(), open.id(), person)
				: Optional.of("This is for the Chair of the Trustees, or who stands in.");
	}

}
