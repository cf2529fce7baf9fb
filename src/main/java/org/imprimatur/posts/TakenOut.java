package org.imprimatur.posts;

import org.imprimatur.kernel.Outcome;

/** What became of a post that had to come out of a platform's own queue. */
public enum TakenOut implements Outcome {

	/** The post is in the platform's queue no more and has not gone out. */
	TAKEN_OUT("Taken out", "The post is in the platform’s queue no more and has not gone out."),
	/** The post went out before anybody could stop it; somebody decides what follows. */
	ALREADY_OUT("Already out",
			"The post went out before anybody could stop it. It is recorded as released, and somebody decides what follows.");

	private final String label;

	private final String definition;

	TakenOut(String label, String definition) {
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
