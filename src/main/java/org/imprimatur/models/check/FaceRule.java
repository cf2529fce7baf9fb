package org.imprimatur.models.check;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
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

import org.springframework.stereotype.Component;

/** What Java says of a process and what its model says are the same, both ways. */
@Component
public class FaceRule implements ModelRule {

	private static final String LEARNS = "put it back as it was, or have the code learn the new name";

	private final Surroundings surroundings;

	public FaceRule(Surroundings surroundings) {
		this.surroundings = surroundings;
	}

	@Override
	public void check(ModelSet models, Findings findings) {
		for (ModelSet.ProcessFile file : models.processes()) {
			this.surroundings.faces()
				.stream()
				.filter((face) -> face.key().equals(file.process().getId()))
				.findFirst()
				.ifPresentOrElse((face) -> compare(findings, models, face, file),
						() -> findings.add(file.name(), file.process().getId(), file.process().getName(),
								"has no face in the code, so nobody could work on it",
								"keep the id of the process, or have a developer add it"));
		}
		if (models.whole()) {
			Set<String> drawn = models.processes()
				.stream()
				.map((file) -> file.process().getId())
				.collect(Collectors.toSet());
			this.surroundings.faces()
				.stream()
				.filter((face) -> !drawn.contains(face.key()))
				.forEach((face) -> findings.add("processes/" + face.feature(),
						"holds no model of the process " + face.key() + ", which " + name(face) + " is the face of",
						"put " + face.key() + ".bpmn back"));
		}
	}

	private static void compare(Findings findings, ModelSet models, ProcessFace face, ModelSet.ProcessFile file) {
		if (models.whole() && !face.feature().equals(file.feature())) {
			findings.add(file.name(), "stands in the folder " + file.feature(),
					"move it to processes/" + face.feature());
		}
		Set<String> tasks = ids(file, UserTask.class, FlowElement::getId);
		both(findings, "the task", face, face.tasks(), file, tasks);
		both(findings, "the step", face, face.steps(), file, ids(file, ServiceTask.class, FlowElement::getId));
		both(findings, "the ending", face, face.endings(), file,
				ids(file, EndEvent.class, (end) -> ProcessFace.isEnding(end) ? end.getId() : null));
		both(findings, "the decision", face, face.decisions(), file,
				ids(file, BusinessRuleTask.class, BusinessRuleTask::getCamundaDecisionRef));
		both(findings, "the message", face, face.messages(), file, messages(file));
		Set<String> declared = face.variables().stream().map(Variable::name).collect(Collectors.toSet());
		inputs(findings, models, face, file, declared);
		for (String task : tasks) {
			if (!declared.contains(Elements.camel(task))) {
				findings.add(file.name(), task, null, "has no outcome " + Elements.camel(task) + " in " + name(face),
						LEARNS);
			}
		}
		for (String used : used(file)) {
			if (!declared.contains(used)) {
				findings.add(file.name(), "uses the variable " + used + ", which " + name(face) + " does not declare",
						"correct the name, or have the code declare it");
			}
		}
	}

	/**
	 * What the decisions of a process ask is declared, or is the answer of another
	 * decision: a misspelled input is empty for ever, and nobody notices.
	 */
	private static void inputs(Findings findings, ModelSet models, ProcessFace face, ModelSet.ProcessFile file,
			Set<String> declared) {
		Set<String> answers = new TreeSet<>(declared);
		models.decisions()
			.stream()
			.flatMap((tables) -> tables.model().getModelElementsByType(Decision.class).stream())
			.flatMap((decision) -> decision.getChildElementsByType(DecisionTable.class).stream())
			.flatMap((table) -> table.getOutputs().stream())
			.forEach((output) -> answers.add(output.getName()));
		for (ModelName asked : face.decisions()) {
			models.decision(asked.id())
				.stream()
				.flatMap((decision) -> decision.getChildElementsByType(DecisionTable.class).stream())
				.flatMap((table) -> table.getInputs().stream())
				.filter((input) -> input.getInputExpression() != null && input.getInputExpression().getText() != null)
				.map((input) -> input.getInputExpression().getText().getTextContent().strip())
				.filter((input) -> !answers.contains(input))
				.forEach((input) -> findings.add(file.name(), asked.id(), null,
						"asks for " + input + ", which " + name(face) + " does not declare",
						"correct the name of the input, or have the code declare it"));
		}
	}

	private static void both(Findings findings, String kind, ProcessFace face, Collection<? extends ModelName> inFace,
			ModelSet.ProcessFile file, Set<String> inModel) {
		Set<String> names = inFace.stream().map(ModelName::id).collect(Collectors.toCollection(TreeSet::new));
		for (String id : names) {
			if (!inModel.contains(id)) {
				findings.add(file.name(), "has lost " + kind + " " + id + ", which " + name(face) + " names", LEARNS);
			}
		}
		for (String id : inModel) {
			if (!names.contains(id)) {
				findings.add(file.name(), id, null,
						"is " + kind + " " + id + ", which " + name(face) + " does not name", LEARNS);
			}
		}
	}

	private static Set<String> messages(ModelSet.ProcessFile file) {
		return ids(file, MessageEventDefinition.class,
				(event) -> (event.getParentElement() instanceof CatchEvent && event.getMessage() != null)
						? event.getMessage().getName() : null);
	}

	/** Variables that the model reads or writes by name. */
	private static Set<String> used(ModelSet.ProcessFile file) {
		Set<String> used = ids(file, ConditionExpression.class, (one) -> Elements.fact(one.getTextContent()));
		used.addAll(ids(file, TimeDate.class, (date) -> Elements.fact(date.getTextContent())));
		used.addAll(ids(file, TimeDuration.class, (duration) -> Elements.fact(duration.getTextContent())));
		used.addAll(ids(file, BusinessRuleTask.class, BusinessRuleTask::getCamundaResultVariable));
		used.addAll(ids(file, CamundaOutputParameter.class, CamundaOutputParameter::getCamundaName));
		used.addAll(ids(file, UserTask.class, (task) -> Elements.fact(task.getCamundaAssignee())));
		used.addAll(ids(file, UserTask.class, (task) -> Elements.fact(task.getCamundaCandidateGroups())));
		used.addAll(ids(file, UserTask.class, (task) -> Elements.fact(task.getCamundaCandidateUsers())));
		used.addAll(ids(file, MultiInstanceLoopCharacteristics.class, (loop) -> {
			String collection = loop.getCamundaCollection();
			return (collection != null && collection.startsWith("${")) ? Elements.fact(collection) : collection;
		}));
		used.removeAll(ids(file, MultiInstanceLoopCharacteristics.class,
				MultiInstanceLoopCharacteristics::getCamundaElementVariable));
		return used;
	}

	private static <T extends ModelElementInstance> Set<String> ids(ModelSet.ProcessFile file, Class<T> type,
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

	private static String name(ProcessFace face) {
		return face.getClass().getSimpleName();
	}

}
