package org.imprimatur.incidents;

import org.imprimatur.kernel.Outcome;

/** Whether something is so, as far as anybody knows. */
public enum Fact implements Outcome {

	/** It is so. */
	YES("Yes", "It is so."),
	/** It is not so. */
	NO("No", "It is not so."),
	/** Nobody knows yet; until then it counts as possible. */
	NOT_KNOWN("Not known", "Nobody knows yet; until then it counts as possible.");

	private final String label;

	private final String definition;

	Fact(String label, String definition) {
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
