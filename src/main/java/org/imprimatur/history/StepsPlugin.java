package org.imprimatur.history;

import java.util.ArrayList;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.imprimatur.history.Steps.Way;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Listens to the end of every task, whatever the model says and whichever way it ends, in
 * the transaction that ends it.
 */
@Component
class StepsPlugin extends AbstractProcessEnginePlugin {

	private final ObjectProvider<Steps> steps;

	private final ObjectProvider<Touched> touched;

	StepsPlugin(ObjectProvider<Steps> steps, ObjectProvider<Touched> touched) {
		this.steps = steps;
		this.touched = touched;
	}

	@Override
	public void preInit(ProcessEngineConfigurationImpl configuration) {
		if (configuration.getCustomPostBPMNParseListeners() == null) {
			configuration.setCustomPostBPMNParseListeners(new ArrayList<>());
		}
		configuration.getCustomPostBPMNParseListeners().add(new Parse());
	}

	private void ended(DelegateTask task, Way way) {
		this.steps.getObject().ended(task, way);
		touched(task);
	}

	private void touched(DelegateTask task) {
		this.touched.getObject().note(task.getExecution().getProcessBusinessKey());
	}

	private final class Parse extends AbstractBpmnParseListener {

		@Override
		public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
			var definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
			definition.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, (TaskListener) StepsPlugin.this::touched);
			definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE,
					(TaskListener) (task) -> ended(task, Way.DONE));
			definition.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE,
					(TaskListener) (task) -> ended(task, Way.TAKEN_AWAY));
		}

	}

}
