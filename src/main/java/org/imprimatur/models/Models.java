package org.imprimatur.models;

import java.util.Collection;
import java.util.Optional;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.imprimatur.models.check.Elements;
import org.imprimatur.security.Door;

import org.springframework.stereotype.Component;

/**
 * What the models say in words: an element's label, documentation and lane, a rule's
 * reason.
 */
@Component
public class Models {

	private final RepositoryService repository;

	Models(RepositoryService repository) {
		this.repository = repository;
	}

	/** The documentation of an element, as written; empty if there is none. */
	public String documentation(String processDefinitionId, String element) {
		return Optional.ofNullable(model(processDefinitionId).<BaseElement>getModelElementById(element))
			.map(Elements::documentation)
			.orElse("");
	}

	/** The label of an element; its id if it has none. */
	public String label(String processDefinitionId, String element) {
		FlowElement found = model(processDefinitionId).getModelElementById(element);
		return (found != null && found.getName() != null) ? found.getName() : element;
	}

	/**
	 * The name of the lane, that is the role, which an element belongs to; empty if none.
	 */
	public String role(String processDefinitionId, String element) {
		Collection<Lane> lanes = model(processDefinitionId).getModelElementsByType(Lane.class);
		return lanes.stream()
			.filter((lane) -> lane.getFlowNodeRefs().stream().map(FlowNode::getId).anyMatch(element::equals))
			.map(Lane::getName)
			.findFirst()
			.orElse("");
	}

	/**
	 * Why a rule of a decision table exists, as its description says; empty if there is
	 * none.
	 */
	public String rule(String decisionDefinitionId, String rule) {
		DmnModelInstance model = Door.through(() -> this.repository.getDmnModelInstance(decisionDefinitionId));
		ModelElementInstance found = model.getModelElementById(rule);
		return (found instanceof Rule row && row.getDescription() != null) ? row.getDescription().getTextContent() : "";
	}

	private BpmnModelInstance model(String processDefinitionId) {
		return Door.through(() -> this.repository.getBpmnModelInstance(processDefinitionId));
	}

}
