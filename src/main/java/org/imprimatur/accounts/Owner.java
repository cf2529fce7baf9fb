package org.imprimatur.accounts;

import org.imprimatur.kernel.Outcome;
import org.imprimatur.kernel.Policy;

/** Which entity owns an account, as its profile says in public. */
@Policy("ACCOUNT-OWNER")
public enum Owner implements Outcome {

	TRUST("the Charitable Trust", "Each post is checked against the charity's objects."),
	SECTION("the Section", "Usual for a community; posts are not checked against the charity's objects."),
	JOINT("the Charitable Trust and the Section jointly",
			"Usual for a main or specialist account; each post is checked against the charity's objects."),
	/** Nobody has established it yet: nothing may be published there. */
	UNKNOWN("not established", "Nothing may be published on it until somebody has established it.");

	private final String label;

	private final String definition;

	Owner(String label, String definition) {
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
