package org.imprimatur.posts.steps;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.Post;
import org.imprimatur.posts.PostApproval;
import org.imprimatur.posts.SecondLook;
import org.imprimatur.posts.Posts;
import org.imprimatur.posts.StandingDecisions;
import org.imprimatur.posts.UrgentPosts;

import org.springframework.stereotype.Component;

/** The one gate before release: finds what the post needs, and lets nothing else by. */
@Component
@Policy("APPROVED")
class VerifyApproval implements JavaDelegate {

	private final Posts posts;

	private final StandingDecisions standing;

	private final UrgentPosts urgent;

	VerifyApproval(Posts posts, StandingDecisions standing, UrgentPosts urgent) {
		this.posts = posts;
		this.standing = standing;
		this.urgent = urgent;
	}

	@Override
	public void execute(DelegateExecution execution) {
		Post post = this.posts.find(execution.getProcessBusinessKey()).orElseThrow();
		this.posts.lock(post.reference());
		execution.setVariables(PostApproval.WHAT_NEXT.is(this.standing.verdict(post).need()));
		execution.setVariables(PostApproval.URGENT_REVIEW
			.is(this.urgent.needsReview(post.reference()) ? SecondLook.NEEDED : SecondLook.NONE));
	}

}
