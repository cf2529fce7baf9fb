package org.imprimatur.models.check;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;

import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

import org.springframework.stereotype.Component;

/**
 * A case keeps the rules it began with: a process asks the decisions and calls the
 * processes of its own deployment, takes from a decision what its table answers, runs a
 * person's decision and the rules behind it in one go, and its history is kept.
 */
@Component
public class BindingRule implements ModelRule {

	@Override
	public void check(ModelSet models, Findings findings) {
		for (ModelSet.ProcessFile file : models.processes()) {
			Process process = file.process();
			if (!process.isExecutable()) {
				findings.add(file.name(), process.getId(), process.getName(), "is not executable",
						"tick Executable in the properties of the process");
			}
			if (process.getCamundaHistoryTimeToLiveString() == null) {
				findings.add(file.name(), process.getId(), process.getName(),
						"does not say how long its history is kept",
						"set the history time to live, in days, such as P2192D");
			}
			for (FlowNode node : file.model().getModelElementsByType(FlowNode.class)) {
				if (isMarked(node, "asyncBefore") || isMarked(node, "asyncAfter")) {
					findings.add(file.name(), node, "runs later, in the background, so an error reaches nobody",
							"take the marks Before and After off its asynchronous continuations");
				}
			}
			for (BusinessRuleTask task : file.model().getModelElementsByType(BusinessRuleTask.class)) {
				decision(findings, models, file, task);
			}
			for (CallActivity call : file.model().getModelElementsByType(CallActivity.class)) {
				called(findings, models, file, call);
			}
		}
	}

	private static void decision(Findings findings, ModelSet models, ModelSet.ProcessFile file, BusinessRuleTask task) {
		String asked = task.getCamundaDecisionRef();
		if (asked == null) {
			findings.add(file.name(), task, "asks no decision", "set its implementation to DMN and name a decision");
			return;
		}
		if (!"deployment".equals(task.getCamundaDecisionRefBinding())) {
			findings.add(file.name(), task, "asks whichever version of " + asked + " is the latest",
					"set the binding to deployment, so that a case keeps the rules it began with");
		}
		Decision decision = models.decision(asked).orElse(null);
		if (decision == null) {
			findings.add(file.name(), task, "asks the decision " + asked + ", which no table here holds",
					"correct the name, or deploy it together with its table");
			return;
		}
		Set<String> answers = new TreeSet<>();
		decision.getChildElementsByType(DecisionTable.class)
			.stream()
			.flatMap((table) -> table.getOutputs().stream())
			.forEach((output) -> answers.add(output.getName()));
		task.getModelInstance()
			.getModelElementsByType(CamundaOutputParameter.class)
			.stream()
			.filter((output) -> isWithin(output.getParentElement(), task))
			.forEach((output) -> {
				Matcher taken = Elements.DECIDED.matcher(output.getTextContent().strip());
				if (!taken.matches()) {
					findings.add(file.name(), task,
							"fills " + output.getCamundaName() + " with something else than its answer",
							"write ${decisionResult[0]." + output.getCamundaName() + "}");
				}
				else if (!answers.contains(taken.group(1))) {
					findings.add(file.name(), task,
							"takes the answer " + taken.group(1) + ", which the decision " + asked + " does not give",
							"take one of " + String.join(", ", answers));
				}
				else if (!taken.group(1).equals(output.getCamundaName())) {
					findings.add(file.name(), task,
							"calls the answer " + taken.group(1) + " by the other name " + output.getCamundaName(),
							"give it the same name");
				}
			});
	}

	private static boolean isWithin(ModelElementInstance inner, FlowNode node) {
		for (ModelElementInstance at = inner; at != null; at = at.getParentElement()) {
			if (at instanceof FlowNode found) {
				return found == node || found.getId().equals(node.getId());
			}
		}
		return false;
	}

	/** Asked by attribute, since the model refuses to say it of some elements. */
	private static boolean isMarked(FlowNode node, String mark) {
		return "true".equals(node.getAttributeValueNs(BpmnModelConstants.CAMUNDA_NS, mark));
	}

	private static void called(Findings findings, ModelSet models, ModelSet.ProcessFile file, CallActivity call) {
		String key = call.getCalledElement();
		if (models.processes().stream().noneMatch((other) -> other.process().getId().equals(key))) {
			findings.add(file.name(), call, "calls the process " + key + ", which is not here",
					"correct the name, or deploy it together with that process");
		}
		if (!"deployment".equals(call.getCamundaCalledElementBinding())) {
			findings.add(file.name(), call, "calls whichever version of " + key + " is the latest",
					"set the binding to deployment, so that a case keeps the rules it began with");
		}
	}

}
