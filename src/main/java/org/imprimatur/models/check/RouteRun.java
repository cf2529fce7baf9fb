package org.imprimatur.models.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.imprimatur.models.check.Ways.Condition;

/** Goes single steps through one process, by facts on record. */
public final class RouteRun {

	private final ModelSet.ProcessFile file;

	/**
	 * @param content a process that the checker has passed, or that is deployed
	 */
	public RouteRun(String name, byte[] content) {
		this.file = Checker.read(Map.of(name, content), false, new Findings()).processes().get(0);
	}

	/**
	 * A way from one element to the next.
	 *
	 * @param fact what its condition looks at; null if it has none
	 * @param code what that has to be, if it has to be equal to something; else null
	 */
	public record Step(String from, String to, String fact, String code) {
	}

	public String key() {
		return this.file.process().getId();
	}

	/** The way that this flow is; empty if there is no such flow. */
	public Optional<Step> step(String flow) {
		return (this.file.model().getModelElementById(flow) instanceof SequenceFlow one) ? Optional.of(step(one))
				: Optional.empty();
	}

	public boolean has(String element) {
		return node(element).isPresent();
	}

	/** What people call it; its id if it has no label. */
	public String label(String element) {
		String name = (this.file.model().getModelElementById(element) instanceof FlowElement one) ? one.getName()
				: null;
		return (name != null && !name.isBlank()) ? name.strip().replaceAll("\\s+", " ") : element;
	}

	/** Whether facts decide where a case goes from here. */
	public boolean isQuestion(String element) {
		return node(element).filter((one) -> one instanceof ExclusiveGateway && one.getOutgoing().size() > 1)
			.isPresent();
	}

	/** All ways from an element, with what they ask, in words that can be compared. */
	public List<String> signature(String element) {
		List<String> ways = new ArrayList<>();
		node(element).ifPresent((node) -> node.getOutgoing().forEach((flow) -> {
			String condition = (flow.getConditionExpression() != null)
					? flow.getConditionExpression().getTextContent().strip() : "";
			ways.add(flow.getTarget().getId() + " " + condition + (isDefault(node, flow) ? " else" : ""));
		}));
		return ways;
	}

	/** Where cases can go from here, whatever is known. */
	public List<String> targets(String element) {
		return node(element).map((node) -> node.getOutgoing().stream().map((flow) -> flow.getTarget().getId()).toList())
			.orElse(List.of());
	}

	/**
	 * Where a question sends a case.
	 * @param facts as the record writes them, by their names
	 * @return empty if no way holds
	 * @throws DecisionRun.UntoldException if a condition looks at a fact that is not
	 * among them, or cannot be read
	 */
	public Optional<String> next(String element, Map<String, String> facts) {
		FlowNode node = node(element).orElseThrow();
		for (SequenceFlow flow : node.getOutgoing()) {
			if (isDefault(node, flow)) {
				continue;
			}
			if (flow.getConditionExpression() == null) {
				return Optional.of(flow.getTarget().getId());
			}
			Condition condition = Condition.of(flow);
			if (condition == null || !facts.containsKey(condition.fact())) {
				throw new DecisionRun.UntoldException((condition != null) ? condition.fact()
						: flow.getConditionExpression().getTextContent().strip());
			}
			if (condition.holds(facts.get(condition.fact()))) {
				return Optional.of(flow.getTarget().getId());
			}
		}
		return node.getOutgoing()
			.stream()
			.filter((flow) -> isDefault(node, flow))
			.map((flow) -> flow.getTarget().getId())
			.findFirst();
	}

	private static Step step(SequenceFlow flow) {
		Condition condition = Condition.of(flow);
		return new Step(flow.getSource().getId(), flow.getTarget().getId(),
				(condition != null) ? condition.fact() : null,
				(condition != null && condition.equal()) ? condition.code() : null);
	}

	private static boolean isDefault(FlowNode node, SequenceFlow flow) {
		return node instanceof ExclusiveGateway gateway && flow.equals(gateway.getDefault());
	}

	private Optional<FlowNode> node(String id) {
		return (this.file.model().getModelElementById(id) instanceof FlowNode one) ? Optional.of(one)
				: Optional.empty();
	}

}
