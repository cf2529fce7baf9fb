package org.imprimatur.accounts;

import org.imprimatur.kernel.Policy;

/** Which entity owns an account, as its profile says in public. */
@Policy("ACCOUNT-OWNER")
public enum Owner {

	TRUST("the Charitable Trust"), SECTION("the Section"), JOINT("the Charitable Trust and the Section jointly"),
	/** Nobody has established it yet: nothing may be published there. */
	UNKNOWN("not established");

	private final String label;

	Owner(String label) {
		this.label = label;
	}

	public String label() {
		return this.label;
	}

}
