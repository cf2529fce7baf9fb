package org.imprimatur.posts;

import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.posts.PostApproval.Ending;
import org.imprimatur.security.StepGuard;

import org.springframework.stereotype.Component;

/**
 * No case ends as published unless somebody has recorded that the post went out, whatever
 * moved the case there.
 */
@Component
@Policy({ "APPROVED", "ONE-LOGIN" })
class PublishedGuard implements StepGuard {

	private final Posts posts;

	PublishedGuard(Posts posts) {
		this.posts = posts;
	}

	@Override
	public String process() {
		return PostApproval.KEY;
	}

	@Override
	public String step() {
		return Ending.POST_PUBLISHED.id();
	}

	@Override
	public void check(String reference) {
		if (this.posts.releases(reference)
			.stream()
			.noneMatch((release) -> release.decision() == Released.POSTED
					|| release.decision() == Released.POSTED_WITH_DIFFERENCE)) {
			throw Refusal.conflict("Nobody has recorded that " + reference + " went out, so it cannot end as "
					+ "published. See /items/" + reference + " for what it needs.");
		}
	}

}
