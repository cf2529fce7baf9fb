package org.imprimatur.models.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

import org.springframework.stereotype.Component;

/**
 * Each step of a person says by when, and somebody hears of it when that time is over;
 * what the model asks for and what its table of deadlines knows are the same.
 */
@Component
public class DeadlineRule implements ModelRule {

	private static final Pattern VALUE = Pattern.compile("\"([^\"]*)\"");

	private final Surroundings surroundings;

	public DeadlineRule(Surroundings surroundings) {
		this.surroundings = surroundings;
	}

	@Override
	public void check(ModelSet models, Findings findings) {
		for (ModelSet.ProcessFile file : models.processes()) {
			for (UserTask task : file.model().getModelElementsByType(UserTask.class)) {
				task(findings, file, task);
			}
			for (TimerEventDefinition timer : file.model().getModelElementsByType(TimerEventDefinition.class)) {
				if (timer.getTimeDate() == null && timer.getTimeDuration() == null && timer.getTimeCycle() == null) {
					findings.add(file.name(), owner(timer), "has a clock that says no time",
							"set its date, such as ${deadlines.of(execution, 'id-of-the-step')}");
				}
			}
			table(findings, models, file);
		}
	}

	private void task(Findings findings, ModelSet.ProcessFile file, UserTask task) {
		String due = "${deadlines.of(execution, '" + task.getId() + "')}";
		if (!due.equals(task.getCamundaDueDate())) {
			findings.add(file.name(), task,
					(task.getCamundaDueDate() == null) ? "does not say by when it is due"
							: "is due by " + task.getCamundaDueDate() + ", which is not its own deadline",
					"set the due date to " + due + " and give it a row in the table of deadlines");
		}
		Collection<CamundaTaskListener> listeners = (task.getExtensionElements() == null) ? List.of()
				: task.getExtensionElements()
					.getElementsQuery()
					.filterByType(CamundaTaskListener.class)
					.list()
					.stream()
					.filter((listener) -> "timeout".equals(listener.getCamundaEvent()))
					.toList();
		boolean silent = this.surroundings.promises()
			.stream()
			.filter((promises) -> promises.process().equals(file.process().getId()))
			.flatMap((promises) -> promises.notReminded().stream())
			.anyMatch((name) -> name.id().equals(task.getId()));
		if (listeners.isEmpty() && !silent) {
			findings.add(file.name(), task, "reminds nobody when its time is over",
					"copy the listener remindPeople of another task");
		}
		Set<String> times = Set.of(due, "${deadlines.of(execution, '" + task.getId() + "-reminder')}");
		for (CamundaTaskListener listener : listeners) {
			boolean atDue = listener.getChildElementsByType(TimerEventDefinition.class)
				.stream()
				.anyMatch((timer) -> timer.getTimeDate() != null
						&& times.contains(timer.getTimeDate().getTextContent().strip()));
			if (!atDue) {
				findings.add(file.name(), task, "reminds people at another time than its own deadline",
						"set the timer of the listener to " + due + ", or to its row " + task.getId() + "-reminder");
			}
		}
	}

	/** What is asked for stands in the table, and each row is asked for. */
	private void table(Findings findings, ModelSet models, ModelSet.ProcessFile file) {
		Map<String, BaseElement> asked = asked(file);
		String table = file.process().getId() + "-deadlines";
		Optional<Decision> decision = models.decision(table);
		if (decision.isEmpty()) {
			if (!asked.isEmpty()) {
				findings.add(file.name(), "asks for deadlines, and there is no table " + table,
						"deploy it together with its table");
			}
			return;
		}
		Set<String> known = new TreeSet<>();
		decision.get()
			.getChildElementsByType(DecisionTable.class)
			.stream()
			.flatMap((rows) -> rows.getInputs().stream())
			.filter((input) -> input.getInputExpression() != null && input.getInputExpression().getText() != null
					&& input.getInputExpression().getText().getTextContent().strip().equals("step"))
			.filter((input) -> input.getInputValues() != null && input.getInputValues().getText() != null)
			.forEach((input) -> VALUE.matcher(input.getInputValues().getText().getTextContent())
				.results()
				.forEach((value) -> known.add(value.group(1))));
		asked.forEach((step, element) -> {
			if (!known.contains(step)) {
				findings.add(file.name(), element,
						"asks when " + step + " is due, which the table " + table + " does not know",
						"add " + step + " to its steps and give it a row");
			}
		});
		List<String> rest = new ArrayList<>(known);
		rest.removeAll(asked.keySet());
		this.surroundings.promises()
			.stream()
			.filter((promises) -> promises.process().equals(file.process().getId()))
			.forEach((promises) -> rest.removeAll(promises.deadlinesInCode()));
		for (String step : rest) {
			findings.add(file.name(), "has no clock for " + step + ", which the table " + table + " sets a time for",
					"put the timer or the due date back, or take the row out of the table");
		}
	}

	private static Map<String, BaseElement> asked(ModelSet.ProcessFile file) {
		Map<String, BaseElement> asked = new TreeMap<>();
		for (UserTask task : file.model().getModelElementsByType(UserTask.class)) {
			step(task.getCamundaDueDate()).ifPresent((step) -> asked.putIfAbsent(step, task));
		}
		for (TimerEventDefinition timer : file.model().getModelElementsByType(TimerEventDefinition.class)) {
			String text = (timer.getTimeDate() != null) ? timer.getTimeDate().getTextContent()
					: (timer.getTimeDuration() != null) ? timer.getTimeDuration().getTextContent() : null;
			step(text).ifPresent((step) -> asked.putIfAbsent(step, owner(timer)));
		}
		return asked;
	}

	private static Optional<String> step(String expression) {
		Matcher deadline = Elements.DEADLINE.matcher((expression != null) ? expression.strip() : "");
		return deadline.matches() ? Optional.of(deadline.group(1)) : Optional.empty();
	}

	/** The nearest element around that people see in the diagram. */
	private static BaseElement owner(ModelElementInstance inner) {
		ModelElementInstance at = inner;
		while (at != null && !(at instanceof FlowNode)) {
			at = at.getParentElement();
		}
		return (BaseElement) at;
	}

}
