package org.imprimatur.posts;

import org.imprimatur.kernel.Outcome;

/** How somebody came to look again at what is out. */
public enum CorrectionOrigin implements Outcome {

	/** Somebody asked for the post back when it was out already. */
	RECALLED("Recalled after release", "Somebody asked for the post back when it was out already."),
	/** It was recorded that what went out differs from what was approved. */
	DIFFERENCE("Posted with a difference", "It was recorded that what went out differs from what was approved."),
	/** Somebody says that it went out without approval. */
	UNAPPROVED("Went out without approval", "Somebody says that it went out without approval."),
	/** Somebody who looked at the post after its release asked for more. */
	REVIEWED("Found wrong when looked at again", "Somebody who looked at the post after its release asked for more.");

	private final String label;

	private final String definition;

	CorrectionOrigin(String label, String definition) {
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
