package org.imprimatur.security.guards;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** The key of the process that a task or a step belongs to, whatever its version. */
final class DefinitionKey {

	private DefinitionKey() {
	}

	static String of(DelegateTask task) {
		ProcessDefinitionEntity definition = (task instanceof TaskEntity entity) ? entity.getProcessDefinition() : null;
		return (definition != null) ? definition.getKey() : "";
	}

	static String of(DelegateExecution execution) {
		return ((ExecutionEntity) execution).getProcessDefinition().getKey();
	}

}
