package org.imprimatur.incidents;

import org.imprimatur.kernel.Outcome;

/** One of the two organisations behind the name. */
public enum Entity implements Outcome {

	/** Its Trustees answer to the Charity Commission. */
	TRUST("The Charitable Trust", "Its Trustees answer to the Charity Commission."),
	/** Its Board answers to the members. */
	SECTION("The Section", "Its Board answers to the members.");

	private final String label;

	private final String definition;

	Entity(String label, String definition) {
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
