package org.imprimatur.incidents;

import org.imprimatur.kernel.Outcome;

/** Whether a report to the Charity Commission is complete. */
public enum ReportStage implements Outcome {

	/** Nothing more is owed to the Charity Commission. */
	COMPLETE("The report is complete", "Nothing more is owed to the Charity Commission."),
	/** You are asked again on the day you name. */
	FOLLOW_UP_DUE("A follow-up is due", "You are asked again on the day you name.");

	private final String label;

	private final String definition;

	ReportStage(String label, String definition) {
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
