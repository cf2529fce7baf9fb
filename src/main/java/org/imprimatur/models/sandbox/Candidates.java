package org.imprimatur.models.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.imprimatur.models.Checkup;
import org.imprimatur.models.check.Checker;
import org.imprimatur.models.check.Findings;
import org.imprimatur.models.check.ModelSet;

import org.springframework.stereotype.Component;

/** Which processes can be tried with some files. */
@Component
class Candidates {

	private final Checkup checkup;

	Candidates(Checkup checkup) {
		this.checkup = checkup;
	}

	/**
	 * Their keys and names: those among the files; else those that ask one of the tables.
	 */
	Map<String, String> among(Map<String, byte[]> sent) {
		ModelSet models = Checker.read(sent, false, new Findings());
		Map<String, String> found = new LinkedHashMap<>();
		models.processes().forEach((file) -> add(found, file));
		if (found.isEmpty()) {
			Set<String> decisions = new TreeSet<>();
			models.decisions()
				.forEach((file) -> file.model()
					.getModelElementsByType(Decision.class)
					.forEach((decision) -> decisions.add(decision.getId())));
			Checker.read(this.checkup.among(sent), false, new Findings())
				.processes()
				.stream()
				.filter((file) -> decisions.contains(file.process().getId() + "-deadlines") || file.model()
					.getModelElementsByType(BusinessRuleTask.class)
					.stream()
					.anyMatch((rule) -> decisions.contains(rule.getCamundaDecisionRef())))
				.forEach((file) -> add(found, file));
		}
		return found;
	}

	/** The text of the process, to be drawn. */
	String text(Map<String, byte[]> sent, String process) {
		Map<String, byte[]> all = this.checkup.among(sent);
		return Checker.read(all, false, new Findings())
			.processes()
			.stream()
			.filter((file) -> file.process().getId().equals(process))
			.map((file) -> new String(all.get(file.name()), StandardCharsets.UTF_8))
			.findFirst()
			.orElse("");
	}

	private static void add(Map<String, String> found, ModelSet.ProcessFile file) {
		String name = file.process().getName();
		found.put(file.process().getId(), (name != null) ? name : file.process().getId());
	}

}
