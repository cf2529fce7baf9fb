package org.imprimatur.incidents.steps;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.imprimatur.incidents.Duties;
import org.imprimatur.kernel.Policy;

import org.springframework.stereotype.Component;

/** Tells the deputies as well when nobody took note in time, and never instead. */
@Component
@Policy("CEO")
class TellDeputies implements JavaDelegate {

	private final Duties duties;

	TellDeputies(Duties duties) {
		this.duties = duties;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.duties.tellDeputies(execution.getProcessBusinessKey());
	}

}
