package org.imprimatur.incidents.steps;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.imprimatur.incidents.SeriousIncidentDecision;
import org.imprimatur.incidents.WhatIsKnown;
import org.imprimatur.kernel.Policy;

import org.springframework.stereotype.Component;

/**
 * Keeps what is known as the Trustees' question begins, and looks it up for the rules.
 */
@Component
@Policy("TRUSTEES")
class TakeUpFacts implements JavaDelegate {

	private final WhatIsKnown known;

	TakeUpFacts(WhatIsKnown known) {
		this.known = known;
	}

	@Override
	public void execute(DelegateExecution execution) {
		String reference = execution.getProcessBusinessKey();
		execution.setVariables(SeriousIncidentDecision.REFERENCE.is(reference));
		execution.setVariables(this.known.takeUp(reference, execution.getProcessInstanceId()));
	}

}
