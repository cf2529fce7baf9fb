package org.imprimatur.posts;

import org.imprimatur.kernel.Outcome;

/** A line that an approver confirms, because this post triggers it. */
public enum Line implements Outcome {

	/** I have checked the facts in this post. */
	ACCURATE("It is accurate", "I have checked the facts in this post."),
	/** What the post claims rests on the ground given. */
	GROUNDED("It is grounded", "What the post claims rests on the ground given."),
	/** I have held the ask against the Code of Fundraising Practice. */
	FUNDRAISING_CODE("It keeps to the fundraising code",
			"I have held the ask against the Code of Fundraising Practice."),
	/** The people who can be recognised have agreed to this use. */
	CONSENT("Consent is recorded", "The people who can be recognised have agreed to this use."),
	/** I have held it against the safeguarding policy. */
	SAFEGUARDING("It keeps children safe", "I have held it against the safeguarding policy."),
	/** It neither supports nor opposes a party or a candidate. */
	POLITICAL_BALANCE("It is politically balanced", "It neither supports nor opposes a party or a candidate."),
	/** The number has a source and the source has a date. */
	SOURCE_DATED("The source is dated", "The number has a source and the source has a date.");

	private final String label;

	private final String definition;

	Line(String label, String definition) {
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
