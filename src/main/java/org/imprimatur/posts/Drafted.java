package org.imprimatur.posts;

import org.imprimatur.kernel.Outcome;

/** What the author decided about a draft. */
public enum Drafted implements Outcome {

	/** The post goes to the people who check and sign it, exactly as it stands here. */
	SUBMIT("Submit for checking", "The post goes to the people who check and sign it, exactly as it stands here."),
	/** The post ends here; nothing is published and the record is kept. */
	WITHDRAW("Withdraw the post", "The post ends here; nothing is published and the record is kept.");

	private final String label;

	private final String definition;

	Drafted(String label, String definition) {
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
