package org.imprimatur.posts;

import org.imprimatur.kernel.Outcome;

/** What is decided about something that is out. */
public enum CorrectionDecision implements Outcome {

	/** It stays as it is; this ends the matter, with the reason. */
	KEEP("Keep", "It stays as it is; this ends the matter, with the reason."),
	/** Approved words take its place; the team does it and records it. */
	CORRECT("Correct", "Approved words take its place; the team does it and records it."),
	/** It is taken off the account; the team does it and records it. */
	REMOVE("Remove", "It is taken off the account; the team does it and records it.");

	private final String label;

	private final String definition;

	CorrectionDecision(String label, String definition) {
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
