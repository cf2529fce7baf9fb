package org.imprimatur.accounts;

import org.imprimatur.kernel.Outcome;
import org.imprimatur.kernel.Policy;

/** What somebody found who looked at the public profile of an account. */
@Policy("ACCOUNT-OWNER")
public enum BioFinding implements Outcome {

	SAYS_OWNER("It says who owns the account", "The public profile names the same owner as this register."),
	/** Nothing may be published until the profile or the register is put right. */
	DIFFERS("It does not, or says something else",
			"Nothing may be published on the account until the profile or this register is put right and somebody has looked again.");

	private final String label;

	private final String definition;

	BioFinding(String label, String definition) {
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
