package org.imprimatur.posts;

import org.imprimatur.kernel.Outcome;

/** What was done on the account, or that it could not be. */
public enum CorrectionOutcome implements Outcome {

	/** Approved words stand there now; this ends the matter. */
	CORRECTED("Corrected", "Approved words stand there now; this ends the matter."),
	/** It is no longer on the account; this ends the matter. */
	REMOVED("Removed", "It is no longer on the account; this ends the matter."),
	/** It goes back to those who decide, with the reason. */
	NOT_DONE("Could not be done", "It goes back to those who decide, with the reason.");

	private final String label;

	private final String definition;

	CorrectionOutcome(String label, String definition) {
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
