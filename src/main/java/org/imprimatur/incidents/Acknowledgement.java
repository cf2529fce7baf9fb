package org.imprimatur.incidents;

import org.imprimatur.kernel.Outcome;

/** That somebody has taken note in person. */
public enum Acknowledgement implements Outcome {

	/** You have taken note. Being told alone does not count. */
	ACKNOWLEDGED("I have read this", "You have taken note. Being told alone does not count.");

	private final String label;

	private final String definition;

	Acknowledgement(String label, String definition) {
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
