package org.imprimatur.posts;

import org.imprimatur.kernel.Outcome;

/** How much a freeze holds back. */
public enum FreezeScope implements Outcome {

	/** Every approved post that is not out yet, on every account. */
	EVERYTHING("Everything", "Every approved post that is not out yet, on every account."),
	/** Every account that this entity owns, alone or jointly. */
	ENTITY("The accounts of one entity", "Every account that this entity owns, alone or jointly."),
	/** One account only. */
	ACCOUNT("One account", "One account only.");

	private final String label;

	private final String definition;

	FreezeScope(String label, String definition) {
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
