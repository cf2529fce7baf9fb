package org.imprimatur.incidents;

import java.util.function.BiPredicate;

import org.imprimatur.incidents.IncidentEscalation.Ending;
import org.imprimatur.incidents.IncidentEscalation.Task;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.security.StepGuard;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * No incident comes to a step or an ending that its record does not bear out, whatever
 * moved the case there: no review without a significant risk, no closing of one that is
 * significant or that nobody has assessed, no end of the breach clock without a decision.
 */
@Configuration(proxyBeanMethods = false)
@Policy({ "CEO", "BOARD", "RESPOND" })
class IncidentGuards {

	@Bean
	StepGuard handleIncidentGuard(Incidents incidents) {
		return new Guard(Task.HANDLE_INCIDENT.id(), incidents,
				(rows, at) -> isAssessed(rows, at)
						&& (!isSignificant(rows, at) || isHandled(rows, at, Handling.ESCALATE)),
				"is handled as a low risk only if somebody has assessed it as one");
	}

	@Bean
	StepGuard reviewIncidentGuard(Incidents incidents) {
		return new Guard(Task.REVIEW_INCIDENT.id(), incidents, IncidentGuards::isSignificant,
				"is reviewed once its risk is significant");
	}

	@Bean
	StepGuard incidentClosedGuard(Incidents incidents) {
		return new Guard(Ending.INCIDENT_CLOSED.id(), incidents,
				(rows, at) -> isAssessed(rows, at) && !isSignificant(rows, at)
						&& (isNothing(rows, at) || rows.last(at.caseId(), Task.HANDLE_INCIDENT.id())
							.filter((act) -> act.outcome().equals(Handling.CLOSED.name()))
							.isPresent()),
				"may not be closed: somebody has to assess it as no significant risk and say why it is closed");
	}

	@Bean
	StepGuard incidentHandledGuard(Incidents incidents) {
		return new Guard(Ending.INCIDENT_HANDLED.id(), incidents,
				(rows, at) -> rows.last(at.caseId(), Task.REVIEW_INCIDENT.id()).isPresent(),
				"may not end as handled: nobody has reviewed it");
	}

	@Bean
	StepGuard breachDecidedGuard(Incidents incidents) {
		return new Guard("breach-decided", incidents,
				(rows, at) -> rows.last(at.caseId(), Task.DECIDE_BREACH_NOTIFICATION.id()).isPresent(),
				"still needs the decision of the Data Protection Lead: nothing else stops the clock of a breach");
	}

	@Bean
	StepGuard noteTakenGuard(Incidents incidents) {
		return new Guard("note-taken", incidents, IncidentGuards::isNoted,
				"still needs the person who was told to take note");
	}

	@Bean
	StepGuard briefWrittenGuard(Incidents incidents) {
		return new Guard("brief-done", incidents,
				(rows, at) -> rows.last(at.caseId(), Task.PREPARE_INCIDENT_BRIEF.id()).isPresent(),
				"still needs its brief");
	}

	private static boolean isNoted(Incidents rows, StepGuard.At at) {
		String person = at.remembered().apply(IncidentEscalation.PERSON.name());
		return rows.acts(at.reference())
			.stream()
			.anyMatch((act) -> act.task().equals(Task.ACKNOWLEDGE_INCIDENT.id()) && act.doneBy().equals(person));
	}

	private static boolean isAssessed(Incidents rows, StepGuard.At at) {
		return rows.assessments(at.reference()).stream().anyMatch((one) -> one.assessedBy() != null);
	}

	private static boolean isHandled(Incidents rows, StepGuard.At at, Handling as) {
		return rows.last(at.caseId(), Task.HANDLE_INCIDENT.id())
			.filter((act) -> act.outcome().equals(as.name()))
			.isPresent();
	}

	private static boolean isSignificant(Incidents rows, StepGuard.At at) {
		return rows.assessment(at.reference()).filter(Assessment::isSignificant).isPresent();
	}

	/** No risk, nothing answered: assessing it was all there was to do. */
	private static boolean isNothing(Incidents rows, StepGuard.At at) {
		return rows.assessment(at.reference())
			.filter((one) -> one.risk() == Risk.NONE && one.response() == Response.NO_RESPONSE)
			.isPresent();
	}

	/** One step and what its record has to say. */
	private record Guard(String step, Incidents incidents, BiPredicate<Incidents, StepGuard.At> holds,
			String otherwise) implements StepGuard {

		@Override
		public String process() {
			return IncidentEscalation.KEY;
		}

		@Override
		public void check(At at) {
			if (!this.holds.test(this.incidents, at)) {
				throw Refusal.conflict(at.reference() + " " + this.otherwise + ". See /items/" + at.reference() + ".");
			}
		}

	}

}
