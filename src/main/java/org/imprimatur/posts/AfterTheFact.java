package org.imprimatur.posts;

import org.imprimatur.kernel.Outcome;

/** Whether what went out without approval serves the Charity's objects. */
public enum AfterTheFact implements Outcome {

	/** It serves one of the Charity's objects; what happens to it is decided next. */
	ALIGNED("Aligned", "It serves one of the Charity's objects; what happens to it is decided next."),
	/** It serves none of them; those who decide what happens to it read the reason. */
	NOT_ALIGNED("Not aligned", "It serves none of them; those who decide what happens to it read the reason.");

	private final String label;

	private final String definition;

	AfterTheFact(String label, String definition) {
		this.label = label;
		this.definition = definition;
	}

	@Override
	public String label() {
		return this.label;
	}

	@Override
	public String definition() {
		return this.definition;
	}

}
