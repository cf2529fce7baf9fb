package org.imprimatur.posts.steps;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.imprimatur.posts.PostApproval;

import org.springframework.stereotype.Component;

/** The author has been away for two working days: the team may finish the draft. */
@Component
class OfferDraftToTeam implements JavaDelegate {

	@Override
	public void execute(DelegateExecution execution) {
		TaskService tasks = execution.getProcessEngineServices().getTaskService();
		Task draft = tasks.createTaskQuery()
			.processInstanceId(execution.getProcessInstanceId())
			.taskDefinitionKey(PostApproval.Task.DRAFT_POST.id())
			.singleResult();
		if (draft != null) {
			tasks.addCandidateGroup(draft.getId(), (String) execution.getVariable(PostApproval.TEAM.name()));
			tasks.setAssignee(draft.getId(), null);
		}
	}

}
