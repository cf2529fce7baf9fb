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
	/**
	 * The post is in the platform's own queue and goes out at its slot; then you are
	 * asked for its address.
	 */
	SCHEDULED_ON_PLATFORM("Scheduled on the platform",
			"The post is in the platform’s own queue and goes out at its slot; then you are asked for its address."),
	/**
	 * The post is not on the account. Unless it is out on another one, it goes back to
	 * scheduling.
	 */
	NOT_POSTED("Not posted",
			"The post is not on the account. Unless it is out on another one, it goes back to scheduling.");

	private final String label;

	private final String definition;

	Released(String label, String definition) {
		this.label = label;
		this.definition = definition;
	}

	/** Whether the post can be seen on the account. */
	public boolean isOut() {
		return this == POSTED || this == POSTED_WITH_DIFFERENCE;
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
