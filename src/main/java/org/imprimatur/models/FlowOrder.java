package org.imprimatur.models;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/**
 * The elements of one level in the order of flow: what comes together stands after all
 * that leads there, but for loops; what begins by itself comes last.
 */
final class FlowOrder {

	private final Collection<FlowNode> nodes;

	private final Deque<FlowNode> order = new ArrayDeque<>();

	private final Set<FlowNode> seen = new HashSet<>();

	private FlowOrder(Collection<FlowNode> nodes) {
		this.nodes = nodes;
	}

	static List<FlowNode> of(Collection<FlowNode> nodes) {
		FlowOrder order = new FlowOrder(nodes);
		List<FlowNode> entries = new ArrayList<>();
		nodes.stream().filter((one) -> one.getIncoming().isEmpty() && !isOnTheSide(one)).forEach(entries::add);
		Collections.reverse(entries);
		entries.forEach(order::visit);
		List<FlowNode> all = new ArrayList<>(order.order);
		// a circle that nothing leads into, and what begins by itself
		nodes.stream().filter((one) -> !order.seen.contains(one)).forEach(all::add);
		return all;
	}

	private static boolean isOnTheSide(FlowNode node) {
		return node instanceof BoundaryEvent || (node instanceof SubProcess part && part.triggeredByEvent());
	}

	private void visit(FlowNode node) {
		if (!this.seen.add(node)) {
			return;
		}
		Set<FlowNode> next = new LinkedHashSet<>();
		node.getOutgoing().stream().map(SequenceFlow::getTarget).forEach(next::add);
		this.nodes.stream()
			.filter((one) -> one instanceof BoundaryEvent event && node.equals(event.getAttachedTo()))
			.forEach(next::add);
		List<FlowNode> backwards = new ArrayList<>(next);
		Collections.reverse(backwards);
		backwards.forEach(this::visit);
		this.order.addFirst(node);
	}

	/** Whether it only brings ways together and has nothing to say. */
	static boolean isSilent(FlowNode node) {
		return node instanceof Gateway && !(node instanceof ParallelGateway) && node.getOutgoing().size() == 1
				&& (node.getName() == null || node.getName().isBlank());
	}

	/** Whether only what runs beside a step leads there, so that the rest goes on. */
	static boolean isBeside(FlowNode node) {
		Deque<FlowNode> open = new ArrayDeque<>(List.of(node));
		Set<FlowNode> passed = new HashSet<>();
		while (!open.isEmpty()) {
			FlowNode one = open.pop();
			if (!passed.add(one)) {
				continue;
			}
			one.getIncoming().stream().map(SequenceFlow::getSource).forEach(open::add);
			if (one instanceof BoundaryEvent event && event.cancelActivity()) {
				open.add(event.getAttachedTo());
			}
			else if (one.getIncoming().isEmpty() && !(one instanceof BoundaryEvent)) {
				return false;
			}
		}
		return true;
	}

	/** Where a flow comes to, past what has nothing to say. */
	static FlowNode target(SequenceFlow flow) {
		FlowNode target = flow.getTarget();
		Set<FlowNode> passed = new HashSet<>();
		while (isSilent(target) && passed.add(target)) {
			target = target.getOutgoing().iterator().next().getTarget();
		}
		return target;
	}

}
