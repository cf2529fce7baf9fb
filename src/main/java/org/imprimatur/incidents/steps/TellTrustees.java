package org.imprimatur.incidents.steps;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.imprimatur.deadlines.Deadlines;
import org.imprimatur.incidents.TrusteesAsked;
import org.imprimatur.kernel.Policy;

import org.springframework.stereotype.Component;

/** Tells each Trustee what was found not relevant, and until when it can be called in. */
@Component
@Policy("TRUSTEES")
class TellTrustees implements JavaDelegate {

	/** The timer that ends the wait, in the table of deadlines. */
	private static final String WAIT = "call-in-over";

	private final TrusteesAsked trustees;

	private final Deadlines deadlines;

	TellTrustees(TrusteesAsked trustees, Deadlines deadlines) {
		this.trustees = trustees;
		this.deadlines = deadlines;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.trustees.tell(execution.getProcessBusinessKey(), execution.getProcessInstanceId(),
				this.deadlines.of(execution, WAIT).toInstant());
	}

}
