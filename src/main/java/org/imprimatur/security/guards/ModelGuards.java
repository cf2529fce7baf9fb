package org.imprimatur.security.guards;

import java.util.List;
import java.util.function.Supplier;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.security.Door;
import org.imprimatur.security.Person;
import org.imprimatur.security.StepGuard;

/**
 * Puts the guards onto every model as it is read, whoever deployed it and in every
 * version, as listeners of the engine's own kind, which no request can ask to skip.
 */
class ModelGuards extends AbstractBpmnParseListener {

	private final TaskRights rights;

	private final Supplier<Person> acting;

	private final Supplier<List<StepGuard>> steps;

	/**
	 * @param acting the person on the engine's thread; null if there is none
	 */
	ModelGuards(TaskRights rights, Supplier<Person> acting, Supplier<List<StepGuard>> steps) {
		this.rights = rights;
		this.acting = acting;
		this.steps = steps;
	}

	@Override
	public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
		NoCodeInModels.check(root);
		definitions.forEach(this::guard);
	}

	private void guard(ScopeImpl scope) {
		for (ActivityImpl activity : scope.getActivities()) {
			String id = activity.getId();
			activity.addBuiltInListener(ExecutionListener.EVENTNAME_START,
					(ExecutionListener) (execution) -> checkStep(execution, id));
			if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior task) {
				task.getTaskDefinition().addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, this::complete);
			}
			guard(activity);
		}
	}

	private void complete(DelegateTask task) {
		if (!Door.isOpen()) {
			throw Refusal.conflict(Act.COMPLETE.sentence().formatted("/tasks/" + task.getId()));
		}
		Person person = this.acting.get();
		if (person == null) {
			throw Refusal.forbidden("Nobody is signed in, and a task is completed by a person.");
		}
		this.rights.mayComplete(task, person);
		checkStep(task.getExecution(), task.getTaskDefinitionKey());
	}

	private void checkStep(DelegateExecution execution, String id) {
		for (StepGuard guard : this.steps.get()) {
			if (guard.step().equals(id) && guard.process().equals(DefinitionKey.of(execution))) {
				guard.check(new StepGuard.At(execution.getProcessBusinessKey(), execution.getProcessInstanceId(),
						(name) -> (execution.getVariable(name) instanceof String text) ? text : null));
			}
		}
	}

}
