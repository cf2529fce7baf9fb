package org.imprimatur.incidents;

import org.imprimatur.kernel.Outcome;

/** Whether an incident may matter to the Charity Commission. */
public enum Relevance implements Outcome {

	/** Every Trustee is asked for a view now. */
	RELEVANT("Relevant", "Every Trustee is asked for a view now."),
	/** Every Trustee is told, and may call it in within five days. */
	NOT_RELEVANT("Not relevant", "Every Trustee is told, and may call it in within five days."),
	/** You take no part in this decision; somebody else is asked. */
	CONFLICT_DECLARED("I have a conflict of interest", "You take no part in this decision; somebody else is asked.");

	private final String label;

	private final String definition;

	Relevance(String label, String definition) {
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
