package org.imprimatur.accounts;

import org.imprimatur.kernel.Outcome;
import org.imprimatur.kernel.Policy;

/** The three types of account the policy knows, and who usually owns one. */
@Policy({ "ACCOUNT-KIND", "ACCOUNT-OWNER" })
public enum AccountKind implements Outcome {

	/** Central, for the whole organisation: the Digital Team. */
	MAIN("Main", "Speaks for the whole organisation; run by the Digital Team.", Owner.JOINT),
	/** Central, for one part of the work: the specialist team. */
	SPECIALIST("Specialist", "Speaks for one part of the work; run by the staff of that part.", Owner.JOINT),
	/** Held by an activist community. */
	COMMUNITY("Community", "Speaks for one group of activists; run by them.", Owner.SECTION);

	private final String label;

	private final String definition;

	private final Owner usualOwner;

	AccountKind(String label, String definition, Owner usualOwner) {
		this.label = label;
		this.definition = definition;
		this.usualOwner = usualOwner;
	}

	@Override
	public String label() {
		return this.label;
	}

	@Override
	public String definition() {
		return this.definition;
	}

	/** The default; another owner is an exception that somebody allows for a reason. */
	public Owner usualOwner() {
		return this.usualOwner;
	}

}
