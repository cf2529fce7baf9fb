package org.imprimatur.incidents;

import org.imprimatur.kernel.Outcome;

/** That the brief for the Boards and the Trustees stands. */
public enum Briefed implements Outcome {

	/** It is shown to everybody who decides about the incident. */
	WRITTEN("The brief is written", "It is shown to everybody who decides about the incident.");

	private final String label;

	private final String definition;

	Briefed(String label, String definition) {
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
