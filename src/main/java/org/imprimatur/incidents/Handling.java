package org.imprimatur.incidents;

import org.imprimatur.kernel.Outcome;

/** How an incident without significant risk goes on. */
public enum Handling implements Outcome {

	/** Nothing more has to be done. */
	CLOSED("Close it", "Nothing more has to be done."),
	/** The Chief Executive, the Boards and the Trustees are told. */
	ESCALATE("It is significant", "The Chief Executive, the Boards and the Trustees are told.");

	private final String label;

	private final String definition;

	Handling(String label, String definition) {
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
