package org.imprimatur.conventions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.imprimatur.models.check.BindingRule;
import org.imprimatur.models.check.ClauseRule;
import org.imprimatur.models.check.CodeRule;
import org.imprimatur.models.check.ConditionRule;
import org.imprimatur.models.check.DeadlineRule;
import org.imprimatur.models.check.FaceRule;
import org.imprimatur.models.check.FlowRule;
import org.imprimatur.models.check.FormRule;
import org.imprimatur.models.check.LaneRule;
import org.imprimatur.models.check.NameRule;
import org.imprimatur.models.check.PromiseRule;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The templates of elements")
class ElementTemplatesTest {

	private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

	private static final House HOUSE = House.ours();

	private static final List<JsonNode> TEMPLATES = templates(new ElementTemplates(HOUSE));

	private static final String PEOPLE = "assignee|candidateGroups|candidateUsers";

	@Test
	@DisplayName("are the ones that are committed")
	void committed() throws IOException {
		Path folder = HOUSE.root().resolve(".camunda/element-templates");
		SortedMap<String, String> wanted = new ElementTemplates(HOUSE).files();
		if (Boolean.getBoolean("imprimatur.write")) {
			Files.createDirectories(folder);
			for (Map.Entry<String, String> file : wanted.entrySet()) {
				Files.writeString(folder.resolve(file.getKey()), file.getValue());
			}
		}
		for (Map.Entry<String, String> file : wanted.entrySet()) {
			assertThat(folder.resolve(file.getKey()))
				.as("Write it again with ./mvnw test -Dtest=ElementTemplatesTest -Dimprimatur.write=true")
				.hasContent(file.getValue());
		}
	}

	@Test
	@DisplayName("keep to what the Modeler takes: one id each, every list has something to choose")
	void schema() {
		Set<String> ids = new HashSet<>();
		for (JsonNode template : TEMPLATES) {
			assertThat(ids.add(template.get("id").asText())).as(template.get("id").asText()).isTrue();
			assertThat(template.get("name").asText()).isNotBlank();
			assertThat(template.get("appliesTo")).extracting(JsonNode::asText)
				.contains(template.get("elementType").get("value").asText());
			for (JsonNode property : template.get("properties")) {
				boolean dropdown = property.get("type").asText().equals("Dropdown");
				assertThat(dropdown || property.get("type").asText().equals("Hidden")).isTrue();
				assertThat(dropdown ? property.get("choices").size() : property.get("value").asText().length())
					.as(template.get("id").asText() + ": " + property)
					.isPositive();
				assertThat(property.get("binding").get("type").asText()).isIn("property", "camunda:outputParameter");
			}
		}
		assertThat(ids).hasSizeGreaterThan(10);
	}

	@Test
	@DisplayName("could have made every task of our models")
	void everyTask() {
		List<String> missing = new ArrayList<>();
		for (House.ProcessFile file : HOUSE.processes()) {
			for (Task task : file.model().getModelElementsByType(Task.class)) {
				Map<String, String> wanted = bound(task);
				if (TEMPLATES.stream().noneMatch((template) -> canMake(template, task, wanted))) {
					missing.add(file.name() + ": " + task.getId() + " " + wanted);
				}
			}
		}
		assertThat(missing).isEmpty();
	}

	@Test
	@DisplayName("make a model that keeps the conventions out of bare elements")
	void bareElements(@TempDir Path folder) throws IOException {
		copy(folder, "processes", "forms", "docs/policy");
		House house = new House(folder);
		Map<String, String> kinds = Map.of("sign-off-post", "task-for-group", "draft-post", "task-for-person",
				"check-and-sign-off", "task-for-people", "approval-route", "decision-approval-route", "establish-facts",
				"automatic-step");
		Path file = folder.resolve("processes/posts/post-approval.bpmn");
		BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
		Map<String, Map<String, String>> wanted = new TreeMap<>();
		for (String element : kinds.keySet()) {
			Task task = model.getModelElementById(element);
			wanted.put(element, bound(task));
			strip(task);
		}
		Bpmn.writeModelToFile(file.toFile(), model);
		String bare = String.join("\n", findings(house));
		assertThat(bare).contains("sign-off-post", "draft-post", "check-and-sign-off", "approval-route",
				"establish-facts");
		kinds
			.forEach((element, kind) -> apply(template(kind), model.getModelElementById(element), wanted.get(element)));
		Bpmn.writeModelToFile(file.toFile(), model);
		assertThat(findings(house)).isEmpty();
		kinds.keySet()
			.forEach((element) -> assertThat(bound(model.getModelElementById(element)))
				.containsAllEntriesOf(wanted.get(element)));
	}

