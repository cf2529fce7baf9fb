package org.imprimatur.posts;

import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.posts.PostApproval.Ending;
import org.imprimatur.security.StepGuard;

import org.springframework.stereotype.Component;

/**
 * No case ends as published unless somebody has recorded where and when the post went
 * out, whatever moved the case here.
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
	public void check(At at) {
		String reference = at.reference();
		if (this.posts.releases(reference).stream().noneMatch((one) -> one.decision().isOut())) {
			throw Refusal.conflict(reference + " may not end as published: nobody has recorded its release. See /items/"
					+ reference + " for what it needs.");
		}
	}

}
