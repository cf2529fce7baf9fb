package org.imprimatur.incidents;

import org.imprimatur.kernel.Outcome;

/** How much harm an incident may do; the risk counts, not how it turned out. */
public enum Risk implements Outcome {

	/** Nobody and nothing of ours may be harmed. */
	NONE("None", "Nobody and nothing of ours may be harmed."),
	/** Some harm is possible, but none that is significant. */
	LOW("Low", "Some harm is possible, but none that is significant."),
	/**
	 * It may seriously harm us or people we come into contact with: the Chief Executive,
	 * the Boards and the Trustees are told.
	 */
	SIGNIFICANT("Significant",
			"It may seriously harm us or people we come into contact with: the Chief Executive, the Boards and the Trustees are told.");

	private final String label;

	private final String definition;

	Risk(String label, String definition) {
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
