package org.imprimatur.posts;

import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.posts.StandingDecisions.Verdict;
import org.imprimatur.security.StepGuard;

import org.springframework.stereotype.Component;

/**
 * The releases of a post begin, all of them together, only when the gate says so,
 * whatever moved the case here; each is then guarded by itself.
 */
@Component
@Policy({ "APPROVED", "OBJECTS" })
class ReleasesGuard implements StepGuard {

	private final Posts posts;

	private final ReleaseGate gate;

	ReleasesGuard(Posts posts, ReleaseGate gate) {
		this.posts = posts;
		this.gate = gate;
	}

	@Override
	public String process() {
		return PostApproval.KEY;
	}

	/** The engine's name for what holds the release of each account. */
	@Override
	public String step() {
		return "release-on-accounts#multiInstanceBody";
	}

	@Override
	public void check(At at) {
		String reference = at.reference();
		Verdict verdict = this.posts.find(reference)
			.map(this.gate::verdict)
			.orElseThrow(() -> Refusal.conflict("There is no post " + reference + ", so nothing can be published."));
		if (verdict.need() != Need.PUBLISH) {
			throw Refusal.conflict(reference + " may not be published now. " + verdict.why() + " See /items/"
					+ reference + " for what it needs.");
		}
	}

}
