package org.imprimatur.posts;

import org.imprimatur.kernel.Outcome;

/** Something in a post that asks for a line of the codes to be confirmed. */
public enum Trigger implements Outcome {

	/** The Code of Fundraising Practice applies. */
	DONATION_ASK("It asks for money", "The Code of Fundraising Practice applies."),
	/** Their consent is needed. */
	IDENTIFIABLE_PERSON("A person can be recognised", "Their consent is needed."),
	/** The safeguarding policy applies. */
	CHILD("A child appears or is meant", "The safeguarding policy applies."),
	/** The Head of Communications signs it. */
	NAMES_POLITICIAN("It names a politician, party or candidate", "The Head of Communications signs it."),
	/** The source needs a date. */
	STATISTIC("It gives a number", "The source needs a date.");

	private final String label;

	private final String definition;

	Trigger(String label, String definition) {
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
