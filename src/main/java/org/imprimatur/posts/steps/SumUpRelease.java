package org.imprimatur.posts.steps;

import java.util.Collection;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.PostAccounts;
import org.imprimatur.posts.PostApproval;
import org.imprimatur.posts.PostRelease;
import org.imprimatur.posts.Posts;
import org.imprimatur.posts.Released;
import org.imprimatur.posts.WentOut;

import org.springframework.stereotype.Component;

/** Puts together what was recorded for each account: out on one of them is out. */
@Component
@Policy("APPROVED")
class SumUpRelease implements JavaDelegate {

	private final Posts posts;

	private final PostAccounts onAccounts;

	SumUpRelease(Posts posts, PostAccounts onAccounts) {
		this.posts = posts;
		this.onAccounts = onAccounts;
	}

	@Override
	public void execute(DelegateExecution execution) {
		Collection<PostRelease> out = this.onAccounts
			.out(this.posts.find(execution.getProcessBusinessKey()).orElseThrow())
			.values();
		boolean different = out.stream().anyMatch((one) -> one.decision() == Released.POSTED_WITH_DIFFERENCE);
		execution.setVariables(PostApproval.RELEASED_AS
			.is(out.isEmpty() ? WentOut.NOT_POSTED : different ? WentOut.POSTED_WITH_DIFFERENCE : WentOut.POSTED));
	}

}
