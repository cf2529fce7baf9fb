package org.imprimatur.posts.steps;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.Posts;

import org.springframework.stereotype.Component;

/** Nobody who may both check and sign acted in time: two people are asked instead. */
@Component
@Policy("APPROVED")
class TakeFullRoute implements JavaDelegate {

	private final Posts posts;

	TakeFullRoute(Posts posts) {
		this.posts = posts;
	}

	@Override
	public void execute(DelegateExecution execution) {
		String reference = execution.getProcessBusinessKey();
		this.posts.lock(reference);
		this.posts.takeFullRoute(reference);
	}

}
