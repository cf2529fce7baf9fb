package org.imprimatur.posts.steps;

import java.util.ArrayList;
import java.util.List;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Variable;
import org.imprimatur.posts.Post;
import org.imprimatur.posts.PostAccounts;
import org.imprimatur.posts.PostApproval;
import org.imprimatur.posts.Need;
import org.imprimatur.posts.Posts;
import org.imprimatur.posts.ReleaseGate;
import org.imprimatur.posts.SecondLook;
import org.imprimatur.posts.UrgentPosts;

import org.springframework.stereotype.Component;

/** The one gate before release: finds what the post needs, and lets nothing else by. */
@Component
@Policy("APPROVED")
class VerifyApproval implements JavaDelegate {

	private final Posts posts;

	private final ReleaseGate gate;

	private final PostAccounts onAccounts;

	private final UrgentPosts urgent;

	VerifyApproval(Posts posts, ReleaseGate gate, PostAccounts onAccounts, UrgentPosts urgent) {
		this.onAccounts = onAccounts;
		this.posts = posts;
		this.gate = gate;
		this.urgent = urgent;
	}

	@Override
	public void execute(DelegateExecution execution) {
		Post post = this.posts.find(execution.getProcessBusinessKey()).orElseThrow();
		this.posts.lock(post.reference());
		Need need = known(execution, this.gate.verdict(post).need());
		execution.setVariables(PostApproval.WHAT_NEXT.is(need));
		execution.setVariables(PostApproval.URGENT_REVIEW
			.is(this.urgent.needsReview(post.reference()) ? SecondLook.NEEDED : SecondLook.NONE));
		list(execution, PostApproval.ACCOUNTS_LEFT,
				this.onAccounts.isStopped(post) ? List.of() : this.onAccounts.left(post));
		list(execution, PostApproval.ACCOUNTS_QUEUED, List.copyOf(this.onAccounts.queued(post).keySet()));
	}

	/** A case that began before there were freezes waits with its team instead. */
	private static Need known(DelegateExecution execution, Need need) {
		boolean stops = need == Need.CONFIRM && execution.getBpmnModelInstance()
			.getModelElementById(PostApproval.Task.CONFIRM_AFTER_FREEZE.id()) == null;
		return stops ? Need.SCHEDULE : need;
	}

	/** Only for the step that follows at once: never stored. */
	private static void list(DelegateExecution execution, Variable<Object> name, List<String> accounts) {
		execution.setVariable(name.name(), Variables.objectValue(new ArrayList<>(accounts), true).create());
	}

}
