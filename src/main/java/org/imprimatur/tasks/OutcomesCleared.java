package org.imprimatur.tasks;

import java.util.ArrayList;
import java.util.List;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.imprimatur.kernel.ProcessFace;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Clears a task's outcome when the task is entered again, so that what was decided the
 * last time cannot pass the next gateway.
 */
@Component
class OutcomesCleared extends AbstractProcessEnginePlugin {

	private final ObjectProvider<List<ProcessFace>> faces;

	OutcomesCleared(ObjectProvider<List<ProcessFace>> faces) {
		this.faces = faces;
	}

	@Override
	public void preInit(ProcessEngineConfigurationImpl configuration) {
		if (configuration.getCustomPostBPMNParseListeners() == null) {
			configuration.setCustomPostBPMNParseListeners(new ArrayList<>());
		}
		configuration.getCustomPostBPMNParseListeners().add(new Parse());
	}

	private static void clear(DelegateExecution execution, String outcome) {
		if (execution.getProcessInstance().hasVariable(outcome) || !execution.hasVariable(outcome)) {
			execution.removeVariable(outcome);
		}
		else {
			// one of several at once keeps a place of its own for what is decided there
			execution.setVariable(outcome, null);
		}
	}

	private final class Parse extends AbstractBpmnParseListener {

		@Override
		public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
			String process = ((ProcessDefinitionEntity) activity.getProcessDefinition()).getKey();
			OutcomesCleared.this.faces.getObject()
				.stream()
				.filter((face) -> face.key().equals(process))
				.flatMap((face) -> face.task(activity.getId()).stream())
				.forEach((task) -> activity.addBuiltInListener(ExecutionListener.EVENTNAME_START,
						(ExecutionListener) (execution) -> clear(execution, task.camel())));
		}

	}

}
