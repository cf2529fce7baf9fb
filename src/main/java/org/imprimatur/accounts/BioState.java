package org.imprimatur.accounts;

import org.imprimatur.kernel.Policy;

/** Whether the public profile of an account is known to say who owns it. */
@Policy("ACCOUNT-OWNER")
public enum BioState {

	/** Somebody looked within the time set, and it did. */
	CURRENT("Checked"),
	/** Nobody has looked within the time set. */
	OVERDUE("Overdue"),
	/** Somebody looked, and it did not. */
	DIFFERS("Does not say it");

	private final String label;

	BioState(String label) {
		this.label = label;
	}

	public String label() {
		return this.label;
	}

}
