package org.imprimatur.incidents;

import org.imprimatur.kernel.Outcome;

/** What the Trustees decided about a report to the Charity Commission. */
public enum TrusteesDecision implements Outcome {

	/** The person you name sends the report within one working day. */
	REPORT("Report it", "The person you name sends the report within one working day."),
	/**
	 * It ends here; the reason is kept with what was known, and new facts open it again.
	 */
	DO_NOT_REPORT("Do not report it",
			"It ends here; the reason is kept with what was known, and new facts open it again.");

	private final String label;

	private final String definition;

	TrusteesDecision(String label, String definition) {
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
