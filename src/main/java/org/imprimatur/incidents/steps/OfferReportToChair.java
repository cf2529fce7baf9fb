package org.imprimatur.incidents.steps;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.imprimatur.incidents.AskedBesides;
import org.imprimatur.kernel.Policy;

import org.springframework.stereotype.Component;

/** Asks the chair as well, or who stands in, when a report was not sent in time. */
@Component
@Policy("TRUSTEES")
class OfferReportToChair implements JavaDelegate {

	private final AskedBesides asked;

	OfferReportToChair(AskedBesides asked) {
		this.asked = asked;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.asked.report(execution.getProcessBusinessKey(), execution.getProcessInstanceId());
	}

}
