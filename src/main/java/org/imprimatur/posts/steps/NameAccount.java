package org.imprimatur.posts.steps;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.imprimatur.accounts.Account;
import org.imprimatur.accounts.Accounts;
import org.imprimatur.posts.PostApproval;

import org.springframework.stereotype.Component;

/** Says in the name of a task which account it is about, wherever the task is listed. */
@Component
class NameAccount implements TaskListener {

	private final Accounts accounts;

	NameAccount(Accounts accounts) {
		this.accounts = accounts;
	}

	@Override
	public void notify(DelegateTask task) {
		if (task.getVariable(PostApproval.ACCOUNT.name()) instanceof String account) {
			task.setName(task.getName() + " on " + this.accounts.find(account).map(Account::name).orElse(account));
		}
	}

}
