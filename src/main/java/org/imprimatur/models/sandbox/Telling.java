package org.imprimatur.models.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.history.HistoricDecisionInputInstance;
import org.camunda.bpm.engine.history.HistoricDecisionOutputInstance;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionInstanceEntity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.imprimatur.kernel.LondonTime;

/** Says in words what a case that is tried came to. */
final class Telling implements Watch.Words {

	private final Tried tried;

	private List<String> lines = new ArrayList<>();

	Telling(Tried tried) {
		this.tried = tried;
	}

	/** What was said since the last time this was asked. */
	List<String> told() {
		List<String> told = this.lines;
		this.lines = new ArrayList<>();
		return List.copyOf(told);
	}

	@Override
	public void say(Object what) {
		String line = (what instanceof Watch.Came came) ? came(came) : (what instanceof TrialEngine.Told told)
				? told(told) : (what instanceof HistoricDecisionInstanceEntity decided) ? decided(decided) : null;
		if (line != null) {
			this.lines.add(line);
		}
	}

	private String came(Watch.Came came) {
		ModelElementInstance element = this.tried.process(came.process()).model().getModelElementById(came.element());
		String label = "“" + this.tried.label(came.element()) + "”";
		if (came.left()) {
			return (came.cancelled() && element instanceof UserTask) ? label + " is no longer asked." : null;
		}
		Map<Class<?>, Supplier<String>> says = Map.of(ServiceTask.class,
				() -> "The application would do " + label + ".", CallActivity.class,
				() -> label + " begins, a process of its own.", SubProcess.class, () -> label + " begins.",
				EndEvent.class, () -> "It comes to the end " + label + ".", StartEvent.class, () -> label + ".",
				BoundaryEvent.class, () -> label + " happens.", IntermediateCatchEvent.class,
				() -> "It comes to " + label + ".");
		return says.entrySet()
			.stream()
			.filter((one) -> one.getKey().isInstance(element))
			.findFirst()
			.map((one) -> one.getValue().get())
			.orElse(null);
	}

	private String told(TrialEngine.Told told) {
		String label = "“" + this.tried.label(told.element()) + "”";
		if (told.listener().isEmpty()) {
			return told.who().equals("") ? label + " is asked of nobody: no group and no person is found."
					: label + " is asked of " + told.who() + ", who would be mailed.";
		}
		if (told.event().equals("timeout")) {
			return "A reminder of " + label + " would be mailed to " + told.who() + ".";
		}
		return told.event().equals("create") ? null
				: "At " + label + " the application would do " + told.listener() + ".";
	}

	private String decided(HistoricDecisionInstanceEntity decided) {
		String key = decided.getDecisionDefinitionKey();
		if (key.endsWith("-deadlines")) {
			return null;
		}
		String facts = decided.getInputs()
			.stream()
			.map((HistoricDecisionInputInstance input) -> input.getClauseName() + " " + text(input.getValue()))
			.collect(Collectors.joining(", "));
		String answers = decided.getOutputs()
			.stream()
			.filter((output) -> !"reason".equals(output.getVariableName()))
			.map((HistoricDecisionOutputInstance output) -> output.getClauseName() + " " + text(output.getValue()))
			.distinct()
			.collect(Collectors.joining(", "));
		String rows = decided.getOutputs()
			.stream()
			.map((output) -> "“" + this.tried.row(key, output.getRuleId()) + "”")
			.distinct()
			.collect(Collectors.joining(", "));
		String name = (decided.getDecisionDefinitionName() != null) ? decided.getDecisionDefinitionName() : key;
		return "The table “" + name + "” is asked with " + facts + ". "
				+ (rows.isEmpty() ? "No row fits." : "It answers " + answers + ", by the row " + rows);
	}

	/** A value as people write it. */
	static String text(Object value) {
		if (value instanceof java.util.Date date) {
			return LondonTime.dateTime(date.toInstant());
		}
		return (value == null || value.equals("")) ? "not known" : String.valueOf(value);
	}

}
