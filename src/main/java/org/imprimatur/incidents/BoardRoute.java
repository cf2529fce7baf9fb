package org.imprimatur.incidents;

import org.imprimatur.kernel.Outcome;

/** How a Board hears of an incident. */
public enum BoardRoute implements Outcome {

	NEXT_MEETING("At the next meeting", "The report waits for the meeting named above and follows it if it moves."),
	BETWEEN_MEETINGS("Between meetings", "Each member gets a notice with the report as soon as you press the button.");

	private final String label;

	private final String definition;

	BoardRoute(String label, String definition) {
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
