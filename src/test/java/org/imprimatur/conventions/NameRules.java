package org.imprimatur.conventions;

import java.util.ArrayList;
import java.util.List;

import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.instance.Decision;

/**
 * One name, one spelling: kebab case in models, and the file named after what it holds.
 */
final class NameRules {

	private NameRules() {
	}

	static List<String> findings(House house) {
		List<String> findings = new ArrayList<>();
		for (House.ProcessFile file : house.processes()) {
			int processes = file.model().getModelElementsByType(Process.class).size();
			if (processes != 1) {
				findings.add(file.name() + " holds " + processes + " processes; a file holds one");
				continue;
			}
			String key = file.process().getId();
			if (!file.name().endsWith("/" + key + ".bpmn")) {
				findings.add(file.name() + " holds the process " + key + "; name the file " + key + ".bpmn");
			}
			kebab(findings, file.name(), key);
			file.model()
				.getModelElementsByType(FlowNode.class)
				.forEach((node) -> kebab(findings, file.name(), node.getId()));
			file.model()
				.getModelElementsByType(Lane.class)
				.forEach((lane) -> kebab(findings, file.name(), lane.getId()));
			file.model()
				.getModelElementsByType(Message.class)
				.forEach((message) -> kebab(findings, file.name(), message.getName()));
		}
		for (House.DecisionFile file : house.decisions()) {
			kebab(findings, file.name(), file.model().getDefinitions().getId());
			file.model()
				.getModelElementsByType(Decision.class)
				.forEach((decision) -> kebab(findings, file.name(), decision.getId()));
		}
		return findings;
	}

	private static void kebab(List<String> findings, String file, String id) {
		if (id == null || !Elements.KEBAB.matcher(id).matches()) {
			findings.add(file + ": the id " + id + " is not kebab case, such as check-letter");
		}
	}

}
