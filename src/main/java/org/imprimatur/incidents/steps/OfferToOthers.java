package org.imprimatur.incidents.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.IdentityLink;
import org.imprimatur.incidents.Involved;
import org.imprimatur.kernel.ProcessFace;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Looks, when a task about an incident begins and in every version of its models, whether
 * somebody in its groups is too near, and offers it to the others by name instead: whom
 * an incident is about must not even find its task in a list.
 */
@Component
class OfferToOthers extends AbstractProcessEnginePlugin {

	private final ObjectProvider<Involved> involved;

	private final ObjectProvider<List<ProcessFace>> faces;

	OfferToOthers(ObjectProvider<Involved> involved, ObjectProvider<List<ProcessFace>> faces) {
		this.involved = involved;
		this.faces = faces;
	}

	@Override
	public void preInit(ProcessEngineConfigurationImpl configuration) {
		if (configuration.getCustomPostBPMNParseListeners() == null) {
			configuration.setCustomPostBPMNParseListeners(new ArrayList<>());
		}
		configuration.getCustomPostBPMNParseListeners().add(new Parse());
	}

	private void begins(DelegateTask task) {
		Set<String> groups = task.getCandidates()
			.stream()
			.map(IdentityLink::getGroupId)
			.filter((group) -> group != null)
			.collect(Collectors.toSet());
		if (groups.isEmpty()) {
			return;
		}
		String reference = task.getExecution().getProcessBusinessKey();
		this.involved.getObject().instead(reference, task.getTaskDefinitionKey(), groups).ifPresent((offer) -> {
			// the links are not stored yet, so that the engine itself finds none to
			// delete
			List<IdentityLinkEntity> links = ((TaskEntity) task).getIdentityLinks();
			links.stream().filter((link) -> groups.contains(link.getGroupId())).forEach(IdentityLinkEntity::delete);
			links.removeIf((link) -> groups.contains(link.getGroupId()));
			offer.groups().forEach(task::addCandidateGroup);
			offer.people().forEach(task::addCandidateUser);
		});
	}

	private final class Parse extends AbstractBpmnParseListener {

		@Override
		public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
			String process = ((ProcessDefinitionEntity) activity.getProcessDefinition()).getKey();
			boolean ours = OfferToOthers.this.faces.getObject()
				.stream()
				.anyMatch((face) -> face.key().equals(process) && face.feature().equals("incidents"));
			if (ours && activity.getActivityBehavior() instanceof UserTaskActivityBehavior task) {
				task.getTaskDefinition()
					.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, OfferToOthers.this::begins);
			}
		}

	}

}
