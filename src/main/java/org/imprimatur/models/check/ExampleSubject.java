package org.imprimatur.models.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;

/**
 * What examples of a decision may say: the facts that it and the decisions before it ask
 * for, and its answers.
 *
 * @param grid the table itself
 * @param facts each fact that has to be given, with every input that asks for it; none
 * for a fact that only an answer names
 * @param others facts that are drawn beside the decision, but that nothing asks for
 */
record ExampleSubject(TableGrid grid, Map<String, List<TableColumn>> facts, Set<String> others) {

	/** Empty if the decision, or one before it, is nothing that can be run. */
	static Optional<ExampleSubject> of(String file, Decision decision, TableFeel feel) {
		Map<String, TableGrid> grids = new LinkedHashMap<>();
		if (decision.getId() == null || !collect(file, decision, feel, grids)) {
			return Optional.empty();
		}
		Map<String, List<TableColumn>> facts = new LinkedHashMap<>();
		Map<String, List<TableColumn>> named = new HashMap<>();
		Set<String> others = new LinkedHashSet<>();
		for (TableGrid grid : grids.values()) {
			Set<String> answered = new LinkedHashSet<>();
			for (Decision needed : TableNeeds.decisions(grid.decision())) {
				grids.get(needed.getId()).outputs().forEach((output) -> answered.add(output.getName()));
			}
			for (TableColumn column : grid.columns()) {
				if (!answered.contains(column.fact())) {
					facts.computeIfAbsent(column.fact(), (fact) -> new ArrayList<>()).add(column);
				}
			}
			grid.rows()
				.stream()
				.flatMap((row) -> row.answers().stream())
				.flatMap((cell) -> TableCell.names(cell).stream())
				.filter((fact) -> !answered.contains(fact))
				.forEach((fact) -> named.put(fact, List.of()));
			others.addAll(TableNeeds.facts(grid.decision()));
		}
		named.forEach(facts::putIfAbsent);
		others.removeAll(facts.keySet());
		return Optional.of(new ExampleSubject(grids.get(decision.getId()), facts, others));
	}

	boolean hasAnswer(String name) {
		return this.grid.outputs().stream().anyMatch((output) -> name.equals(output.getName()));
	}

	/** Whether everything that it asks for can be given in an example. */
	boolean standsAlone() {
		return TableNeeds.decisions(this.grid.decision()).isEmpty();
	}

	private static boolean collect(String file, Decision decision, TableFeel feel, Map<String, TableGrid> grids) {
		if (grids.containsKey(decision.getId())) {
			return true;
		}
		if (!(decision.getExpression() instanceof DecisionTable table)) {
			return false;
		}
		TableGrid grid = TableGrid.of(file, decision, table, feel);
		grids.put(decision.getId(), grid);
		return grid.isSound() && TableCombinations.canTry(grid)
				&& TableNeeds.decisions(decision).stream().allMatch((needed) -> collect(file, needed, feel, grids));
	}

}
