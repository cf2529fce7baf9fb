package org.imprimatur.conventions.good.letters.steps;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** A step may meet the engine. */
class SendLetter implements JavaDelegate {

	@Override
	public void execute(DelegateExecution execution) {
		// a miniature does nothing
	}

}
