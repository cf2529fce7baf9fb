package org.imprimatur.incidents;

import org.imprimatur.kernel.Outcome;

/** That a Board was told is on record. */
public enum BoardMinuted implements Outcome {

	RECORDED("Recorded", "The minute shows that the Board was told.");

	private final String label;

	private final String definition;

	BoardMinuted(String label, String definition) {
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
