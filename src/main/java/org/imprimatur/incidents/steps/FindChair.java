package org.imprimatur.incidents.steps;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.imprimatur.incidents.SeriousIncidentDecision;
import org.imprimatur.incidents.Trustees;
import org.imprimatur.kernel.Policy;

import org.springframework.stereotype.Component;

/** Finds the chair of the Trustees, or who stands in, for the next step. */
@Component
@Policy("TRUSTEES")
class FindChair implements JavaDelegate {

	private final Trustees trustees;

	FindChair(Trustees trustees) {
		this.trustees = trustees;
	}

	@Override
	public void execute(DelegateExecution execution) {
		Trustees.Chairing chairing = this.trustees.chairOrStandIn(execution.getProcessBusinessKey(),
				execution.getProcessInstanceId());
		execution.setVariables(SeriousIncidentDecision.CHAIRS.is(String.join(",", chairing.logins())));
	}

}
