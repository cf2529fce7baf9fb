package org.imprimatur.conventions;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Each user task has its form, each form its task, each start form its process. */
final class FormRules {

	private FormRules() {
	}

	static List<String> findings(House house) {
		List<String> findings = new ArrayList<>();
		Set<String> wanted = new TreeSet<>();
		for (House.ProcessFile file : house.processes()) {
			for (UserTask task : file.model().getModelElementsByType(UserTask.class)) {
				String form = "forms/" + file.feature() + "/" + task.getId();
				wanted.add(form + ".html");
				expect(findings, file.name() + ": " + task.getId(), "embedded:/" + form, task.getCamundaFormKey());
				if (!Files.isRegularFile(house.root().resolve(form + ".html"))) {
					findings.add(file.name() + ": " + task.getId() + " has no form " + form + ".html");
				}
			}
			String start = "forms/start/" + file.process().getId();
			for (StartEvent event : file.model().getModelElementsByType(StartEvent.class)) {
				if (event.getCamundaFormKey() != null) {
					wanted.add(start + ".html");
					expect(findings, file.name() + ": " + event.getId(), "embedded:/" + start,
							event.getCamundaFormKey());
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

	private static void expect(List<String> findings, String where, String wanted, String found) {
		if (!wanted.equals(found)) {
			findings.add(where + " has the form key " + found + " instead of " + wanted);
		}
	}

}
