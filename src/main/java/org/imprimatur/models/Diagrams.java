package org.imprimatur.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.imprimatur.models.Diagram.Element;
import org.imprimatur.models.Diagram.Flow;
import org.imprimatur.models.Diagram.Sort;
import org.imprimatur.models.check.Elements;
import org.imprimatur.security.Door;

import org.springframework.stereotype.Component;

/** Every version of every model that was ever deployed, as it was then. */
@Component
public class Diagrams {

	private final RepositoryService repository;

	/** A version never changes. */
	private final Map<String, Diagram> read = new ConcurrentHashMap<>();

	Diagrams(RepositoryService repository) {
		this.repository = repository;
	}

	/** Empty if an administrator has deleted this version. */
	public Optional<Diagram> find(String definition) {
		Diagram known = this.read.get(definition);
		if (known != null) {
			return Optional.of(known);
		}
		Optional<Diagram> diagram = Door.through(() -> definition(definition).map(this::read));
		diagram.ifPresent((one) -> this.read.put(definition, one));
		return diagram;
	}

	/** The version that new cases follow; empty if there is no such model. */
	public Optional<Diagram> latest(String key) {
		return Door.through(() -> Optional.ofNullable(this.repository.createProcessDefinitionQuery()
			.processDefinitionKey(key)
			.latestVersion()
			.singleResult())).map(ProcessDefinition::getId).flatMap(this::find);
	}

	/**
	 * The file as it was deployed; empty if an administrator has deleted this version.
	 */
	public Optional<byte[]> file(String definition) {
		return Door.through(() -> definition(definition).map((one) -> content(one.getId())));
	}

	private Optional<ProcessDefinition> definition(String id) {
		return Optional
			.ofNullable(this.repository.createProcessDefinitionQuery().processDefinitionId(id).singleResult());
	}

	private byte[] content(String definition) {
		try (InputStream content = this.repository.getProcessModel(definition)) {
			return content.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The model " + definition + " could not be read.", ex);
		}
	}

	private Diagram read(ProcessDefinition definition) {
		BpmnModelInstance model = this.repository.getBpmnModelInstance(definition.getId());
		Deployment deployment = this.repository.createDeploymentQuery()
			.deploymentId(definition.getDeploymentId())
			.singleResult();
		Map<String, String> roles = new HashMap<>();
		model.getModelElementsByType(Lane.class)
			.forEach((lane) -> lane.getFlowNodeRefs().forEach((node) -> roles.put(node.getId(), text(lane.getName()))));
		Map<String, Element> elements = new LinkedHashMap<>();
		Collection<FlowNode> nodes = model.getModelElementsByType(FlowNode.class);
		nodes.forEach((node) -> elements.put(node.getId(), new Element(node.getId(), sort(node), text(node.getName()),
				Elements.documentation(node), roles.getOrDefault(node.getId(), ""), node.getIncoming().isEmpty())));
		Map<String, Flow> flows = new LinkedHashMap<>();
		model.getModelElementsByType(SequenceFlow.class)
			.forEach((flow) -> flows.put(flow.getId(),
					new Flow(flow.getId(), flow.getSource().getId(), flow.getTarget().getId(), text(flow.getName()))));
		return new Diagram(definition.getId(), definition.getKey(), text(definition.getName()), definition.getVersion(),
				definition.getVersionTag(), deployment.getDeploymentTime().toInstant(), elements, flows);
	}

	static Sort sort(FlowNode node) {
		if (!node.getChildElementsByType(TimerEventDefinition.class).isEmpty()) {
			return Sort.TIMER;
		}
		if (node instanceof UserTask) {
			return Sort.TASK;
		}
		if (node instanceof BusinessRuleTask) {
			return Sort.RULES;
		}
		if (node instanceof ServiceTask) {
			return Sort.AUTOMATIC;
		}
		if (node instanceof CallActivity) {
			return Sort.CALLED;
		}
		if (node instanceof Gateway) {
			return Sort.QUESTION;
		}
		if (node instanceof SubProcess) {
			return Sort.PART;
		}
		if (node instanceof StartEvent) {
			return Sort.START;
		}
		return (node instanceof EndEvent) ? Sort.END : Sort.EVENT;
	}

	private static String text(String name) {
		return (name != null) ? name.strip() : "";
	}

}
