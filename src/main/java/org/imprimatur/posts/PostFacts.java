package org.imprimatur.posts;

import java.util.Set;

import org.imprimatur.accounts.AccountKind;
import org.imprimatur.accounts.Owner;

/**
 * What the decision tables look at, as it is now.
 *
 * @param owner of the accounts, the strictest of several
 * @param electionPeriod whether now or the slot lies in one
 * @param triggers those of the revision and those added at sign-off since
 */
public record PostFacts(Owner owner, AccountKind accountKind, Kind kind, String team, boolean electionPeriod,
		Set<Trigger> triggers, PostApproval.Standing standingObjects) {

	public boolean namesPolitician() {
		return this.triggers.contains(Trigger.NAMES_POLITICIAN);
	}

}
