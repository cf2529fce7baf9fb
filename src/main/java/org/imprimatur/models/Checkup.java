package org.imprimatur.models;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.camunda.bpm.model.dmn.instance.Decision;
import org.imprimatur.models.check.Checker;
import org.imprimatur.models.check.Finding;
import org.imprimatur.models.check.Findings;
import org.imprimatur.models.check.ModelSet;

import org.springframework.stereotype.Component;

/**
 * Whether changed files may go live beside the models that the application started with.
 * Nothing is deployed and nothing is kept.
 */
@Component
public class Checkup {

	private final ModelFiles files;

	private final Checker checker;

	Checkup(ModelFiles files, Checker checker) {
		this.files = files;
		this.checker = checker;
	}

	/**
	 * Everything that is wrong; empty if they may go live.
	 * @param changed name to content; a file takes the place of the one that holds the
	 * same process or decision
	 */
	public List<Finding> check(Map<String, byte[]> changed) {
		return this.checker.check(among(changed), false);
	}

	/**
	 * Every file there would be if these took the places of those that hold the same.
	 */
	public Map<String, byte[]> among(Map<String, byte[]> changed) {
		Set<String> held = held(changed);
		Map<String, byte[]> all = new TreeMap<>(this.files.read());
		all.putAll(this.files.examples());
		Set<String> names = new TreeSet<>();
		changed.keySet().forEach((name) -> names.add(bare(name)));
		all.entrySet()
			.removeIf((file) -> names.contains(bare(file.getKey()))
					|| held(Map.of(file.getKey(), file.getValue())).stream().anyMatch(held::contains));
		all.putAll(changed);
		return all;
	}

	private static Set<String> held(Map<String, byte[]> files) {
		ModelSet models = Checker.read(files, false, new Findings());
		Set<String> held = new TreeSet<>();
		models.processes().forEach((file) -> held.add(file.process().getId()));
		models.decisions()
			.forEach((file) -> file.model()
				.getModelElementsByType(Decision.class)
				.forEach((decision) -> held.add(decision.getId())));
		return held;
	}

	private static String bare(String name) {
		return name.substring(name.lastIndexOf('/') + 1);
	}

}
