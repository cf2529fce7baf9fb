package org.imprimatur.incidents.steps;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.imprimatur.incidents.Assessments;
import org.imprimatur.kernel.Policy;

import org.springframework.stereotype.Component;

/** Takes as significant what nobody has assessed in time. */
@Component
@Policy("CEO")
class AssumeSignificant implements JavaDelegate {

	private final Assessments assessments;

	AssumeSignificant(Assessments assessments) {
		this.assessments = assessments;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.assessments.assumeSignificant(execution.getProcessBusinessKey(), execution.getProcessInstanceId());
	}

}
