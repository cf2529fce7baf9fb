package org.imprimatur.posts;

import org.imprimatur.kernel.Outcome;

/** What an approver decided about a post. */
public enum SignOff implements Outcome {

	/** This exact post may be published on this account; its team sets the time next. */
	APPROVED("Approved", "This exact post may be published on this account; its team sets the time next."),
	/** The author changes the post and submits it again; then it is decided anew. */
	CHANGES_REQUESTED("Changes requested",
			"The author changes the post and submits it again; then it is decided anew."),
	/** The post ends here and is not published. */
	REJECTED("Rejected", "The post ends here and is not published.");

	private final String label;

	private final String definition;

	SignOff(String label, String definition) {
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
