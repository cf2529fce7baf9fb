package org.imprimatur.incidents;

import org.imprimatur.kernel.Outcome;

/** Whether anything is answered in public. */
public enum Response implements Outcome {

	/** Somebody proposes a reply, which goes through approval as any post does. */
	RESPOND("Respond", "Somebody proposes a reply, which goes through approval as any post does."),
	/** Nothing is answered, on purpose. */
	NO_RESPONSE("Do not respond", "Nothing is answered, on purpose."),
	/** Whoever handles the incident decides when more is known. */
	LATER("Decide later", "Whoever handles the incident decides when more is known.");

	private final String label;

	private final String definition;

	Response(String label, String definition) {
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
