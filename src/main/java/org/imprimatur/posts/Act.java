package org.imprimatur.posts;

import org.imprimatur.kernel.Outcome;

/** Something done to a post from its own page. */
public enum Act implements Outcome {

	/** The post goes back to be edited. */
	CHANGE("Change", "The post goes back to be edited."),
	/** The post waits for another time. */
	MOVE_SLOT("Move the slot", "The post waits for another time."),
	/** The post waits in the platform's own queue until its slot. */
	QUEUE("Queue it on the platform",
			"You put the approved post into the platform’s own queue, which releases it at its slot. Possible up to 48 hours ahead."),
	/** The post ends before it is released. */
	WITHDRAW("Withdraw", "The post ends before it is released."),
	/** A post is stopped; if it is out, others decide whether it stays. */
	RECALL("Recall", "An approved post is stopped; if it is out already, others decide whether it stays.");

	private final String label;

	private final String definition;

	Act(String label, String definition) {
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
