package org.imprimatur.posts;

import java.util.List;
import java.util.Optional;

import org.imprimatur.accounts.Account;
import org.imprimatur.accounts.Accounts;
import org.imprimatur.accounts.Owner;
import org.imprimatur.kernel.Policy;

import org.springframework.stereotype.Component;

/**
 * Words that may take the place of what went wrong: a version of a post that was signed
 * for that account and, where the Trust holds it, found aligned with the Charity's
 * objects. Anything else goes through an approval of its own first.
 */
@Component
@Policy({ "APPROVED", "OBJECTS" })
public class ApprovedTexts {

	private final Posts posts;

	private final Accounts accounts;

	ApprovedTexts(Posts posts, Accounts accounts) {
		this.posts = posts;
		this.accounts = accounts;
	}

	/** The latest version of the post that may go onto the account; empty if none may. */
	public Optional<PostRevision> of(String reference, String account) {
		List<PostDecision> decisions = this.posts.decisions(reference);
		if (this.posts.ending(reference)
			.filter((one) -> one.ending().equals(PostApproval.Ending.POST_RECALLED.id()))
			.isPresent()) {
			return Optional.empty();
		}
		return decisions.stream()
			.filter((one) -> one.decision().equals(SignOff.APPROVED.name()) && one.ownersThen().containsKey(account))
			.filter((one) -> !this.posts.authors(reference).contains(one.decidedBy()))
			.filter((one) -> isAligned(decisions, one, account))
			.filter((one) -> decisions.stream().noneMatch((other) -> isRefusal(other, one)))
			.reduce((first, second) -> second)
			.flatMap((signed) -> this.posts.revisions(reference)
				.stream()
				.filter((revision) -> revision.number() == signed.revision())
				.findFirst());
	}

	private boolean isAligned(List<PostDecision> decisions, PostDecision signed, String account) {
		Owner owner = this.accounts.find(account).map(Account::owner).orElse(Owner.UNKNOWN);
		return owner == Owner.SECTION || decisions.stream()
			.anyMatch((one) -> one.charityObject() != null && one.contentDigest().equals(signed.contentDigest())
					&& (one.decision().equals(ObjectsFinding.ALIGNED.name())
							|| one.decision().equals(SignOff.APPROVED.name())));
	}

	private static boolean isRefusal(PostDecision other, PostDecision signed) {
		return other.id() > signed.id() && other.contentDigest().equals(signed.contentDigest())
				&& (other.decision().equals(SignOff.REJECTED.name())
						|| other.decision().equals(ObjectsFinding.NOT_ALIGNED.name()));
	}

}