	private static JsonNode template(String kind) {
		return TEMPLATES.stream()
			.filter((one) -> one.get("id").asText().equals("org.imprimatur." + kind))
			.findFirst()
			.orElseThrow();
	}

	/** What stands in the attributes and outputs that templates are for. */
	private static Map<String, String> bound(Task task) {
		Map<String, String> bound = new TreeMap<>();
		for (String name : ("formKey|dueDate|decisionRef|decisionRefBinding|delegateExpression|" + PEOPLE)
			.split("\\|")) {
			String value = task.getAttributeValueNs(CAMUNDA, name);
			if (value != null) {
				bound.put("camunda:" + name, value);
			}
		}
		if (task instanceof BusinessRuleTask) {
			task.getModelInstance()
				.getModelElementsByType(CamundaOutputParameter.class)
				.stream()
				.filter((output) -> task.equals(output.getParentElement().getParentElement().getParentElement()))
				.forEach((output) -> bound.put(output.getTextContent(), output.getCamundaName()));
		}
		return bound;
	}

	private static boolean canMake(JsonNode template, Task task, Map<String, String> wanted) {
		Map<String, String> rest = new TreeMap<>(wanted);
		for (JsonNode property : template.get("properties")) {
			String key = key(property);
			if (property.has("choices")) {
				for (JsonNode choice : property.get("choices")) {
					rest.remove(key, choice.get("value").asText());
				}
			}
			else {
				rest.remove(key, property.get("value").asText());
			}
		}
		Class<?> type = switch (template.get("elementType").get("value").asText()) {
			case "bpmn:UserTask" -> UserTask.class;
			case "bpmn:ServiceTask" -> ServiceTask.class;
			default -> BusinessRuleTask.class;
		};
		return rest.isEmpty() && type.isInstance(task);
	}

	private static String key(JsonNode property) {
		JsonNode binding = property.get("binding");
		return binding.has("source") ? binding.get("source").asText() : binding.get("name").asText();
	}

	private static void strip(Task task) {
		bound(task).keySet()
			.stream()
			.filter((name) -> name.startsWith("camunda:"))
			.forEach((name) -> task.removeAttributeNs(CAMUNDA, name.substring("camunda:".length())));
		if (task instanceof BusinessRuleTask) {
			task.removeChildElement(task.getExtensionElements());
		}
	}

	/** As the Modeler does it, with the choices that the element had before. */
	private static void apply(JsonNode template, Task task, Map<String, String> choices) {
		task.setAttributeValueNs(CAMUNDA, "modelerTemplate", template.get("id").asText());
		for (JsonNode property : template.get("properties")) {
			JsonNode binding = property.get("binding");
			if (binding.get("type").asText().equals("property")) {
				String value = property.has("choices") ? choices.get(key(property)) : property.get("value").asText();
				task.setAttributeValueNs(CAMUNDA, key(property).substring("camunda:".length()), value);
			}
			else {
				CamundaOutputParameter output = task.getModelInstance().newInstance(CamundaOutputParameter.class);
				output.setCamundaName(property.get("value").asText());
				output.setTextContent(binding.get("source").asText());
				mapping(task).getCamundaOutputParameters().add(output);
			}
		}
	}

	private static CamundaInputOutput mapping(Task task) {
		if (task.getExtensionElements() == null) {
			ExtensionElements extensions = task.getModelInstance().newInstance(ExtensionElements.class);
			task.setExtensionElements(extensions);
			extensions.addExtensionElement(CamundaInputOutput.class);
		}
		return task.getExtensionElements().getElementsQuery().filterByType(CamundaInputOutput.class).singleResult();
	}

	private static List<JsonNode> templates(ElementTemplates files) {
		try {
			List<JsonNode> templates = new ArrayList<>();
			for (String file : files.files().values()) {
				new ObjectMapper().readTree(file).forEach(templates::add);
			}
			return templates;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<String> findings(House house) {
		Around ours = ConventionsTest.around();
		Around around = new Around(house, ours.faces(), ours.promises(), ours.beans(), ours.groups());
		return around.findings(new NameRule(), new FaceRule(around), new FormRule(around), new LaneRule(around),
				new ClauseRule(around), new CodeRule(around), new DeadlineRule(around), new BindingRule(),
				new ConditionRule(around), new FlowRule(around), new PromiseRule(around));
	}

	private static void copy(Path folder, String... parts) throws IOException {
		for (String part : parts) {
			for (Path file : HOUSE.files(part, "")) {
				Path copy = folder.resolve(HOUSE.name(file));
				Files.createDirectories(copy.getParent());
				Files.copy(file, copy);
			}
		}
	}

}
