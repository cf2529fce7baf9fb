package org.imprimatur.incidents;

import org.imprimatur.kernel.Outcome;

/** What one Trustee thinks of a report to the Charity Commission. */
public enum TrusteeView implements Outcome {

	/** The Charity Commission should get a report. */
	REPORT("Report it", "The Charity Commission should get a report."),
	/** It does not have to be reported, for your reason. */
	DO_NOT_REPORT("Do not report it", "It does not have to be reported, for your reason."),
	/** A conflict was declared, so no view was given. */
	NO_VIEW("No view", "A conflict was declared, so no view was given.");

	private final String label;

	private final String definition;

	TrusteeView(String label, String definition) {
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
