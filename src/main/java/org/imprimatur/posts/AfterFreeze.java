package org.imprimatur.posts;

import org.imprimatur.kernel.Outcome;

/** What an approver decided about an approved post that a freeze had held back. */
public enum AfterFreeze implements Outcome {

	/** The post goes on where it stopped; if its slot has passed it needs another one. */
	GO_AHEAD("Go ahead", "The post goes on where it stopped; if its slot has passed it needs another one."),
	/** The author changes the post, and what the change touches is decided again. */
	CHANGE("Send back to the author", "The author changes the post, and what the change touches is decided again."),
	/** The post ends here; nothing is published and the record is kept. */
	WITHDRAW("Withdraw the post", "The post ends here; nothing is published and the record is kept.");

	private final String label;

	private final String definition;

	AfterFreeze(String label, String definition) {
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
