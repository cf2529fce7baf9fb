package org.imprimatur;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.imprimatur.history.Trail;

import static org.assertj.core.api.Assertions.assertThat;

/** Whether cases of one model have come to everything that is drawn in it. */
public final class EveryElement {

	private final HistoryService history;

	private final RepositoryService repository;

	private final Trail trail;

	public EveryElement(HistoryService history, RepositoryService repository, Trail trail) {
		this.history = history;
		this.repository = repository;
		this.trail = trail;
	}

	/** The cases of this process with one of these references. */
	public List<String> cases(String process, Collection<String> references) {
		return references.stream()
			.flatMap((reference) -> this.history.createHistoricProcessInstanceQuery()
				.processDefinitionKey(process)
				.processInstanceBusinessKey(reference)
				.list()
				.stream())
			.map((one) -> one.getId())
			.toList();
	}

	/**
	 * Fails with what none of these cases has entered or taken.
	 * @param cases ids of the engine, all of one model
	 * @return the model
	 */
	public BpmnModelInstance isReachedBy(Collection<String> cases) {
		Set<String> models = new TreeSet<>();
		Set<String> entered = new TreeSet<>();
		Set<String> taken = new TreeSet<>();
		for (String one : cases) {
			models.add(this.history.createHistoricProcessInstanceQuery()
				.processInstanceId(one)
				.singleResult()
				.getProcessDefinitionId());
			taken.addAll(this.trail.of(one));
			this.history.createHistoricActivityInstanceQuery()
				.processInstanceId(one)
				.list()
				.stream()
				.map(HistoricActivityInstance::getActivityId)
				.forEach(entered::add);
		}
		assertThat(models).as("models of these cases").hasSize(1);
		BpmnModelInstance model = this.repository.getBpmnModelInstance(models.iterator().next());
		// the engine goes from the gateway straight to the event that came first
		model.getModelElementsByType(EventBasedGateway.class)
			.stream()
			.flatMap((gateway) -> gateway.getOutgoing().stream())
			.filter((flow) -> entered.contains(flow.getTarget().getId()))
			.forEach((flow) -> taken.add(flow.getId()));
		assertThat(missing(model, FlowNode.class, entered)).as("elements that none has entered").isEmpty();
		assertThat(missing(model, SequenceFlow.class, taken)).as("flows that none has taken").isEmpty();
		return model;
	}

	private static Set<String> missing(BpmnModelInstance model, Class<? extends BaseElement> type, Set<String> seen) {
		return model.getModelElementsByType(type)
			.stream()
			.map(BaseElement::getId)
			.filter((id) -> !seen.contains(id))
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
