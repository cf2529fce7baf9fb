package org.imprimatur.conventions;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;

/** What holds for files whatever stands in them, and between folders. */
final class FileRules {

	private static final int LONGEST = 300;

	private static final String PACKAGE = "java/org/imprimatur/";

	private static final Pattern UNESCAPED = Pattern.compile("th:utext|data-th-utext|\\[\\(");

	private static final Pattern FILTERING = Pattern.compile("enableDuplicateFiltering\\(\\s*true\\s*\\)");

	private FileRules() {
	}

	/** Pages show what people typed as they typed it, never as markup. */
	static List<String> unescaped(House house) {
		List<String> findings = new ArrayList<>();
		List<Path> pages = new ArrayList<>(house.files("forms", ".html"));
		pages.addAll(house.files("src/main/resources", ".html"));
		for (Path page : pages) {
			int line = 0;
			for (String text : house.read(page).lines().toList()) {
				line++;
				if (UNESCAPED.matcher(text).find()) {
					findings
						.add(house.name(page) + " line " + line + " shows text without escaping it; use th:text or [[");
				}
			}
		}
		return findings;
	}

	/** A file that grows past this says two things. */
	static List<String> tooLong(House house) {
		List<String> findings = new ArrayList<>();
		List<Path> files = new ArrayList<>(house.files("src", ".java", ".js", ".mjs", ".scss", ".html", ".sql"));
		files.addAll(house.files("forms", ".html"));
		for (Path file : files) {
			long lines = house.read(file).lines().count();
			if (lines >= LONGEST) {
				findings.add(house.name(file) + " has " + lines + " lines; keep it under " + LONGEST);
			}
		}
		return findings;
	}

	/**
	 * The four mirrors: processes/X, forms/X, main X and test X exist together. Where
	 * there are tables only, nobody is asked and there is no form.
	 */
	static List<String> mirrors(House house) {
		List<String> findings = new ArrayList<>();
		List<String> forms = house.folders("forms");
		List<String> features = house.folders("processes");
		for (String feature : features) {
			boolean asks = !house.files("processes/" + feature, ".bpmn").isEmpty()
					|| house.files("processes/" + feature, ".dmn").isEmpty();
			for (String mirror : List.of("forms/", "src/main/" + PACKAGE, "src/test/" + PACKAGE)) {
				if (mirror.equals("forms/") && !asks) {
					continue;
				}
				if (house.files(mirror + feature, "").isEmpty()) {
					findings.add("processes/" + feature + " has no mirror " + mirror + feature);
				}
			}
		}
		for (String form : forms) {
			if (!House.COMMON_FORMS.contains(form) && !features.contains(form)) {
				findings.add("forms/" + form + " has no mirror processes/" + form);
			}
		}
		return findings;
	}

	/**
	 * Duplicate filtering puts only the changed files into a new deployment, where a
	 * model bound to its own deployment no longer finds the rest.
	 */
	static List<String> duplicateFiltering(House house) {
		List<String> bound = new ArrayList<>();
		for (House.ProcessFile file : house.processes()) {
			file.model()
				.getModelElementsByType(BusinessRuleTask.class)
				.stream()
				.filter((task) -> "deployment".equals(task.getCamundaDecisionRefBinding()))
				.forEach((task) -> bound.add(file.name() + ": " + task.getId()));
			file.model()
				.getModelElementsByType(CallActivity.class)
				.stream()
				.filter((call) -> "deployment".equals(call.getCamundaCalledElementBinding()))
				.forEach((call) -> bound.add(file.name() + ": " + call.getId()));
		}
		List<String> findings = new ArrayList<>();
		for (Path file : house.files("src/main/java", ".java")) {
			if (!bound.isEmpty() && FILTERING.matcher(house.read(file)).find()) {
				findings.add(house.name(file) + " deploys with duplicate filtering while " + String.join(", ", bound)
						+ " is bound to its deployment; choose one");
			}
		}
		return findings;
	}

}
