package org.imprimatur.incidents;

import org.imprimatur.kernel.Outcome;

/** What an assessment of an incident came from. */
public enum Origin implements Outcome {

	/** The first assessment by a person. */
	TRIAGE("Triage", "The first assessment by a person."),
	/** Somebody else was asked, since the risk was below the suggestion. */
	CONFIRMED("Confirmation", "Somebody else was asked, since the risk was below the suggestion."),
	/** Whoever handled it found it significant. */
	ESCALATED("Escalation", "Whoever handled it found it significant."),
	/** New facts or a new look at them. */
	REASSESSED("Assessed again", "New facts or a new look at them."),
	/** Nobody had assessed it in time. */
	ASSUMED("Taken as significant", "Nobody had assessed it in time.");

	private final String label;

	private final String definition;

	Origin(String label, String definition) {
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
