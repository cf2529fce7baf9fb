package org.imprimatur.incidents;

import org.imprimatur.kernel.Outcome;

/** Whom an incident may harm. */
public enum Affected implements Outcome {

	/** Its name, its money, its work or its supporters’ trust. */
	AIUK("The organisation", "Its name, its money, its work or its supporters’ trust."),
	/** Anybody we come into contact with, our own people included. */
	PEOPLE("People", "Anybody we come into contact with, our own people included.");

	private final String label;

	private final String definition;

	Affected(String label, String definition) {
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
