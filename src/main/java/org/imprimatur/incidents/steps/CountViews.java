package org.imprimatur.incidents.steps;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.imprimatur.incidents.SeriousIncidentDecision;
import org.imprimatur.incidents.SeriousIncidentDecision.Quorum;
import org.imprimatur.incidents.TrusteesCount;
import org.imprimatur.incidents.TrusteesRecord;
import org.imprimatur.kernel.Policy;

import org.springframework.stereotype.Component;

/** Counts the views of the record: a conflict is none, and a view counts once. */
@Component
@Policy("TRUSTEES")
class CountViews implements JavaDelegate {

	private final TrusteesRecord record;

	CountViews(TrusteesRecord record) {
		this.record = record;
	}

	@Override
	public void execute(DelegateExecution execution) {
		boolean enough = this.record.count(execution.getProcessBusinessKey(), execution.getProcessInstanceId())
			.filter(TrusteesCount::hasQuorum)
			.isPresent();
		execution.setVariables(SeriousIncidentDecision.QUORUM.is(enough ? Quorum.REACHED : Quorum.MISSING));
	}

}
