package org.imprimatur.models.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.DmnModelInstance;

/**
 * Runs examples against the decisions of one file, each with the decisions before it. The
 * file is read once, which takes longer than asking.
 */
final class ExampleRun {

	private final Set<String> matched = new LinkedHashSet<>();

	private final Set<String> answered = new LinkedHashSet<>();

	private final DmnModelInstance model;

	private final DmnEngine engine;

	private final Map<String, DmnDecision> decisions = new HashMap<>();

	private TableGrid grid;

	ExampleRun(DmnModelInstance model, TableFeel feel) {
		DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
		configuration.getCustomPostDecisionTableEvaluationListeners().add((event) -> {
			if (this.grid.id().equals(event.getDecision().getKey())) {
				event.getMatchingRules().forEach((rule) -> this.matched.add(String.valueOf(rule.getId())));
			}
		});
		configuration.setFeelEngineFactory(feel::engine);
		this.engine = configuration.buildEngine();
		this.model = model;
	}

	/**
	 * From now on this table is asked.
	 * @throws org.camunda.bpm.dmn.engine.DmnEngineException if the engine does not take
	 * the file
	 */
	void begin(TableGrid grid) {
		if (this.decisions.isEmpty()) {
			this.engine.parseDecisions(this.model)
				.forEach((decision) -> this.decisions.put(decision.getKey(), decision));
		}
		this.grid = grid;
		this.answered.clear();
	}

	/**
	 * @param rows what each row that fits answers, by the names of the outputs
	 * @param by which rows those are, in words
	 */
	record Answer(List<Map<String, Object>> rows, String by) {

		/** As it is written in a cell: several lines with semicolons between them. */
		String text(String output) {
			return this.rows.stream()
				.map((row) -> (row.get(output) != null) ? String.valueOf(row.get(output)) : "")
				.collect(Collectors.joining("; "));
		}

		boolean is(String output, String expected) {
			List<String> wanted = parts(expected);
			List<String> got = parts(text(output));
			if (wanted.size() != got.size()) {
				return false;
			}
			for (int part = 0; part < got.size(); part++) {
				if (!isSame(wanted.get(part), got.get(part))) {
					return false;
				}
			}
			return true;
		}

		private static List<String> parts(String text) {
			return List.of(text.strip().split("\\s*;\\s*", -1));
		}

		/** Spreadsheets write TRUE for true and 2.0 for 2. */
		private static boolean isSame(String wanted, String got) {
			if (TableCell.isNumber(wanted) && TableCell.isNumber(got)) {
				return new BigDecimal(wanted).compareTo(new BigDecimal(got)) == 0;
			}
			return wanted.equals(got) || (got.equals("true") || got.equals("false")) && got.equalsIgnoreCase(wanted);
		}

	}

	/**
	 * @throws org.camunda.bpm.dmn.engine.DmnEngineException if the table cannot be run
	 * with these facts
	 */
	Answer ask(Map<String, Object> facts) {
		this.matched.clear();
		DmnDecisionTableResult result = this.engine.evaluateDecisionTable(this.decisions.get(this.grid.id()),
				Variables.fromMap(facts));
		this.answered.addAll(this.matched);
		List<String> by = new ArrayList<>();
		this.grid.rows()
			.stream()
			.filter((row) -> this.matched.contains(String.valueOf(row.id())))
			.forEach((row) -> by.add(row.named()));
		return new Answer(result.getResultList(), by.isEmpty() ? "no row" : String.join(" and ", by));
	}

	/** The rows that no example so far has reached. */
	List<TableGrid.Row> unanswered() {
		return this.grid.rows().stream().filter((row) -> !this.answered.contains(String.valueOf(row.id()))).toList();
	}

}
