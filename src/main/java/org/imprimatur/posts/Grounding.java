package org.imprimatur.posts;

import org.imprimatur.kernel.Outcome;

/** What the claims of a post rest on. */
public enum Grounding implements Outcome {

	/** An agreed position of the organisation says so. */
	POLICY("Our policy", "An agreed position of the organisation says so."),
	/** Published research, ours or one that we trust, says so. */
	RESEARCH("Research", "Published research, ours or one that we trust, says so."),
	/** Somebody who can judge it stands behind the argument. */
	REASONED_ARGUMENT("Reasoned argument", "Somebody who can judge it stands behind the argument.");

	private final String label;

	private final String definition;

	Grounding(String label, String definition) {
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
