package org.imprimatur.posts;

import java.util.Set;

import org.imprimatur.accounts.AccountKind;
import org.imprimatur.accounts.AccountState;
import org.imprimatur.accounts.BioState;
import org.imprimatur.accounts.Owner;

/**
 * What the decision tables look at, as it is now.
 *
 * @param owner of the accounts, the strictest of several
 * @param accountState closed if one of them is
 * @param bioCheck the worst of them
 * @param electionPeriod whether now or the slot lies in one
 * @param triggers those of the revision and those added at sign-off since
 * @param partnerSource whether its source is a partner listed now
 * @param secondPerson whether somebody is there who may both check and sign it
 */
public record PostFacts(Owner owner, AccountState accountState, BioState bioCheck, AccountKind accountKind, Kind kind,
		String team, boolean electionPeriod, Set<Trigger> triggers, PostApproval.Standing standingObjects,
		boolean partnerSource, boolean secondPerson) {

	PostFacts withSecondPerson() {
		return new PostFacts(this.owner, this.accountState, this.bioCheck, this.accountKind, this.kind, this.team,
				this.electionPeriod, this.triggers, this.standingObjects, this.partnerSource, true);
	}

	public boolean namesPolitician() {
		return this.triggers.contains(Trigger.NAMES_POLITICIAN);
	}

}
