package org.imprimatur.incidents.steps;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.imprimatur.kernel.Policy;

import org.springframework.stereotype.Component;

/** Looks again who chairs: a chair who has declared a conflict does not record. */
@Component
@Policy("TRUSTEES")
class FindChairToRecord implements JavaDelegate {

	private final FindChair findChair;

	FindChairToRecord(FindChair findChair) {
		this.findChair = findChair;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.findChair.execute(execution);
	}

}
