package org.imprimatur.models.check;

import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;

import org.springframework.stereotype.Component;

/** Each user task has its form, called after it, and so has each start by a person. */
@Component
public class FormRule implements ModelRule {

	private final Surroundings surroundings;

	public FormRule(Surroundings surroundings) {
		this.surroundings = surroundings;
	}

	@Override
	public void check(ModelSet models, Findings findings) {
		for (ModelSet.ProcessFile file : models.processes()) {
			String feature = this.surroundings.faces()
				.stream()
				.filter((face) -> face.key().equals(file.process().getId()))
				.map((face) -> face.feature())
				.findFirst()
				.orElse(file.feature());
			for (UserTask task : file.model().getModelElementsByType(UserTask.class)) {
				check(findings, file.name(), task, "forms/" + feature + "/" + task.getId(), task.getCamundaFormKey());
			}
			for (StartEvent event : file.model().getModelElementsByType(StartEvent.class)) {
				if (event.getCamundaFormKey() != null) {
					check(findings, file.name(), event, "forms/start/" + file.process().getId(),
							event.getCamundaFormKey());
				}
			}
		}
	}

	private void check(Findings findings, String file, FlowNode node, String form, String key) {
		if (!("embedded:/" + form).equals(key)) {
			findings.add(file, node, (key == null) ? "has no form key" : "has the form key " + key,
					"set it to embedded:/" + form);
		}
		if (!this.surroundings.hasForm(form + ".html")) {
			findings.add(file, node, "has no form " + form + ".html", "write the form, or take another task's id");
		}
	}

}
