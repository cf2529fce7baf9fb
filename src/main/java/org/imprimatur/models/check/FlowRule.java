package org.imprimatur.models.check;

import java.util.HashSet;
import java.util.Set;

import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;

import org.springframework.stereotype.Component;

/**
 * Every element is come to by some case, and from every element a case comes to an end.
 */
@Component
public class FlowRule implements ModelRule {

	private final Surroundings surroundings;

	public FlowRule(Surroundings surroundings) {
		this.surroundings = surroundings;
	}

	@Override
	public void check(ModelSet models, Findings findings) {
		for (ModelSet.ProcessFile file : models.processes()) {
			Ways ways = new Ways(file);
			if (ways.starts().isEmpty()) {
				findings.add(file.name(), "has no start event", "draw one");
				continue;
			}
			Set<String> reached = new Walk(ways, new Codes(models, file, this.surroundings, ways), null).reached();
			Set<String> ending = ending(ways);
			for (FlowNode node : ways.all()) {
				if (!reached.contains(node.getId())) {
					findings.add(file.name(), node, "is never reached", (node instanceof BoundaryEvent)
							? "attach it to an element that a case reaches" : "connect it, or take it out");
				}
				else if (node.getOutgoing().isEmpty() && !(node instanceof EndEvent)) {
					findings.add(file.name(), node, "leads nowhere", "draw the flow on, to an end event at last");
				}
				else if (!ending.contains(node.getId())) {
					findings.add(file.name(), node, "leads to no end", "draw a way out of the loop");
				}
			}
		}
	}

	/** Elements from which some way leads to an end of the case or of a side path. */
	private static Set<String> ending(Ways ways) {
		Set<String> ending = new HashSet<>();
		boolean changed = true;
		while (changed) {
			changed = false;
			for (FlowNode node : ways.all()) {
				for (String place : Set.of(node.getId(), node.getId() + Ways.LEFT)) {
					if (Ways.isEnd(node) || ways.on(place).stream().anyMatch((way) -> ending.contains(way.to()))) {
						changed |= ending.add(place);
					}
				}
			}
		}
		return ending;
	}

}
