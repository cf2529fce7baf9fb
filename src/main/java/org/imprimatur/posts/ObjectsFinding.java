package org.imprimatur.posts;

import org.imprimatur.kernel.Outcome;

/** What an objects reviewer found: whether the post serves the Charity's objects. */
public enum ObjectsFinding implements Outcome {

	/** The post furthers the object you name; an approver is asked next. */
	ALIGNED("Aligned", "The post furthers the object you name; an approver is asked next."),
	/** The author changes the post and submits it again; then it is checked anew. */
	CHANGES_NEEDED("Changes needed", "The author changes the post and submits it again; then it is checked anew."),
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
