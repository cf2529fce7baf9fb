package org.imprimatur.posts;

import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.posts.PostApproval.Task;
import org.imprimatur.posts.StandingDecisions.Verdict;
import org.imprimatur.security.StepGuard;

import org.springframework.stereotype.Component;

/**
 * Nobody is asked to publish a post, and no release is recorded, unless every decision
 * the policy requires stands on exactly this content, whatever moved the case here.
 */
@Component
@Policy({ "APPROVED", "OBJECTS" })
class ReleaseGuard implements StepGuard {

	private final Posts posts;

	private final StandingDecisions standing;

	private final ReleaseGate gate;

	private final PostAccounts onAccounts;

	ReleaseGuard(Posts posts, StandingDecisions standing, ReleaseGate gate, PostAccounts onAccounts) {
		this.onAccounts = onAccounts;
		this.posts = posts;
		this.standing = standing;
		this.gate = gate;
	}

	@Override
	public String process() {
		return PostApproval.KEY;
	}

	@Override
	public String step() {
		return Task.PUBLISH_POST.id();
	}

	@Override
	public void check(At at) {
		String reference = at.reference();
		Post post = this.posts.find(reference)
			.orElseThrow(() -> Refusal.conflict("There is no post " + reference + ", so nothing can be published."));
		if (isOver(post)) {
			throw Refusal.conflict(reference + " has been refused, withdrawn or recalled, or has ended, so it "
					+ "may not be published. Propose a new post if something has to follow.");
		}
		String account = at.remembered().apply(PostApproval.ACCOUNT.name());
		Verdict verdict = this.gate.release(post, account);
		if (verdict.need() != Need.PUBLISH) {
			throw Refusal.conflict(reference + " may not be published now. " + verdict.why() + " See /items/"
					+ reference + " for what it needs.");
		}
		if (account == null || !this.onAccounts.of(post).contains(account)) {
			throw Refusal.conflict(reference + " may not be published now. A release is on one account of the post: "
					+ "begin at the step “Verify the approval”. See /items/" + reference + " for what it needs.");
		}
	}

	private boolean isOver(Post post) {
		return this.posts.ending(post.reference()).isPresent() || this.standing.refused(post)
				|| this.onAccounts.isStopped(post);
	}

}
