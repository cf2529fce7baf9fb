package org.imprimatur.accounts;

import org.imprimatur.kernel.Outcome;

/** Whether an account is in use. */
public enum AccountState implements Outcome {

	ACTIVE("In use", "Posts can be proposed and published on it."),
	/** Nothing is published there any more; the register keeps it. */
	CLOSED("Closed", "Nothing is published on it any more; posts that are on their way stop.");

	private final String label;

	private final String definition;

	AccountState(String label, String definition) {
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
