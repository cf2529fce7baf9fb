package org.imprimatur.models;

import java.io.ByteArrayInputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.imprimatur.kernel.ModelName;
import org.imprimatur.kernel.ProcessFace;

import org.springframework.stereotype.Component;

/**
 * Compares each process face with its model, both ways. A name that only one of them
 * knows stops the start, with a message that names both sides.
 */
@Component
public class FaceCheck {

	private final List<ProcessFace> faces;

	public FaceCheck(List<ProcessFace> faces) {
		this.faces = faces;
	}

	/**
	 * @param models path to content of every model file
	 * @throws IllegalStateException listing every difference
	 */
	public void check(Map<String, byte[]> models) {
		Set<String> findings = new TreeSet<>();
		Map<String, BpmnModelInstance> processes = new HashMap<>();
		models.forEach((path, content) -> {
			if (path.endsWith(".bpmn")) {
				BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(content));
				model.getModelElementsByType(Process.class).forEach((process) -> processes.put(process.getId(), model));
			}
		});
		for (ProcessFace face : this.faces) {
			BpmnModelInstance model = processes.remove(face.key());
			if (model == null) {
				findings.add("Process " + face.key() + " has a face in Java but no model under processes.");
			}
			else {
				compare(face, model, findings);
			}
		}
		processes.keySet()
			.forEach((key) -> findings.add("Process " + key + " has a model under processes but no face in Java."));
		if (!findings.isEmpty()) {
			throw new IllegalStateException(
					"The models and the code differ:\n  " + String.join("\n  ", findings) + "\nMend one of them.");
		}
	}

	private void compare(ProcessFace face, BpmnModelInstance model, Set<String> findings) {
		compare(face, "user task", face.tasks(), ids(model, UserTask.class), findings);
		compare(face, "service task", face.steps(), ids(model, ServiceTask.class), findings);
		compare(face, "end event", face.endings(),
				model.getModelElementsByType(EndEvent.class)
					.stream()
					.filter(FaceCheck::endsTheProcess)
					.map(FlowElement::getId)
					.collect(Collectors.toSet()),
				findings);
		compare(face, "decision", face.decisions(),
				model.getModelElementsByType(BusinessRuleTask.class)
					.stream()
					.map(BusinessRuleTask::getCamundaDecisionRef)
					.collect(Collectors.toSet()),
				findings);
		compare(face, "message", face.messages(),
				model.getModelElementsByType(Message.class).stream().map(Message::getName).collect(Collectors.toSet()),
				findings);
	}

	private void compare(ProcessFace face, String kind, List<? extends ModelName> inCode, Set<String> inModel,
			Set<String> findings) {
		Set<String> names = inCode.stream().map(ModelName::id).collect(Collectors.toSet());
		minus(names, inModel).forEach((id) -> findings.add(face.key() + ": " + kind + " " + id + " is in the face "
				+ face.getClass().getSimpleName() + ", but not in the model."));
		minus(inModel, names).forEach((id) -> findings.add(face.key() + ": " + kind + " " + id
				+ " is in the model, but not in the face " + face.getClass().getSimpleName() + "."));
	}

	/**
	 * Not one that only ends a sub-process beside which or after which the case goes on.
	 */
	private static boolean endsTheProcess(EndEvent end) {
		return ProcessFace.isEnding(end);
	}

	private static <T extends FlowElement> Set<String> ids(BpmnModelInstance model, Class<T> type) {
		return model.getModelElementsByType(type).stream().map(FlowElement::getId).collect(Collectors.toSet());
	}

	private static Set<String> minus(Collection<String> left, Collection<String> right) {
		Set<String> rest = new TreeSet<>(left);
		rest.removeAll(right);
		return rest;
	}

}
