package org.imprimatur.models.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.camunda.bpm.model.dmn.BuiltinAggregator;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;

import org.springframework.stereotype.Component;

/**
 * Every table is tried with every combination of the values that its inputs know: each
 * combination has its answer, the last row of a FIRST table is a catch-all that none of
 * them reaches, no other row of any table is dead, and where one row has to hold no two
 * fit.
 */
@Component
public class TableRule implements ModelRule {

	private static final int NAMED = 3;

	private final TableFeel feel;

	private final TableCells cells = new TableCells();

	public TableRule(TableFeel feel) {
		this.feel = feel;
	}

	@Override
	public boolean isAboutTablesAlone() {
		return true;
	}

	@Override
	public void check(ModelSet models, Findings findings) {
		for (ModelSet.DecisionFile file : models.decisions()) {
			for (Decision decision : file.model().getModelElementsByType(Decision.class)) {
				if (decision.getExpression() instanceof DecisionTable table) {
					check(findings, TableGrid.of(file.name(), decision, table, this.feel), table.getAggregation());
				}
				else {
					findings.add(file.name(), String.valueOf(decision.getId()), decision.getName(),
							(decision.getExpression() == null) ? "holds no table" : "is no table",
							"write it as a decision table, so that each of its rows can be tried");
				}
			}
		}
	}

	private void check(Findings findings, TableGrid grid, BuiltinAggregator aggregation) {
		if (grid.hitPolicy() != HitPolicy.FIRST && grid.hitPolicy() != HitPolicy.COLLECT || aggregation != null) {
			grid.add(findings,
					"has the hit policy " + grid.hitPolicy() + ((aggregation != null) ? " " + aggregation : ""),
					"choose First, or Collect without adding up");
		}
		Set<TableGrid.Row> wrong = this.cells.check(findings, grid);
		if (grid.rows().isEmpty()) {
			grid.add(findings, "has no rows", "write at least one row");
		}
		if (grid.columns().isEmpty()) {
			grid.add(findings, "asks for nothing", "add an input for each fact that it depends on");
		}
		if (grid.needsCatchAll() && !grid.rows().isEmpty() && !grid.hasCatchAll()) {
			grid.add(findings, "has no catch-all: what nobody thought of gets no answer",
					"end it in a row whose inputs are all empty, with the strictest answer");
		}
		if (!grid.isSound()) {
			return;
		}
		if (!TableCombinations.canTry(grid)) {
			grid.add(findings,
					"has too many combinations to try: " + ((TableCombinations.count(grid) > TableCombinations.MOST)
							? "more than " + TableCombinations.MOST
							: TableCombinations.count(grid) + " for " + grid.rows().size() + " rows"),
					"split it into two tables");
			return;
		}
		prove(findings, grid, new TableCombinations(grid, this.feel), wrong);
	}

	private static void prove(Findings findings, TableGrid grid, TableCombinations combinations,
			Set<TableGrid.Row> wrong) {
		boolean catchAll = grid.needsCatchAll() && grid.hasCatchAll();
		int last = grid.rows().size() - (catchAll ? 1 : 0);
		BitSet answered = new BitSet();
		Set<String> before = new HashSet<>();
		for (int row = 0; row < last; row++) {
			TableGrid.Row here = grid.rows().get(row);
			BitSet fits = combinations.of(row);
			boolean repeated = !before.add(here.conditions() + "=>" + here.answers());
			if (repeated) {
				grid.add(findings, here, "says the same as " + twin(grid, row).named(), "delete one of them");
			}
			else if (fits.isEmpty() && !wrong.contains(here)) {
				grid.add(findings, here, "fits no combination of the values that are allowed",
						"delete it, or correct its cells");
			}
			else if (grid.hitPolicy() == HitPolicy.FIRST && !fits.isEmpty()
					&& TableCombinations.isWithin(fits, answered)) {
				grid.add(findings, here, "is never reached: " + covering(grid, combinations, row),
						"move it up, or delete it");
			}
			answered.or(fits);
		}
		if (grid.hitPolicy() == HitPolicy.UNIQUE || grid.hitPolicy() == HitPolicy.ANY) {
			overlaps(findings, grid, combinations);
		}
		answered.flip(0, combinations.size());
		if (grid.hitPolicy() != HitPolicy.COLLECT && !answered.isEmpty()) {
			for (String gap : combinations.summary(answered, NAMED)) {
				grid.add(findings,
						(grid.isDeadlines() ? "has no row that says when it is due for "
								: catchAll ? "is answered by its last row alone for " : "has no row for ") + gap,
						catchAll ? "add a row for it before the last" : "add a row for it");
			}
		}
	}

	/** Which rows answer what a row that is never reached would fit. */
	private static String covering(TableGrid grid, TableCombinations combinations, int row) {
		BitSet rest = combinations.of(row);
		List<String> rows = new ArrayList<>();
		for (int earlier = 0; earlier < row && !rest.isEmpty(); earlier++) {
			BitSet here = combinations.of(earlier);
			if (here.intersects(rest)) {
				rows.add(grid.rows().get(earlier).named());
				rest.andNot(here);
			}
		}
		return String.join(" and ", rows) + ((rows.size() == 1) ? " answers" : " answer") + " all that it fits";
	}

	private static void overlaps(Findings findings, TableGrid grid, TableCombinations combinations) {
		for (int row = 1; row < grid.rows().size(); row++) {
			TableGrid.Row here = grid.rows().get(row);
			for (int earlier = 0; earlier < row; earlier++) {
				TableGrid.Row other = grid.rows().get(earlier);
				BitSet both = combinations.of(row);
				both.and(combinations.of(earlier));
				if (!both.isEmpty()
						&& (grid.hitPolicy() == HitPolicy.UNIQUE || !here.answers().equals(other.answers()))) {
					grid.add(findings, here,
							"fits together with " + other.named() + " for " + combinations.summary(both, 1).get(0),
							"narrow one of them, so that one answer holds");
					break;
				}
			}
		}
	}

	private static TableGrid.Row twin(TableGrid grid, int row) {
		TableGrid.Row here = grid.rows().get(row);
		return grid.rows()
			.stream()
			.filter((other) -> other.conditions().equals(here.conditions()) && other.answers().equals(here.answers()))
			.findFirst()
			.orElseThrow();
	}

}
