package org.imprimatur.conventions;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Each form belongs to a task or to a start; that these have theirs the checker says. */
final class FormRules {

	private FormRules() {
	}

	static List<String> findings(House house) {
		List<String> findings = new ArrayList<>();
		Set<String> wanted = new TreeSet<>();
		for (House.ProcessFile file : house.processes()) {
			for (UserTask task : file.model().getModelElementsByType(UserTask.class)) {
				wanted.add("forms/" + file.feature() + "/" + task.getId() + ".html");
			}
			for (StartEvent event : file.model().getModelElementsByType(StartEvent.class)) {
				if (event.getCamundaFormKey() != null) {
					wanted.add("forms/start/" + file.process().getId() + ".html");
				}
			}
		}
		for (Path file : house.files("forms", ".html")) {
			String name = house.name(file);
			if (!name.startsWith("forms/shared/") && !wanted.contains(name)) {
				findings.add(name + " belongs to no user task and no start of a process");
			}
		}
		return findings;
	}

}
