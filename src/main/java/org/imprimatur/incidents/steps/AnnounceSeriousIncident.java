package org.imprimatur.incidents.steps;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.imprimatur.incidents.SeriousIncidentOccurred;
import org.imprimatur.kernel.Policy;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells other features that the Trustees have decided to report a serious incident. */
@Component
@Policy({ "TRUSTEES", "REVIEW" })
class AnnounceSeriousIncident implements ExecutionListener {

	private final ApplicationEventPublisher events;

	AnnounceSeriousIncident(ApplicationEventPublisher events) {
		this.events = events;
	}

	@Override
	public void notify(DelegateExecution execution) {
		this.events.publishEvent(
				new SeriousIncidentOccurred(execution.getProcessBusinessKey(), execution.getProcessInstanceId()));
	}

}
