package org.imprimatur.models.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.RequiredDecisionReference;
import org.imprimatur.kernel.Outcome;
import org.imprimatur.kernel.ProcessFace;
import org.imprimatur.kernel.Variable;

/**
 * What has to be known when a case leaves an element: what the gateways, tables and
 * clocks ask for before the next person or step of the application has its turn.
 */
public final class Questions {

	private final ModelSet models;

	private final Ways ways;

	private final Codes codes;

	private final Map<String, Variable<?>> declared = new TreeMap<>();

	private final Map<String, Fact> columns = new TreeMap<>();

	public Questions(ModelSet models, ModelSet.ProcessFile file, Surroundings surroundings) {
		this.models = models;
		this.ways = new Ways(file);
		this.codes = new Codes(models, file, surroundings, this.ways);
		surroundings.faces()
			.stream()
			.filter((face) -> face.key().equals(file.process().getId()))
			.map(ProcessFace::variables)
			.flatMap(List::stream)
			.forEach((variable) -> this.declared.put(variable.name(), variable));
		models.decisions()
			.stream()
			.flatMap((tables) -> tables.model().getModelElementsByType(Decision.class).stream())
			.flatMap((decision) -> decision.getChildElementsByType(DecisionTable.class).stream())
			.flatMap((table) -> table.getInputs().stream())
			.forEach(this::column);
	}

	/**
	 * Whatever is asked behind an element, each once, in the order of flow. What is asked
	 * on some ways only is not needed.
	 */
	public List<Fact> behind(String element) {
		Map<String, Fact> asked = new LinkedHashMap<>();
		FlowNode node = this.ways.node(element);
		if (node == null) {
			return List.of();
		}
		Set<String> answered = new TreeSet<>();
		if (node instanceof UserTask) {
			answered.add(Elements.camel(element));
		}
		go(element, answered, true, new LinkedHashSet<>(), asked);
		return List.copyOf(asked.values());
	}

	/** What a person can decide at a task; none if it makes no difference. */
	public Fact outcome(String task) {
		return fact(Elements.camel(task)).as(this.ways.asked().containsKey(Elements.camel(task)));
	}

	/** What is known of a fact of this name. */
	public Fact fact(String name) {
		Variable<?> variable = this.declared.get(name);
		Fact column = this.columns.get(name);
		String label = (column != null) ? column.label() : (variable != null) ? variable.meaning() : name;
		Map<String, String> words = new LinkedHashMap<>();
		if (variable != null && variable.type().isEnum()) {
			for (Object code : variable.type().getEnumConstants()) {
				String text = (code instanceof Outcome outcome) ? outcome.label() : ((Enum<?>) code).name();
				words.put(((Enum<?>) code).name(), text);
			}
			return new Fact(name, label, Fact.Sort.CODE, words, false);
		}
		if (variable != null && (variable.type() == Date.class || variable.type() == Integer.class
				|| variable.type() == Boolean.class)) {
			return new Fact(name, label, (variable.type() == Date.class) ? Fact.Sort.TIME
					: (variable.type() == Integer.class) ? Fact.Sort.NUMBER : Fact.Sort.BOOLEAN, words, false);
		}
		if (column != null) {
			return column;
		}
		this.codes.of(name).forEach((code) -> words.put(code, code));
		return new Fact(name, label, words.isEmpty() ? Fact.Sort.TEXT : Fact.Sort.CODE, words, false);
	}

	private void go(String place, Set<String> answered, boolean sure, Set<String> seen, Map<String, Fact> asked) {
		if (!seen.add(place)) {
			return;
		}
		List<Ways.Way> on = this.ways.on(place);
		for (Ways.Way way : on) {
			if (way.condition() != null) {
				ask(way.condition().fact(), answered, sure, asked);
			}
		}
		for (Ways.Way way : on) {
			boolean always = sure && (on.size() == 1 || this.ways.node(place) instanceof ParallelGateway);
			come(way.to(), new TreeSet<>(answered), always, seen, asked);
		}
	}

