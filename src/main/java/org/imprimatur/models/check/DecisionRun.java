package org.imprimatur.models.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InformationRequirement;
import org.camunda.bpm.model.dmn.instance.Input;

/**
 * Asks the tables of one file, each by itself, about facts on record. What a table is
 * told by the tables before it is a fact as well: whoever asks says what they answer.
 */
public final class DecisionRun {

	/** How the record writes a fact that was not known. */
	public static final String NOT_KNOWN = "not known";

	private final Map<String, DecisionTable> tables = new TreeMap<>();

	private final Map<String, Set<String>> required = new TreeMap<>();

	private final Map<String, Set<String>> drawn = new TreeMap<>();

	private final Map<String, DmnDecision> decisions = new TreeMap<>();

	private final DmnEngine engine;

	private final List<DmnEvaluatedDecisionRule> matched = new ArrayList<>();

	/**
	 * @param file a file of decisions that the checker has passed, or that is deployed
	 */
	public DecisionRun(String name, byte[] file, TableFeel feel) {
		DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
		configuration.getCustomPostDecisionTableEvaluationListeners()
			.add((event) -> this.matched.addAll(event.getMatchingRules()));
		configuration.setFeelEngineFactory(feel::engine);
		this.engine = configuration.buildEngine();
		Checker.read(Map.of(name, file), false, new Findings()).decisions().forEach((one) -> read(one.model()));
	}

	/**
	 * What a table answered.
	 *
	 * @param rules ids of the rows that fit
	 * @param outputs by the name of the output, each row's answer in a line of its own
	 */
	public record Answer(Set<String> rules, Map<String, String> outputs) {
	}

	private void read(DmnModelInstance model) {
		for (Decision decision : model.getModelElementsByType(Decision.class)) {
			Set<String> before = new TreeSet<>();
			TableNeeds.decisions(decision).forEach((one) -> before.add(one.getId()));
			this.required.put(decision.getId(), before);
			this.drawn.put(decision.getId(), Set.copyOf(TableNeeds.facts(decision)));
			if (decision.getExpression() instanceof DecisionTable table) {
				this.tables.put(decision.getId(), table);
			}
		}
		// each is asked by itself
		model.getModelElementsByType(InformationRequirement.class)
			.stream()
			.filter((one) -> one.getDomElement()
				.getChildElements()
				.stream()
				.anyMatch((arrow) -> arrow.getLocalName().equals("requiredDecision")))
			.toList()
			.forEach((one) -> one.getParentElement().removeChildElement(one));
		this.engine.parseDecisions(model).forEach((one) -> this.decisions.put(one.getKey(), one));
	}

	/** Ids of the tables in the file. */
	public Set<String> tables() {
		return this.tables.keySet();
	}

	/** The tables of the file that are asked before this one. */
	public Set<String> before(String decision) {
		Set<String> before = new TreeSet<>(this.required.getOrDefault(decision, Set.of()));
		before.retainAll(this.tables.keySet());
		return before;
	}

	/** By the id of each input, the name of the fact that it looks at. */
	public Map<String, String> inputs(String decision) {
		Map<String, String> inputs = new LinkedHashMap<>();
		this.tables.get(decision).getInputs().forEach((one) -> inputs.put(one.getId(), fact(one)));
		return inputs;
	}

	/** The names of all facts that it looks at, in its conditions or its answers. */
	public Set<String> needs(String decision) {
		Set<String> needs = new TreeSet<>(this.drawn.get(decision));
		needs.addAll(inputs(decision).values());
		return needs;
	}

	/** By the id of each output, its name. */
	public Map<String, String> outputs(String decision) {
		Map<String, String> outputs = new LinkedHashMap<>();
		this.tables.get(decision).getOutputs().forEach((one) -> outputs.put(one.getId(), one.getName()));
		return outputs;
	}

	/** Where these rows stand, such as "row 3". */
	public String rows(String decision, Set<String> rules) {
		List<String> rows = new ArrayList<>();
		int number = 0;
		for (var rule : this.tables.get(decision).getRules()) {
			number++;
			if (rules.contains(rule.getId())) {
				rows.add(String.valueOf(number));
			}
		}
		return rows.isEmpty() ? "no row" : ((rows.size() == 1) ? "row " : "rows ") + String.join(", ", rows);
	}

	/**
	 * Asks one table.
	 * @param facts as the record writes them, by their names
	 * @throws UntoldException if it looks at a fact that is not among them
	 */
	public Answer ask(String decision, Map<String, String> facts) {
		VariableMap told = Variables.createVariables();
		for (Input input : this.tables.get(decision).getInputs()) {
			String name = fact(input);
			if (!facts.containsKey(name)) {
				throw new UntoldException((input.getLabel() != null) ? input.getLabel() : name);
			}
			told.putValue(name, value(facts.get(name), input.getInputExpression().getTypeRef()));
		}
		for (String fact : this.drawn.get(decision)) {
			if (!facts.containsKey(fact)) {
				throw new UntoldException(fact);
			}
			if (!told.containsKey(fact)) {
				String text = facts.get(fact);
				told.putValue(fact, value(text, text.equals("true") || text.equals("false") ? "boolean" : "string"));
			}
		}
		this.matched.clear();
		this.engine.evaluateDecisionTable(this.decisions.get(decision), told);
		Set<String> rules = new TreeSet<>();
		Map<String, String> outputs = new LinkedHashMap<>();
		this.matched.forEach((rule) -> {
			rules.add(rule.getId());
			rule.getOutputEntries()
				.values()
				.forEach((one) -> outputs.merge(one.getOutputName(), text(one.getValue().getValue()),
						(first, next) -> first + "\n" + next));
		});
		return new Answer(rules, outputs);
	}

	/** A table looks at something that the record does not hold. */
	public static final class UntoldException extends RuntimeException {

		private final String fact;

		UntoldException(String fact) {
			super("The record does not hold “" + fact + "”.");
			this.fact = fact;
		}

		/** What it looks at, in words. */
		public String fact() {
			return this.fact;
		}

	}

	private static String fact(Input input) {
		return input.getInputExpression().getTextContent().strip();
	}

	private static Object value(String text, String type) {
		if (text == null || text.equals(NOT_KNOWN)) {
			return null;
		}
		return "boolean".equals(type) ? Boolean.valueOf(text)
				: TableCell.isNumber(text) && !"string".equals(type) ? (Object) Integer.valueOf(text) : text;
	}

	private static String text(Object value) {
		return (value != null) ? value.toString() : NOT_KNOWN;
	}

}
