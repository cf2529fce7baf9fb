package org.imprimatur.posts.steps;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.Post;
import org.imprimatur.posts.PostApproval;
import org.imprimatur.posts.PostApproval.Need;
import org.imprimatur.posts.Posts;
import org.imprimatur.posts.StandingDecisions;

import org.springframework.stereotype.Component;

/** The one gate before release: finds what the post needs, and lets nothing else by. */
@Component
@Policy("APPROVED")
class VerifyApproval implements JavaDelegate {

	private final Posts posts;

	private final StandingDecisions standing;

	VerifyApproval(Posts posts, StandingDecisions standing) {
		this.posts = posts;
		this.standing = standing;
	}

	@Override
	public void execute(DelegateExecution execution) {
		Post post = this.posts.find(execution.getProcessBusinessKey()).orElseThrow();
		this.posts.lock(post.reference());
		execution.setVariables(PostApproval.WHAT_NEXT.is(known(execution, this.standing.verdict(post).need())));
	}

	/** A case that began before there were freezes waits with its team instead. */
	private static Need known(DelegateExecution execution, Need need) {
		boolean stops = need == Need.CONFIRM && execution.getBpmnModelInstance()
			.getModelElementById(PostApproval.Task.CONFIRM_AFTER_FREEZE.id()) == null;
		return stops ? Need.SCHEDULE : need;
	}

}
