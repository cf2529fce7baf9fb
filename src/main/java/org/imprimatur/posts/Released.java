package org.imprimatur.posts;

import org.imprimatur.kernel.Outcome;

/** What happened when a post was to go out on an account. */
public enum Released implements Outcome {

	/** The post is on the account, word for word as approved; this closes it. */
	POSTED("Posted as approved", "The post is on the account, word for word as approved; this closes it."),
	/**
	 * The post is on the account, but something in it differs from what was approved;
	 * this closes it.
	 */
	POSTED_WITH_DIFFERENCE("Posted with a difference",
			"The post is on the account, but something in it differs from what was approved; this closes it."),
	/** The post is not on the account; it goes back to scheduling. */
	NOT_POSTED("Not posted", "The post is not on the account; it goes back to scheduling.");

	private final String label;

	private final String definition;

	Released(String label, String definition) {
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
