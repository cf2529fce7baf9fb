package org.imprimatur.models.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;

import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * Where a case can go from each element of a process, sub-processes and boundary events
 * included. A sub-process is entered under its own id and left under that id with
 * {@link #LEFT} behind it.
 */
final class Ways {

	/** Behind the id of a sub-process: the place where a case leaves it. */
	static final String LEFT = "/left";

	private final Map<String, FlowNode> nodes = new LinkedHashMap<>();

	private final Map<String, List<BoundaryEvent>> boundaries = new TreeMap<>();

	private final Map<String, Set<String>> asked = new TreeMap<>();

	private final List<String> starts = new ArrayList<>();

	private final List<FlowNode> all;

	private final Map<String, Set<String>> answers = new HashMap<>();

	private final Map<String, List<Way>> on = new HashMap<>();

	private final Map<String, List<Way>> aside = new HashMap<>();

	private final Map<String, Set<String>> live = new HashMap<>();

	/**
	 * @param flow null for a boundary event and in and out of a sub-process
	 * @param condition null if there is none that can be read
	 */
	record Way(String to, SequenceFlow flow, Condition condition) {
	}

	/** A comparison on a flow: the fact, whether it has to be equal, the code. */
	record Condition(String fact, boolean equal, String code) {

		boolean holds(String value) {
			return this.equal == this.code.equals(value);
		}

		/** The condition of a flow; null if there is none that can be read. */
		static Condition of(SequenceFlow flow) {
			if (flow == null || flow.getConditionExpression() == null) {
				return null;
			}
			Matcher text = Elements.CONDITION.matcher(flow.getConditionExpression().getTextContent().strip());
			return text.matches() ? new Condition(text.group(1), text.group(2).equals("=="),
					text.group(3).substring(1, text.group(3).length() - 1)) : null;
		}

	}

	Ways(ModelSet.ProcessFile file) {
		for (FlowNode node : file.model().getModelElementsByType(FlowNode.class)) {
			this.nodes.put(node.getId(), node);
			if (node instanceof BoundaryEvent event && event.getAttachedTo() != null) {
				this.boundaries.computeIfAbsent(event.getAttachedTo().getId(), (id) -> new ArrayList<>()).add(event);
			}
			if (node instanceof StartEvent && !isInside(node)) {
				this.starts.add(node.getId());
			}
		}
		this.all = this.nodes.values().stream().filter((node) -> !isEventSubProcess(node)).toList();
		Map<String, List<Way>> flows = new HashMap<>();
		for (SequenceFlow flow : file.model().getModelElementsByType(SequenceFlow.class)) {
			Condition condition = Condition.of(flow);
			if (flow.getSource() != null && flow.getTarget() != null) {
				flows.computeIfAbsent(flow.getSource().getId(), (id) -> new ArrayList<>())
					.add(new Way(flow.getTarget().getId(), flow, condition));
			}
			if (condition != null) {
				this.asked.computeIfAbsent(condition.fact(), (fact) -> new TreeSet<>()).add(condition.code());
			}
		}
		this.nodes.forEach((id, node) -> {
			this.on.put(id, waysOn(node, flows.getOrDefault(id, List.of())));
			this.on.put(id + LEFT, flows.getOrDefault(id, List.of()));
			this.aside.put(id, waysAside(node));
			this.answers.put(id, answered(node));
		});
		findLive();
	}

	/** Where cases, and side paths of them, begin. */
	List<String> starts() {
		return this.starts;
	}

	/** Every element a case can come to, event sub-processes themselves left out. */
	List<FlowNode> all() {
		return this.all;
	}

	/** The element of a place. */
	FlowNode node(String place) {
		return this.nodes.get(place.replace(LEFT, ""));
	}

	/** Facts that gateways ask for, to the codes they compare them with. */
	Map<String, Set<String>> asked() {
		return this.asked;
	}

	/** Whether a case is done with the element at this place, and may go on. */
	static boolean isDone(String place, FlowNode node) {
		return !(node instanceof SubProcess) || place.endsWith(LEFT);
	}

	/** Ways that take a case away before the element at this place is done. */
	List<Way> aside(String place) {
		return this.aside.getOrDefault(place, List.of());
	}

	/** Ways on from an element that is done, or into it if it is a sub-process. */
	List<Way> on(String place) {
		return this.on.getOrDefault(place, List.of());
	}

	private List<Way> waysAside(FlowNode node) {
		List<Way> ways = new ArrayList<>();
		for (ModelElementInstance at = node; at instanceof FlowNode within; at = at.getParentElement()) {
			for (BoundaryEvent event : this.boundaries.getOrDefault(within.getId(), List.of())) {
				ways.add(new Way(event.getId(), null, null));
			}
		}
		return ways;
	}

	private static List<Way> waysOn(FlowNode node, List<Way> flows) {
		List<Way> ways = new ArrayList<>();
		if (node instanceof SubProcess sub) {
			sub.getChildElementsByType(StartEvent.class)
				.forEach((start) -> ways.add(new Way(start.getId(), null, null)));
			return ways;
		}
		ways.addAll(flows);
		if (node instanceof EndEvent && isInside(node)) {
			ways.add(new Way(((SubProcess) node.getParentElement()).getId() + LEFT, null, null));
		}
		return ways;
	}

	/** Every place that some way leads to from this one, boundary events left out. */
	Set<String> behind(String place) {
		Set<String> behind = new TreeSet<>();
		Deque<String> next = new ArrayDeque<>(List.of(place));
		while (!next.isEmpty()) {
			on(next.poll()).stream().map(Way::to).filter(behind::add).forEach(next::add);
		}
		return behind;
	}

	/** Facts that an element answers: its outcome, or what it takes from a decision. */
	Set<String> answers(FlowNode node) {
		return this.answers.get(node.getId());
	}

	private static Set<String> answered(FlowNode node) {
		Set<String> answers = new TreeSet<>();
		if (node instanceof UserTask) {
			answers.add(Elements.camel(node.getId()));
		}
		if (node instanceof BusinessRuleTask rule) {
			if (rule.getCamundaResultVariable() != null) {
				answers.add(rule.getCamundaResultVariable());
			}
			if (node.getExtensionElements() != null) {
				node.getExtensionElements()
					.getElements()
					.forEach((extension) -> extension.getChildElementsByType(CamundaOutputParameter.class)
						.forEach((output) -> answers.add(output.getCamundaName())));
			}
		}
		return answers;
	}

	/** Whether it ends the case, or a side path of it, and not only a sub-process. */
	static boolean isEnd(FlowNode node) {
		return node instanceof EndEvent && !isInside(node);
	}

	private static boolean isInside(FlowNode node) {
		return node.getParentElement() instanceof SubProcess within && !within.triggeredByEvent();
	}

	private static boolean isEventSubProcess(FlowNode node) {
		return node instanceof SubProcess sub && sub.triggeredByEvent();
	}

	/**
	 * Facts that may still be asked for behind a place, before they are answered anew.
	 */
	Set<String> live(String place) {
		return this.live.getOrDefault(place, Set.of());
	}

	/** Which facts may still be asked for behind each place, before they are answered. */
	private void findLive() {
		boolean changed = true;
		while (changed) {
			changed = false;
			for (FlowNode node : this.all) {
				changed |= live(node.getId(), node) | live(node.getId() + LEFT, node);
			}
		}
	}

	private boolean live(String place, FlowNode node) {
		Set<String> behind = new TreeSet<>();
		for (Way way : on(place)) {
			behind.addAll(this.live.getOrDefault(way.to(), Set.of()));
			if (way.condition() != null) {
				behind.add(way.condition().fact());
			}
		}
		behind.removeAll(answers(node));
		aside(place).forEach((way) -> behind.addAll(this.live.getOrDefault(way.to(), Set.of())));
		return this.live.computeIfAbsent(place, (key) -> new TreeSet<>()).addAll(behind);
	}

}
