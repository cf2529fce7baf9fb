package org.imprimatur.models.check;

import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.dmn.instance.Decision;

import org.springframework.stereotype.Component;

/** One name, one spelling: kebab case in models, and the file named after its process. */
@Component
public class NameRule implements ModelRule {

	@Override
	public void check(ModelSet models, Findings findings) {
		for (ModelSet.ProcessFile file : models.processes()) {
			String key = file.process().getId();
			if (!file.name().endsWith("/" + key + ".bpmn") && !file.name().equals(key + ".bpmn")) {
				findings.add(file.name(), "holds the process " + key, "name the file " + key + ".bpmn");
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
		for (ModelSet.DecisionFile file : models.decisions()) {
			kebab(findings, file.name(), file.model().getDefinitions().getId());
			file.model()
				.getModelElementsByType(Decision.class)
				.forEach((decision) -> kebab(findings, file.name(), decision.getId()));
		}
	}

	private static void kebab(Findings findings, String file, String id) {
		if (id == null || !Elements.KEBAB.matcher(id).matches()) {
			findings.add(file, String.valueOf(id), null, "has an id that is not kebab case",
					"write small letters, digits and hyphens, such as check-letter");
		}
	}

}
