package org.imprimatur.posts;

import org.imprimatur.kernel.Outcome;

/** How fast a post has to be decided. */
public enum Urgency implements Outcome {

	/** Each check has four working hours, or half the time to the slot. */
	NORMAL("Normal", "Each check has four working hours, or half the time to the slot."),
	/** Each check has 30 minutes; a reason is needed and everybody sees it. */
	BREAKING("Breaking news", "Each check has 30 minutes; a reason is needed and everybody sees it.");

	private final String label;

	private final String definition;

	Urgency(String label, String definition) {
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
