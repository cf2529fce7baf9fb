package org.imprimatur.conventions;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;

/**
 * Our kinds of element, for the Modeler: what can be chosen is what the house holds, so
 * that nobody types a key. They have no versions: the newest list holds.
 */
final class ElementTemplates {

	private static final String SCHEMA = "https://unpkg.com/@camunda/element-templates-json-schema/resources/schema.json";

	private static final Pattern FOUND_BY = Pattern
		.compile("Found by: camunda:(assignee|candidateGroups|candidateUsers)=\"([^\"]+)\"\\.?\\s*$");

	private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");

	private final House house;

	/** Form to label, such as {@code posts/sign-off-post}. */
	private final SortedMap<String, String> forms = new TreeMap<>();

	ElementTemplates(House house) {
		this.house = house;
		for (Path file : house.files("forms", ".html")) {
			String form = house.name(file).replaceFirst("^forms/", "").replaceFirst("\\.html$", "");
			if (!House.COMMON_FORMS.contains(form.substring(0, form.indexOf('/')))) {
				this.forms.put(form, words(form.substring(form.indexOf('/') + 1)));
			}
		}
		for (House.ProcessFile file : house.processes()) {
			for (UserTask task : file.model().getModelElementsByType(UserTask.class)) {
				this.forms.computeIfPresent(file.feature() + "/" + task.getId(), (form, label) -> task.getName());
			}
		}
	}

	/** Path below {@code .camunda/element-templates} to content. */
	SortedMap<String, String> files() throws IOException {
		return new TreeMap<>(Map.of("human-steps.json", json(humanSteps()), "decisions.json", json(decisions()),
				"automatic-step.json",
				json(List.of(template("automatic-step", "Automatic step",
						"The program does something: it calls a step that a developer built. The id of the element is the "
								+ "step's name in small letters with hyphens.",
						"bpmn:ServiceTask", List.of(chosen("Step", "camunda:delegateExpression", steps())))))));
	}

	private List<Map<String, Object>> humanSteps() {
		Map<String, String> notices = forms(true);
		List<Map<String, Object>> templates = new ArrayList<>();
		templates.add(human("task-for-group", "Task for a group", "One of a group takes it and does it.",
				"candidateGroups", forms(false)));
		templates.add(human("task-for-person", "Task for one person", "It is given to one person by name.", "assignee",
				forms(false)));
		templates.add(human("task-for-people", "Task for people found by name",
				"One of several people does it whom a step has found.", "candidateUsers", forms(false)));
		if (!notices.isEmpty()) {
			templates.add(human("notice", "Notice to one person",
					"One person is told something and says that they have read it.", "assignee", notices));
			templates.add(human("notice-to-people", "Notice to people found by name",
					"One of several people is told and says that they have read it.", "candidateUsers", notices));
			templates.add(human("notice-to-group", "Notice to a group",
					"One of a group is told and says that they have read it.", "candidateGroups", notices));
		}
		return templates;
	}

	private Map<String, Object> human(String id, String name, String description, String how,
			Map<String, String> keys) {
		return template(id, name,
				description
						+ " The id of the element is the name of its form; its documentation begins with the clause.",
				"bpmn:UserTask", List.of(chosen("Form", "camunda:formKey", keys),
						chosen("Done by", "camunda:" + how, people(how)), chosen("Due", "camunda:dueDate", due())));
	}

	/** Form keys to labels; a notice is a form that only takes note of something. */
	private Map<String, String> forms(boolean notice) {
		Map<String, String> keys = new LinkedHashMap<>();
		this.forms.forEach((form, label) -> {
			if (form.contains("/acknowledge-") == notice) {
				keys.put("embedded:/forms/" + form, label + " (" + form + ")");
			}
		});
		return keys;
	}

	/** How lanes find their people, to the names of the lanes that do. */
	private Map<String, String> people(String how) {
		SortedMap<String, List<String>> lanes = new TreeMap<>();
		for (House.ProcessFile file : this.house.processes()) {
			for (Lane lane : file.model().getModelElementsByType(Lane.class)) {
				Matcher found = FOUND_BY.matcher(lane.getDocumentations()
					.stream()
					.map((documentation) -> documentation.getTextContent())
					.collect(Collectors.joining("\n"))
					.strip());
				if (found.find() && found.group(1).equals(how)) {
					List<String> names = lanes.computeIfAbsent(found.group(2), (who) -> new ArrayList<>());
					if (!names.contains(lane.getName())) {
						names.add(lane.getName());
					}
				}
			}
		}
		Map<String, String> people = new LinkedHashMap<>();
		lanes.forEach((who, names) -> people.put(who, String.join(", ", names) + " (" + who + ")"));
		return people;
	}

	/** Only steps that people do: when a timer is due is chosen nowhere. */
	private Map<String, String> due() {
		SortedMap<String, String> due = new TreeMap<>();
		for (DecisionTable table : tables()) {
			if (!id(table).endsWith("-deadlines")) {
				continue;
			}
			for (Input input : table.getInputs()) {
				if (input.getInputExpression().getText().getTextContent().strip().equals("step")) {
					TEXT.matcher(input.getInputValues().getText().getTextContent())
						.results()
						.map((step) -> step.group(1))
						.filter((step) -> this.forms.keySet().stream().anyMatch((form) -> form.endsWith("/" + step)))
						.forEach((step) -> due.put("${deadlines.of(execution, '" + step + "')}",
								"As the table " + id(table) + " says for " + step));
				}
			}
		}
		return due;
	}

