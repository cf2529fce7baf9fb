package org.imprimatur.posts;

import org.imprimatur.kernel.Outcome;

/** What an objects reviewer found: whether the post serves the Charity's objects. */
public enum ObjectsFinding implements Outcome {

	/** The post furthers one of the Charity's objects, named below. */
	ALIGNED("Aligned", "The post furthers one of the Charity's objects, named below."),
	/** The author has to change the post before it can be found aligned. */
	CHANGES_NEEDED("Changes needed", "The author has to change the post before it can be found aligned."),
	/** The post does not serve the Charity's objects and ends here. */
	NOT_ALIGNED("Not aligned", "The post does not serve the Charity's objects and ends here.");

	private final String label;

	private final String definition;

	ObjectsFinding(String label, String definition) {
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
