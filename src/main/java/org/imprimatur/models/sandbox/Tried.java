package org.imprimatur.models.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.imprimatur.models.check.ModelSet;
import org.imprimatur.models.check.Questions;
import org.imprimatur.models.check.Surroundings;

/**
 * The models that a case which is tried can come to: its process, what it calls and asks.
 */
final class Tried {

	private static final Pattern PERSON = Pattern
		.compile("(?:assignee|candidateGroups|candidateUsers|priority|businessKey)=\"\\$\\{([a-z][A-Za-z0-9]*)}\"");

	private static final Pattern LISTENER = Pattern
		.compile("Listener [^>]*delegateExpression=\"\\$\\{([a-z][A-Za-z0-9]*)}\"");

	private final ModelSet models;

	private final Map<String, ModelSet.ProcessFile> processes = new TreeMap<>();

	private final SortedMap<String, byte[]> files = new TreeMap<>();

	private final Map<String, Questions> questions = new TreeMap<>();

	private final Map<String, Set<String>> people = new TreeMap<>();

	private final Set<String> listeners = new TreeSet<>();

	/**
	 * @param all every file there is, by its name
	 * @param models the same, read
	 */
	Tried(Map<String, byte[]> all, ModelSet models, String process, Surroundings surroundings) {
		this.models = models;
		add(process, all);
		for (ModelSet.ProcessFile file : this.processes.values()) {
			String key = file.process().getId();
			this.questions.put(key, new Questions(models, file, surroundings));
			String text = new String(all.get(file.name()), StandardCharsets.UTF_8);
			Set<String> names = new TreeSet<>();
			for (Matcher at = PERSON.matcher(text); at.find();) {
				names.add(at.group(1));
			}
			this.people.put(key, names);
			for (Matcher at = LISTENER.matcher(text); at.find();) {
				this.listeners.add(at.group(1));
			}
		}
	}

	private void add(String process, Map<String, byte[]> all) {
		this.models.processes()
			.stream()
			.filter((file) -> file.process().getId().equals(process) && !this.processes.containsKey(process))
			.findFirst()
			.ifPresent((file) -> {
				this.processes.put(process, file);
				this.files.put(file.name(), all.get(file.name()));
				tables(process + "-deadlines", all);
				file.model()
					.getModelElementsByType(BusinessRuleTask.class)
					.forEach((rule) -> tables(rule.getCamundaDecisionRef(), all));
				file.model()
					.getModelElementsByType(CallActivity.class)
					.forEach((call) -> add(call.getCalledElement(), all));
			});
	}

	private void tables(String decision, Map<String, byte[]> all) {
		this.models.decisions()
			.stream()
			.filter((file) -> file.model()
				.getModelElementsByType(Decision.class)
				.stream()
				.anyMatch((one) -> one.getId().equals(decision)))
			.forEach((file) -> this.files.put(file.name(), all.get(file.name())));
	}

	/** What has to be deployed, by name. */
	SortedMap<String, byte[]> files() {
		return this.files;
	}

	ModelSet.ProcessFile process(String key) {
		return this.processes.get(key);
	}

	Questions questions(String process) {
		return this.questions.get(process);
	}

	/** The facts that say who is asked, by process. */
	Map<String, Set<String>> people() {
		return this.people;
	}

	Set<String> listeners() {
		return this.listeners;
	}

	/** What the diagram calls an element; its id if it is not labelled. */
	String label(String element) {
		return this.processes.values()
			.stream()
			.map((file) -> file.model().getModelElementById(element))
			.filter(FlowElement.class::isInstance)
			.map((one) -> ((FlowElement) one).getName())
			.filter((name) -> name != null && !name.isBlank())
			.map((name) -> name.replaceAll("\\s+", " ").strip())
			.findFirst()
			.orElse(element);
	}

	/** What a row of a table says of itself; its id if it says nothing. */
	String row(String decision, String rule) {
		return this.models.decision(decision)
			.map((one) -> one.getModelInstance().getModelElementById(rule))
			.filter(Rule.class::isInstance)
			.map((one) -> ((Rule) one).getDescription())
			.filter((description) -> description != null)
			.map((description) -> description.getTextContent().replaceAll("\\s+", " ").strip())
			.orElse(String.valueOf(rule));
	}

}
