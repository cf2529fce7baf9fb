package org.imprimatur.conventions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InformationRequirement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;

/**
 * Every table is tried with every combination of the values that its inputs know: the
 * last row of a FIRST table is a catch-all that none of them reaches, a table of
 * deadlines has a row for each, and no other row of any table is dead.
 *
 * <p>
 * Known values are the allowed values of an input; {@code true} and {@code false}; for
 * numbers each bound in the column, one below and one above.
 */
final class TableRules {

	private static final int MOST = 100_000;

	private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");

	private static final Pattern NUMBER = Pattern.compile("-?\\d+");

	private final List<String> matched = new ArrayList<>();

	private final DmnEngine engine;

	private TableRules() {
		DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
		configuration.getCustomPostDecisionTableEvaluationListeners()
			.add((event) -> event.getMatchingRules().forEach((rule) -> this.matched.add(rule.getId())));
		configuration.setFeelEngineFactory(() -> new RememberingFeel(new ScalaFeelEngineFactory().createInstance()));
		this.engine = configuration.buildEngine();
	}

	static List<String> findings(House house) {
		TableRules rules = new TableRules();
		List<String> findings = new ArrayList<>();
		for (House.DecisionFile file : house.decisions()) {
			// each table by itself: what it needs of others is a value like any other
			DmnModelInstance alone = file.model().clone();
			alone.getModelElementsByType(InformationRequirement.class)
				.forEach((requirement) -> requirement.getParentElement().removeChildElement(requirement));
			List<DmnDecision> decisions = rules.engine.parseDecisions(alone);
			for (DecisionTable table : alone.getModelElementsByType(DecisionTable.class)) {
				String id = ((Decision) table.getParentElement()).getId();
				DmnDecision decision = decisions.stream()
					.filter((each) -> each.getKey().equals(id))
					.findFirst()
					.orElseThrow();
				rules.check(findings, file.name() + ": " + id, table, decision);
			}
		}
		return findings;
	}

	private void check(List<String> findings, String where, DecisionTable table, DmnDecision decision) {
		boolean first = table.getHitPolicy() == HitPolicy.FIRST;
		if (!first && table.getHitPolicy() != HitPolicy.COLLECT) {
			findings.add(where + " has the hit policy " + table.getHitPolicy() + "; use FIRST or COLLECT");
			return;
		}
		List<Rule> rows = new ArrayList<>(table.getRules());
		Rule last = rows.get(rows.size() - 1);
		// a step without a deadline is an error in itself, so its table needs no
		// catch-all
		boolean deadlines = decision.getKey().endsWith("-deadlines");
		boolean catchAll = first && !deadlines;
		if (catchAll && !last.getInputEntries().stream().allMatch(TableRules::isAny)) {
			findings.add(where + " has no catch-all: every input of its last row has to be empty");
			return;
		}
		Map<String, List<Object>> known = new LinkedHashMap<>();
		long combinations = 1;
		int column = 0;
		for (Input input : table.getInputs()) {
			String name = input.getInputExpression().getText().getTextContent().strip();
			List<Object> values = values(input, rows, column++);
			if (!name.matches("[a-z][A-Za-z0-9]*")) {
				findings.add(where + ": the input " + name + " is not the plain name of a fact");
				return;
			}
			if (values.isEmpty()) {
				findings.add(where + ": the input " + name + " does not list the values it allows");
				return;
			}
			known.put(name, values);
			combinations *= values.size();
		}
		if (combinations > MOST) {
			findings.add(where + " has " + combinations + " combinations; split it, or it cannot be proved");
			return;
		}
		Set<String> alive = new TreeSet<>();
		for (int number = 0; number < combinations; number++) {
			Map<String, Object> facts = combination(known, number);
			Set<String> hits = evaluate(decision, facts);
			if (catchAll && hits.contains(last.getId())) {
				findings.add(where + ": the last row is reached by " + facts);
				return;
			}
			if (deadlines && hits.isEmpty()) {
				findings.add(where + ": no row says when it is due for " + facts);
			}
			alive.addAll(hits);
		}
		for (int row = 0; row < rows.size(); row++) {
			if (!alive.contains(rows.get(row).getId()) && !(catchAll && rows.get(row) == last)) {
				findings.add(where + ": row " + (row + 1) + " is reached by no combination of known values");
			}
		}
	}

	private Set<String> evaluate(DmnDecision decision, Map<String, Object> facts) {
		this.matched.clear();
		VariableMap variables = Variables.fromMap(facts);
		this.engine.evaluateDecisionTable(decision, variables);
		return Set.copyOf(this.matched);
	}

	private static Map<String, Object> combination(Map<String, List<Object>> known, int number) {
		Map<String, Object> facts = new LinkedHashMap<>();
		int rest = number;
		for (Map.Entry<String, List<Object>> input : known.entrySet()) {
			List<Object> values = input.getValue();
			facts.put(input.getKey(), values.get(rest % values.size()));
			rest /= values.size();
		}
		return facts;
	}

	private static List<Object> values(Input input, List<Rule> rows, int column) {
		String type = String.valueOf(input.getInputExpression().getTypeRef());
		String allowed = (input.getInputValues() != null) ? input.getInputValues().getText().getTextContent() : "";
		if (type.equals("boolean")) {
			return List.of(true, false);
		}
		if (type.equals("string")) {
			return TEXT.matcher(allowed).results().map((value) -> (Object) value.group(1)).distinct().toList();
		}
		if (!allowed.isBlank()) {
			return Arrays.stream(allowed.split(",")).map((value) -> (Object) Integer.valueOf(value.strip())).toList();
		}
		Set<Integer> around = new TreeSet<>(Set.of(0));
		for (Rule row : rows) {
			InputEntry entry = new ArrayList<>(row.getInputEntries()).get(column);
			Matcher numbers = NUMBER.matcher(entry.getTextContent());
			while (numbers.find()) {
				int number = Integer.parseInt(numbers.group());
				around.addAll(List.of(number - 1, number, number + 1));
			}
		}
		return new ArrayList<>(around);
	}

	private static boolean isAny(InputEntry entry) {
		String text = entry.getTextContent().strip();
		return text.isEmpty() || text.equals("-");
	}

}
