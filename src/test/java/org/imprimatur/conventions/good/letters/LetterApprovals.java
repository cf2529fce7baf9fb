package org.imprimatur.conventions.good.letters;

import org.camunda.bpm.engine.RuntimeService;

/** The one outgoing class of the miniature feature. */
public class LetterApprovals {

	private final RuntimeService engine;

	LetterApprovals(RuntimeService engine) {
		this.engine = engine;
	}

	void begun(String reference) {
		this.engine.startProcessInstanceByKey("letter-approval", reference);
	}

}
