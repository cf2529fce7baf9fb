package org.imprimatur.posts;

import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.posts.PostApproval.Ending;
import org.imprimatur.posts.PostApproval.Task;
import org.imprimatur.security.StepGuard;

import org.springframework.stereotype.Component;

/**
 * No case ends as published unless somebody has recorded where and when the post went
 * out, and a third person has looked at breaking news that one person decided, whatever
 * moved the case here.
 */
@Component
@Policy({ "APPROVED", "ONE-LOGIN" })
class PublishedGuard implements StepGuard {

	private final Posts posts;

	private final UrgentPosts urgent;

	PublishedGuard(Posts posts, UrgentPosts urgent) {
		this.posts = posts;
		this.urgent = urgent;
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
		if (this.urgent.needsReview(reference)
				&& this.posts.lastDecision(reference, Task.REVIEW_URGENT_POST).isEmpty()) {
			throw Refusal
				.conflict(reference + " may not end yet: one person decided this breaking news, so a third has "
						+ "to look at it again. See /items/" + reference + " for what it needs.");
		}
	}

}
