package org.imprimatur.models.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

import org.springframework.stereotype.Component;

/** For each outcome exactly one way leads on, and every way has a name that can occur. */
@Component
public class ConditionRule implements ModelRule {

	private final Surroundings surroundings;

	public ConditionRule(Surroundings surroundings) {
		this.surroundings = surroundings;
	}

	@Override
	public void check(ModelSet models, Findings findings) {
		for (ModelSet.ProcessFile file : models.processes()) {
			Ways ways = new Ways(file);
			Codes codes = new Codes(models, file, this.surroundings, ways);
			for (FlowNode node : ways.all()) {
				if (node instanceof ExclusiveGateway gateway && isSplit(gateway)) {
					split(findings, file.name(), gateway, codes);
				}
				else if (!(node instanceof ParallelGateway) && !(node instanceof EventBasedGateway)) {
					straight(findings, file.name(), node);
				}
			}
		}
	}

	private static boolean isSplit(ExclusiveGateway gateway) {
		return gateway.getOutgoing().size() > 1
				|| gateway.getOutgoing().stream().anyMatch((flow) -> flow.getConditionExpression() != null);
	}

	private static void straight(Findings findings, String file, FlowNode node) {
		if (node.getOutgoing().size() > 1) {
			findings.add(file, node, "goes several ways at once",
					"put a gateway behind it that asks a question, or a parallel one if both are meant");
		}
		for (SequenceFlow flow : node.getOutgoing()) {
			if (flow.getConditionExpression() != null) {
				findings.add(file, flow, "has a condition, and no gateway stands before it",
						"put an exclusive gateway before it, or take the condition off");
			}
		}
	}

	private static void split(Findings findings, String file, ExclusiveGateway gateway, Codes codes) {
		List<Ways.Condition> conditions = new ArrayList<>();
		Set<String> facts = new TreeSet<>();
		for (SequenceFlow flow : gateway.getOutgoing()) {
			Ways.Condition condition = Ways.Condition.of(flow);
			if (flow.equals(gateway.getDefault())) {
				continue;
			}
			if (condition == null) {
				if (flow.getConditionExpression() == null) {
					findings.add(file, flow, "has no condition, so nobody can say when a case goes there",
							"write one, such as ${checkLetter == 'GOOD'}, or make it the default flow");
				}
				return;
			}
			conditions.add(condition);
			facts.add(condition.fact());
		}
		if (facts.size() != 1) {
			findings.add(file, gateway, "asks about " + String.join(" and ", facts) + " at once",
					"ask one question at each gateway");
			return;
		}
		String fact = facts.iterator().next();
		Set<String> known = codes.of(fact);
		for (Ways.Condition condition : conditions) {
			if (!known.contains(condition.code())) {
				findings.add(file, gateway, "compares " + fact + " with " + condition.code() + ", which it never is",
						known.isEmpty() ? "compare a fact that holds a code"
								: "take one of " + String.join(", ", known));
			}
		}
		for (String code : known) {
			long fits = conditions.stream().filter((condition) -> condition.holds(code)).count();
			if (fits == 0 && gateway.getDefault() == null) {
				findings.add(file, gateway, "leads nowhere if " + fact + " is " + code,
						"add a flow for it, or a default flow");
			}
			if (fits > 1) {
				findings.add(file, gateway, "leads " + fits + " ways if " + fact + " is " + code,
						"let exactly one condition fit");
			}
		}
	}

}
