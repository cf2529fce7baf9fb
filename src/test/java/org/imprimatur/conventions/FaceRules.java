package org.imprimatur.conventions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.TimeDuration;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.imprimatur.kernel.ModelName;
import org.imprimatur.kernel.ProcessFace;
import org.imprimatur.kernel.Variable;

/** What Java says of a process and what its model says are the same, both ways. */
final class FaceRules {

	private FaceRules() {
	}

	static List<String> findings(House house, Collection<? extends ProcessFace> faces) {
		List<String> findings = new ArrayList<>();
		Map<String, House.ProcessFile> models = new TreeMap<>(
				house.processes().stream().collect(Collectors.toMap((file) -> file.process().getId(), (file) -> file)));
		for (ProcessFace face : faces) {
			House.ProcessFile file = models.remove(face.key());
			if (file == null) {
				findings.add(name(face) + " is the face of " + face.key() + ", which no model in processes holds");
			}
			else {
				compare(findings, house, face, file);
			}
		}
		models.values()
			.forEach((file) -> findings
				.add(file.name() + " has no face: no ProcessFace has the key " + file.process().getId()));
		return findings;
	}

	private static void compare(List<String> findings, House house, ProcessFace face, House.ProcessFile file) {
		if (!face.feature().equals(file.feature())) {
			findings.add(name(face) + " says that it belongs to " + face.feature() + ", its model stands in "
					+ file.feature());
		}
		Set<String> tasks = ids(file, UserTask.class, FlowElement::getId);
		both(findings, "the task", face, names(face.tasks()), file, tasks);
		both(findings, "the step", face, names(face.steps()), file, ids(file, ServiceTask.class, FlowElement::getId));
		both(findings, "the ending", face, names(face.endings()), file,
				ids(file, EndEvent.class, (end) -> ProcessFace.isEnding(end) ? end.getId() : null));
		both(findings, "the decision", face, names(face.decisions()), file,
				ids(file, BusinessRuleTask.class, BusinessRuleTask::getCamundaDecisionRef));
		both(findings, "the message", face, names(face.messages()), file, messages(file));

		Set<String> declared = face.variables().stream().map(Variable::name).collect(Collectors.toSet());
		inputs(findings, house, face, declared);
		for (String task : tasks) {
			if (!declared.contains(Elements.camel(task))) {
				findings.add(name(face) + " declares no outcome " + Elements.camel(task) + " for the task " + task);
			}
		}
		for (String used : used(file)) {
			if (!declared.contains(used)) {
				findings
					.add(file.name() + " uses the variable " + used + ", which " + name(face) + " does not declare");
			}
		}
	}

	/**
	 * What the decisions of a process ask is declared, or is the answer of another
	 * decision: a misspelled input is empty for ever, and nobody notices.
	 */
	private static void inputs(List<String> findings, House house, ProcessFace face, Set<String> declared) {
		Map<String, Decision> decisions = new TreeMap<>();
		house.decisions()
			.forEach((file) -> file.model()
				.getModelElementsByType(Decision.class)
				.forEach((decision) -> decisions.put(decision.getId(), decision)));
		Set<String> answers = new TreeSet<>(declared);
		decisions.values()
			.stream()
			.flatMap((decision) -> decision.getChildElementsByType(DecisionTable.class).stream())
			.flatMap((table) -> table.getOutputs().stream())
			.forEach((output) -> answers.add(output.getName()));
		for (ModelName asked : face.decisions()) {
			Decision decision = decisions.get(asked.id());
			if (decision == null) {
				findings.add(name(face) + " names the decision " + asked.id() + ", which no table in processes holds");
				continue;
			}
			decision.getChildElementsByType(DecisionTable.class)
				.stream()
				.flatMap((table) -> table.getInputs().stream())
				.map((input) -> input.getInputExpression().getText().getTextContent().strip())
				.filter((input) -> !answers.contains(input))
				.forEach((input) -> findings.add("the decision " + asked.id() + " asks for " + input + ", which "
						+ name(face) + " does not declare"));
		}
	}

	private static void both(List<String> findings, String kind, ProcessFace face, Set<String> inFace,
			House.ProcessFile file, Set<String> inModel) {
		for (String id : inFace) {
			if (!inModel.contains(id)) {
				findings.add(name(face) + " names " + kind + " " + id + ", which " + file.name() + " does not hold");
			}
		}
		for (String id : inModel) {
			if (!inFace.contains(id)) {
				findings.add(file.name() + " holds " + kind + " " + id + ", which " + name(face) + " does not name");
			}
		}
	}

	private static Set<String> messages(House.ProcessFile file) {
		Set<String> messages = ids(file, MessageEventDefinition.class,
				(event) -> (event.getParentElement() instanceof CatchEvent && event.getMessage() != null)
						? event.getMessage().getName() : null);
		messages.addAll(ids(file, ReceiveTask.class,
				(task) -> (task.getMessage() != null) ? task.getMessage().getName() : null));
		return messages;
	}

	/** Variables that the model reads or writes by name. */
	private static Set<String> used(House.ProcessFile file) {
		Set<String> used = ids(file, ConditionExpression.class, (condition) -> inside(condition.getTextContent()));
		used.addAll(ids(file, TimeDate.class, (date) -> inside(date.getTextContent())));
		used.addAll(ids(file, TimeDuration.class, (duration) -> inside(duration.getTextContent())));
		used.addAll(ids(file, BusinessRuleTask.class, BusinessRuleTask::getCamundaResultVariable));
		used.addAll(ids(file, CamundaOutputParameter.class, CamundaOutputParameter::getCamundaName));
		used.addAll(ids(file, UserTask.class, (task) -> inside(task.getCamundaAssignee())));
		used.addAll(ids(file, UserTask.class, (task) -> inside(task.getCamundaCandidateGroups())));
		used.addAll(ids(file, UserTask.class, (task) -> inside(task.getCamundaCandidateUsers())));
		Set<String> elements = ids(file, MultiInstanceLoopCharacteristics.class,
				MultiInstanceLoopCharacteristics::getCamundaElementVariable);
		used.addAll(ids(file, MultiInstanceLoopCharacteristics.class, (loop) -> {
			String collection = loop.getCamundaCollection();
			return (collection != null && collection.startsWith("${")) ? inside(collection) : collection;
		}));
		used.removeAll(elements);
		return used;
	}

	private static String inside(String expression) {
		if (expression == null) {
			return null;
		}
		Matcher condition = Elements.CONDITION.matcher(expression.strip());
		Matcher plain = Elements.PLAIN_NAME.matcher(expression.strip());
		return condition.matches() ? condition.group(1) : plain.matches() ? plain.group(1) : null;
	}

	private static <T extends ModelElementInstance> Set<String> ids(House.ProcessFile file, Class<T> type,
			Function<T, String> id) {
		Set<String> ids = new TreeSet<>();
		for (T element : file.model().getModelElementsByType(type)) {
			String found = id.apply(element);
			if (found != null) {
				ids.add(found);
			}
		}
		return ids;
	}

	private static Set<String> names(Collection<? extends ModelName> names) {
		return names.stream().map(ModelName::id).collect(Collectors.toCollection(TreeSet::new));
	}

	private static String name(ProcessFace face) {
		return face.getClass().getSimpleName();
	}

}
