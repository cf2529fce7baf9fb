package org.imprimatur.posts;

import org.imprimatur.kernel.Outcome;

/** What a third person found about breaking news that one person had decided. */
public enum UrgentReview implements Outcome {

	/** It may stay as it is. */
	FINE("Fine", "The post may stay as it is."),
	/** It stays and is put right; the correction begins. */
	CORRECT("Correct it", "Something in it has to be put right: a correction begins."),
	/** It has to go; the correction begins. */
	REMOVE("Remove it", "The post has to be taken down: a correction begins.");

	private final String label;

	private final String definition;

	UrgentReview(String label, String definition) {
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
