package org.imprimatur.posts;

import org.imprimatur.kernel.Outcome;

/** What the channel team decided about the slot of an approved post. */
public enum Scheduling implements Outcome {

	/** The post waits for this time; then you are asked to publish it. */
	SCHEDULE("Schedule", "The post waits for this time; then you are asked to publish it."),
	/** The author changes the post, and what the change touches is decided again. */
	CHANGE("Send back to the author", "The author changes the post, and what the change touches is decided again."),
	/** The post ends here; nothing is published and the record is kept. */
	WITHDRAW("Withdraw the post", "The post ends here; nothing is published and the record is kept.");

	private final String label;

	private final String definition;

	Scheduling(String label, String definition) {
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
