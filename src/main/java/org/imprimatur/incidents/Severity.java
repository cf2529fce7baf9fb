package org.imprimatur.incidents;

import org.imprimatur.kernel.Outcome;

/** How severe a significant incident is. */
public enum Severity implements Outcome {

	/** Lives, safety or the existence of our work are at stake now. */
	S1("1: critical", "Lives, safety or the existence of our work are at stake now."),
	/** Serious harm is likely, or has begun. */
	S2("2: severe", "Serious harm is likely, or has begun."),
	/** Serious harm is possible. */
	S3("3: serious", "Serious harm is possible."),
	/** Significant, with little left that could still go wrong. */
	S4("4: limited", "Significant, with little left that could still go wrong.");

	private final String label;

	private final String definition;

	Severity(String label, String definition) {
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
