package org.imprimatur.incidents;

import org.imprimatur.kernel.Outcome;

/** Whether a Trustee has an interest that gets in the way of deciding. */
public enum Conflict implements Outcome {

	/** Nothing keeps you from judging this for the Charity alone. */
	NONE("I have no conflict", "Nothing keeps you from judging this for the Charity alone."),
	/** You give no view, and take no part in this decision. */
	DECLARED("I declare a conflict", "You give no view, and take no part in this decision.");

	private final String label;

	private final String definition;

	Conflict(String label, String definition) {
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