	private void come(String place, Set<String> answered, boolean sure, Set<String> seen, Map<String, Fact> asked) {
		FlowNode node = this.ways.node(place);
		boolean left = place.endsWith(Ways.LEFT);
		if (node instanceof Activity activity && activity.getLoopCharacteristics() != null) {
			loop((MultiInstanceLoopCharacteristics) activity.getLoopCharacteristics(), left, answered, sure, asked);
		}
		if (!left) {
			clock(node, answered, sure, asked);
			this.ways.aside(place).forEach((way) -> clock(this.ways.node(way.to()), answered, sure, asked));
		}
		if (node instanceof BusinessRuleTask rule) {
			inputs(rule.getCamundaDecisionRef(), answered, sure, asked);
			answered.addAll(this.ways.answers(node));
		}
		if (node instanceof EventBasedGateway) {
			this.ways.on(place).forEach((way) -> clock(this.ways.node(way.to()), answered, sure, asked));
		}
		else if (left || node instanceof StartEvent || !(node instanceof UserTask || node instanceof ServiceTask
				|| node instanceof CallActivity || node instanceof CatchEvent)) {
			go(place, answered, sure, seen, asked);
		}
	}

	private void loop(MultiInstanceLoopCharacteristics loop, boolean left, Set<String> answered, boolean sure,
			Map<String, Fact> asked) {
		String collection = loop.getCamundaCollection();
		if (!left && collection != null) {
			String name = (Elements.fact(collection) != null) ? Elements.fact(collection) : collection;
			asked.putIfAbsent(name, new Fact(name, fact(name).label(), Fact.Sort.LIST, Map.of(), sure));
		}
		if (left && loop.getCompletionCondition() != null) {
			ask(Elements.fact(loop.getCompletionCondition().getTextContent()), answered, sure, asked);
		}
	}

	private void clock(FlowNode node, Set<String> answered, boolean sure, Map<String, Fact> asked) {
		if (node instanceof CatchEvent event) {
			event.getEventDefinitions()
				.stream()
				.filter(TimerEventDefinition.class::isInstance)
				.map(TimerEventDefinition.class::cast)
				.filter((timer) -> timer.getTimeDate() != null)
				.map((timer) -> Elements.fact(timer.getTimeDate().getTextContent()))
				.filter((name) -> name != null && !answered.contains(name))
				.forEach((name) -> asked.putIfAbsent(name,
						new Fact(name, fact(name).label(), Fact.Sort.TIME, Map.of(), sure)));
		}
	}

	private void inputs(String id, Set<String> answered, boolean sure, Map<String, Fact> asked) {
		this.models.decision(id).ifPresent((decision) -> {
			Set<String> decided = new TreeSet<>(answered);
			for (Decision before : required(decision)) {
				inputs(before.getId(), answered, sure, asked);
				before.getChildElementsByType(DecisionTable.class)
					.forEach((table) -> table.getOutputs().forEach((output) -> decided.add(output.getName())));
			}
			decision.getChildElementsByType(DecisionTable.class)
				.forEach((table) -> table.getInputs().forEach((input) -> ask(name(input), decided, sure, asked)));
		});
	}

	private static List<Decision> required(Decision decision) {
		List<Decision> all = new ArrayList<>();
		decision.getInformationRequirements().forEach((one) -> {
			Collection<RequiredDecisionReference> references = one
				.getChildElementsByType(RequiredDecisionReference.class);
			if (!references.isEmpty() && one.getRequiredDecision() != null && one.getRequiredDecision() != decision) {
				all.add(one.getRequiredDecision());
			}
		});
		return all;
	}

	private void ask(String name, Set<String> answered, boolean sure, Map<String, Fact> asked) {
		if (name != null && !answered.contains(name)) {
			asked.putIfAbsent(name, fact(name).as(sure));
		}
	}

	private void column(Input input) {
		String name = name(input);
		if (name == null) {
			return;
		}
		String type = String.valueOf(input.getInputExpression().getTypeRef());
		Map<String, String> words = new LinkedHashMap<>();
		if (input.getInputValues() != null && input.getInputValues().getText() != null) {
			Codes.TEXT.matcher(input.getInputValues().getText().getTextContent())
				.results()
				.forEach((value) -> words.put(value.group(1), value.group(1)));
		}
		Fact.Sort sort = type.equals("boolean") ? Fact.Sort.BOOLEAN
				: (type.equals("integer") || type.equals("double") || type.equals("long")) ? Fact.Sort.NUMBER
						: words.isEmpty() ? Fact.Sort.TEXT : Fact.Sort.CODE;
		this.columns.putIfAbsent(name,
				new Fact(name, (input.getLabel() != null) ? input.getLabel() : name, sort, words, false));
	}

	/** The name that a column asks for; null if it asks for more than a name. */
	private static String name(Input input) {
		String text = (input.getInputExpression() != null && input.getInputExpression().getText() != null)
				? input.getInputExpression().getText().getTextContent().strip() : "";
		return text.matches("[a-z][A-Za-z0-9]*") ? text : null;
	}

}
