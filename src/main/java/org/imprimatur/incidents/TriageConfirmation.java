package org.imprimatur.incidents;

import org.imprimatur.kernel.Outcome;

/** What the Head of Communications says to a risk below the suggestion. */
public enum TriageConfirmation implements Outcome {

	/** The lower risk stands, for this reason. */
	AGREED("Agreed", "The lower risk stands, for this reason."),
	/** It is treated as significant. */
	RAISED("Raised", "It is treated as significant.");

	private final String label;

	private final String definition;

	TriageConfirmation(String label, String definition) {
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
