package org.imprimatur.incidents;

import org.imprimatur.kernel.Outcome;

/** What becomes of a possible breach of personal data. */
public enum BreachDecision implements Outcome {

	/** It is likely to put people at risk, and has been notified. */
	NOTIFY("Notify the regulator", "It is likely to put people at risk, and has been notified."),
	/** It is a breach, but unlikely to put people at risk. */
	DO_NOT_NOTIFY("Do not notify", "It is a breach, but unlikely to put people at risk."),
	/** No personal data was lost, shown or changed. */
	NO_BREACH("No breach", "No personal data was lost, shown or changed.");

	private final String label;

	private final String definition;

	BreachDecision(String label, String definition) {
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
