package org.imprimatur.accounts;

import org.imprimatur.kernel.Policy;

/** The three types of account the policy knows. */
@Policy("ACCOUNT-KIND")
public enum AccountKind {

	/** Central, for the whole organisation: the Digital Team. */
	MAIN,
	/** Central, for one part of the work: the specialist team. */
	SPECIALIST,
	/** Held by an activist community. */
	COMMUNITY

}
