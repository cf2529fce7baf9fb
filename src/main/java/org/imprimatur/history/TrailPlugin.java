package org.imprimatur.history;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.imprimatur.kernel.CaseEnded;
import org.imprimatur.kernel.ProcessFace;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Listens to the beginning and end of every case and to every sequence flow, whatever the
 * model says, in the transaction that moves the case.
 */
@Component
class TrailPlugin extends AbstractProcessEnginePlugin {

	private final ObjectProvider<Trail> trail;

	private final ApplicationEventPublisher events;

	private final ObjectProvider<Clock> clock;

	private final ObjectProvider<Touched> touched;

	private final ObjectProvider<PolicyInForce> policy;

	TrailPlugin(ObjectProvider<Trail> trail, ApplicationEventPublisher events, ObjectProvider<Clock> clock,
			ObjectProvider<Touched> touched, ObjectProvider<PolicyInForce> policy) {
		this.policy = policy;
		this.touched = touched;
		this.trail = trail;
		this.events = events;
		this.clock = clock;
	}

	@Override
	public void preInit(ProcessEngineConfigurationImpl configuration) {
		if (configuration.getCustomPostBPMNParseListeners() == null) {
			configuration.setCustomPostBPMNParseListeners(new ArrayList<>());
		}
		configuration.getCustomPostBPMNParseListeners().add(new Parse());
	}

	private void began(DelegateExecution execution) {
		// what a case calls belongs to it
		if (((ExecutionEntity) execution).getSuperExecution() == null) {
			this.policy.getObject().began(execution);
		}
	}

	private void taken(DelegateExecution execution) {
		this.trail.getObject().taken(execution);
		this.touched.getObject().note(execution.getProcessBusinessKey());
	}

	private void ended(DelegateExecution execution) {
		ExecutionEntity ended = (ExecutionEntity) execution;
		boolean cancelled = ended.isCanceled() || ended.isExternallyTerminated();
		String ending = cancelled ? CaseEnded.CANCELLED : endEvent(ended);
		this.events.publishEvent(new CaseEnded(ended.getProcessDefinition().getKey(), ended.getProcessBusinessKey(),
				ending, this.clock.getObject().instant(), ended.getProcessInstanceId()));
	}

	private String endEvent(ExecutionEntity ended) {
		List<String> flows = new ArrayList<>(this.trail.getObject().of(ended.getProcessInstanceId()));
		Collections.reverse(flows);
		return flows.stream()
			.map((flow) -> ended.getBpmnModelInstance().<SequenceFlow>getModelElementById(flow))
			.map(SequenceFlow::getTarget)
			// what ran beside may have been the last to end
			.filter((target) -> !ProcessFace.isBeside(target))
			.findFirst()
			// moved to its end by an administrator, it did not end there by a decision
			.filter(EndEvent.class::isInstance)
			.map((target) -> target.getId())
			.orElse(CaseEnded.CANCELLED);
	}

	private final class Parse extends AbstractBpmnParseListener {

		@Override
		public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl transition) {
			transition.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) TrailPlugin.this::taken);
		}

		@Override
		public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
			definitions.forEach((definition) -> {
				definition.addBuiltInListener(ExecutionListener.EVENTNAME_START,
						(ExecutionListener) TrailPlugin.this::began);
				definition.addBuiltInListener(ExecutionListener.EVENTNAME_END,
						(ExecutionListener) TrailPlugin.this::ended);
			});
		}

	}

}
