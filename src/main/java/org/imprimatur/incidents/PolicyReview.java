package org.imprimatur.incidents;

import org.imprimatur.kernel.Outcome;

/** Whether the social media policy itself has to be looked at again. */
public enum PolicyReview implements Outcome {

	/** The policy is reviewed because of this incident. */
	NEEDED("A review is needed", "The policy is reviewed because of this incident."),
	/** The policy stays as it is, for this reason. */
	NOT_NEEDED("No review is needed", "The policy stays as it is, for this reason.");

	private final String label;

	private final String definition;

	PolicyReview(String label, String definition) {
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