	private List<Map<String, Object>> decisions() {
		List<Map<String, Object>> templates = new ArrayList<>();
		for (DecisionTable table : tables()) {
			// a list is read from the record by the step that needs it
			boolean list = table.getHitPolicy() == HitPolicy.COLLECT;
			List<Output> codes = list ? new ArrayList<>() : new ArrayList<>(table.getOutputs());
			for (int output = codes.size() - 1; output >= 0; output--) {
				if (isForPeople(table, output)) {
					codes.remove(output);
				}
			}
			if (id(table).endsWith("-deadlines") || (codes.isEmpty() && !list)) {
				continue;
			}
			List<Map<String, Object>> properties = new ArrayList<>();
			properties.add(hidden("camunda:decisionRef", id(table)));
			properties.add(hidden("camunda:decisionRefBinding", "deployment"));
			for (Output output : codes) {
				Map<String, Object> property = new LinkedHashMap<>();
				property.put("type", "Hidden");
				property.put("value", output.getName());
				property.put("binding", binding("type", "camunda:outputParameter", "source",
						"${decisionResult[0]." + output.getName() + "}"));
				properties.add(property);
			}
			templates
				.add(template("decision-" + id(table), "Decision: " + ((Decision) table.getParentElement()).getName(),
						"Asks the table " + id(table) + (list ? ", which answers with a list." : " and keeps "
								+ codes.stream().map((output) -> output.getName()).collect(Collectors.joining(", "))
								+ ".") + " The documentation of the element begins with the clause.",
						"bpmn:BusinessRuleTask", properties));
		}
		return templates;
	}

	/** An output that holds sentences is a reason for people, and no code to go by. */
	private static boolean isForPeople(DecisionTable table, int output) {
		for (Rule rule : table.getRules()) {
			OutputEntry entry = new ArrayList<>(rule.getOutputEntries()).get(output);
			if (entry.getTextContent().matches("\\s*\"[^\"]* [^\"]*\"\\s*")) {
				return true;
			}
		}
		return false;
	}

	private Map<String, String> steps() {
		SortedMap<String, String> steps = new TreeMap<>();
		for (Path file : this.house.files("src/main/java", ".java")) {
			String name = file.getFileName().toString().replace(".java", "");
			if (file.getParent().endsWith("steps") && this.house.read(file).contains("implements JavaDelegate")) {
				String id = name.replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase();
				steps.put("${" + Character.toLowerCase(name.charAt(0)) + name.substring(1) + "}",
						words(id) + " (" + id + ")");
			}
		}
		return steps;
	}

	private List<DecisionTable> tables() {
		List<String> features = this.house.processes().stream().map((file) -> file.feature()).toList();
		return this.house.decisions()
			.stream()
			.filter((file) -> features.contains(file.feature()))
			.flatMap((file) -> file.model().getModelElementsByType(DecisionTable.class).stream())
			.toList();
	}

	private static String id(DecisionTable table) {
		return ((Decision) table.getParentElement()).getId();
	}

	private static Map<String, Object> template(String id, String name, String description, String element,
			List<Map<String, Object>> properties) {
		Map<String, Object> template = new LinkedHashMap<>();
		template.put("$schema", SCHEMA);
		template.put("name", name);
		template.put("id", "org.imprimatur." + id);
		template.put("description", description);
		template.put("appliesTo", List.of("bpmn:Task", element));
		template.put("elementType", Map.of("value", element));
		template.put("entriesVisible", true);
		template.put("properties", properties);
		return template;
	}

	private static Map<String, Object> chosen(String label, String attribute, Map<String, String> choices) {
		Map<String, Object> property = new LinkedHashMap<>();
		property.put("label", label);
		property.put("type", "Dropdown");
		List<Map<String, String>> listed = new ArrayList<>();
		choices.forEach((value, name) -> listed.add(binding("name", name, "value", value)));
		property.put("choices", listed);
		property.put("constraints", Map.of("notEmpty", true));
		property.put("binding", binding("type", "property", "name", attribute));
		return property;
	}

	private static Map<String, Object> hidden(String attribute, String value) {
		Map<String, Object> property = new LinkedHashMap<>();
		property.put("type", "Hidden");
		property.put("value", value);
		property.put("binding", binding("type", "property", "name", attribute));
		return property;
	}

	private static Map<String, String> binding(String first, String value, String second, String other) {
		Map<String, String> binding = new LinkedHashMap<>();
		binding.put(first, value);
		binding.put(second, other);
		return binding;
	}

	private static String words(String id) {
		String words = id.replace('-', ' ');
		return Character.toUpperCase(words.charAt(0)) + words.substring(1);
	}

	private static String json(List<Map<String, Object>> templates) throws IOException {
		DefaultPrettyPrinter lines = new DefaultPrettyPrinter();
		lines.indentArraysWith(new DefaultIndenter("  ", "\n"));
		lines.indentObjectsWith(new DefaultIndenter("  ", "\n"));
		return new ObjectMapper().writer(lines).writeValueAsString(templates) + "\n";
	}

}
