package org.imprimatur.incidents.steps;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.imprimatur.incidents.AskedBesides;
import org.imprimatur.kernel.Policy;

import org.springframework.stereotype.Component;

/** Asks the vice-chair as well, or who stands in, when the chair has not answered. */
@Component
@Policy("TRUSTEES")
class AskViceChair implements JavaDelegate {

	private final AskedBesides asked;

	AskViceChair(AskedBesides asked) {
		this.asked = asked;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.asked.relevance(execution.getProcessBusinessKey(), execution.getProcessInstanceId());
	}

}
