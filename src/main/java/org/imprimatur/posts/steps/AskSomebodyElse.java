package org.imprimatur.posts.steps;

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
import org.imprimatur.posts.ChannelManagers;
import org.imprimatur.posts.NobodyLeft;
import org.imprimatur.posts.PostApproval;
import org.imprimatur.security.TaskFacts;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Looks, when a check begins and in every version of the model, whether anybody is left
 * to do it, and offers it to whoever is asked instead. The release of a share is given to
 * the channel manager.
 */
@Component
class AskSomebodyElse extends AbstractProcessEnginePlugin {

	private final ObjectProvider<NobodyLeft> nobodyLeft;

	private final ObjectProvider<ChannelManagers> channelManagers;

	AskSomebodyElse(ObjectProvider<NobodyLeft> nobodyLeft, ObjectProvider<ChannelManagers> channelManagers) {
		this.nobodyLeft = nobodyLeft;
		this.channelManagers = channelManagers;
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
		TaskFacts facts = new TaskFacts(task.getId(), task.getTaskDefinitionKey(), PostApproval.KEY,
				task.getExecution().getProcessBusinessKey());
		this.nobodyLeft.getObject().askedInstead(facts, groups).ifPresent((group) -> {
			// the links are not stored yet, so that the engine itself finds none to
			// delete
			List<IdentityLinkEntity> links = ((TaskEntity) task).getIdentityLinks();
			links.stream().filter((link) -> groups.contains(link.getGroupId())).forEach(IdentityLinkEntity::delete);
			links.removeIf((link) -> groups.contains(link.getGroupId()));
			task.addCandidateGroup(group);
		});
		if (task.getVariable(PostApproval.ACCOUNT.name()) instanceof String account) {
			this.channelManagers.getObject().given(facts, account).ifPresent(task::setAssignee);
		}
	}

	private final class Parse extends AbstractBpmnParseListener {

		@Override
		public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
			if (((ProcessDefinitionEntity) activity.getProcessDefinition()).getKey().equals(PostApproval.KEY)
					&& activity.getActivityBehavior() instanceof UserTaskActivityBehavior task) {
				task.getTaskDefinition()
					.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, AskSomebodyElse.this::begins);
			}
		}

	}

}
