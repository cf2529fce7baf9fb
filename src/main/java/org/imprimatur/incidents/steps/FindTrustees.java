package org.imprimatur.incidents.steps;

import java.util.ArrayList;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.imprimatur.deadlines.Deadlines;
import org.imprimatur.incidents.SeriousIncidentDecision;
import org.imprimatur.incidents.SeriousIncidentDecision.Quorum;
import org.imprimatur.incidents.TrusteesAsked;
import org.imprimatur.incidents.TrusteesRound;
import org.imprimatur.kernel.Policy;

import org.springframework.stereotype.Component;

/** Finds the Trustees who are asked for a view, and keeps who they are. */
@Component
@Policy("TRUSTEES")
class FindTrustees implements JavaDelegate {

	/** The timer that ends the wait, in the table of deadlines. */
	private static final String WAIT = "views-overdue";

	private final TrusteesAsked trustees;

	private final Deadlines deadlines;

	FindTrustees(TrusteesAsked trustees, Deadlines deadlines) {
		this.trustees = trustees;
		this.deadlines = deadlines;
	}

	@Override
	public void execute(DelegateExecution execution) {
		TrusteesRound round = this.trustees.ask(execution.getProcessBusinessKey(), execution.getProcessInstanceId(),
				this.deadlines.of(execution, WAIT).toInstant());
		execution.setVariables(SeriousIncidentDecision.TRUSTEES_IN_OFFICE.is(round.inOffice()));
		execution.setVariables(SeriousIncidentDecision.QUORUM.is(Quorum.MISSING));
		// only for the step that follows at once: never stored
		execution.setVariable(SeriousIncidentDecision.TRUSTEES_ASKED.name(),
				Variables.objectValue(new ArrayList<>(round.askedLogins()), true).create());
	}

}
