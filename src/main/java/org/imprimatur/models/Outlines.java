package org.imprimatur.models;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.imprimatur.models.Outline.Role;
import org.imprimatur.models.Outline.Step;
import org.imprimatur.models.Outline.Way;
import org.imprimatur.models.check.Elements;
import org.imprimatur.security.People;

import org.springframework.stereotype.Component;

/** Tells a process in words, from its model alone. */
@Component
public class Outlines {

	private final TimesInWords times;

	private final People people;

	Outlines(TimesInWords times, People people) {
		this.times = times;
		this.people = people;
	}

	/** The outline of the process of this key in a file. */
	public Outline of(ModelText text) {
		BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(text.file().content()));
		Process process = model.getModelElementById(text.key());
		return new Telling(model, new StepInWords(text.key(), this.times, this.people)).tell(process);
	}

	/** One process while it is told. */
	private static final class Telling {

		private final StepInWords words;

		private final List<Role> roles = new ArrayList<>();

		private final Map<String, String> roleOf = new HashMap<>();

		private final Map<FlowNode, String> numbers = new HashMap<>();

		private final Map<FlowNode, Integer> order = new HashMap<>();

		Telling(BpmnModelInstance model, StepInWords words) {
			this.words = words;
			for (Lane lane : model.getModelElementsByType(Lane.class)) {
				String name = StepInWords.text(lane.getName());
				this.roles.add(new Role(name, Elements.documentation(lane)));
				lane.getFlowNodeRefs().forEach((node) -> this.roleOf.put(node.getId(), name));
			}
		}

		Outline tell(Process process) {
			Collection<FlowNode> nodes = process.getChildElementsByType(FlowNode.class);
			number(nodes, "");
			return new Outline(this.roles, steps(nodes));
		}

		private static List<FlowNode> told(Collection<FlowNode> nodes) {
			return FlowOrder.of(nodes).stream().filter((one) -> !FlowOrder.isSilent(one)).toList();
		}

		private void number(Collection<FlowNode> nodes, String before) {
			int number = 0;
			for (FlowNode node : told(nodes)) {
				number++;
				this.numbers.put(node, before + number);
				this.order.put(node, number);
				if (node instanceof SubProcess part) {
					number(part.getChildElementsByType(FlowNode.class), before + number + ".");
				}
			}
		}

		private List<Step> steps(Collection<FlowNode> nodes) {
			return told(nodes).stream().map(this::step).toList();
		}

		private Step step(FlowNode node) {
			String leadsTo = (node instanceof BusinessRuleTask rules) ? rules.getCamundaDecisionRef()
					: (node instanceof CallActivity call) ? call.getCalledElement() : null;
			return new Step(this.numbers.get(node), node.getId(), StepInWords.label(node), Diagrams.sort(node).label(),
					role(node), this.words.of(node, this::place), StepInWords.text(leadsTo),
					node.getOutgoing().stream().map((flow) -> way(node, flow)).toList(), Elements.documentation(node),
					(node instanceof SubProcess part) ? steps(part.getChildElementsByType(FlowNode.class)) : List.of());
		}

		/** Inside a part the role of the part, unless it has one of its own. */
		private String role(FlowNode node) {
			String role = this.roleOf.get(node.getId());
			return (role != null) ? role : (node.getParentElement() instanceof SubProcess part) ? role(part) : "";
		}

		private Way way(FlowNode from, SequenceFlow flow) {
			FlowNode to = FlowOrder.target(flow);
			boolean back = this.order.get(to) <= this.order.get(from);
			String when = StepInWords.text(flow.getName());
			if (when.isEmpty() && flow.getConditionExpression() != null) {
				when = "If " + StepInWords.text(flow.getConditionExpression().getTextContent());
			}
			return new Way(when, to.getId(), (back ? "back to " : "on to ") + place(to));
		}

		/** Such as "step 3, Draft the post". */
		private String place(FlowNode node) {
			return "step " + this.numbers.get(node) + ", " + StepInWords.label(node);
		}

	}

}
