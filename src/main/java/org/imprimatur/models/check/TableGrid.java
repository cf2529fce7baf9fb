package org.imprimatur.models.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;

/**
 * One table, read: what its inputs know and what stands in its cells. Each table is taken
 * by itself; what it needs of other decisions is a value like any other.
 *
 * @param file the path of the file
 * @param decision the decision that the table answers
 * @param hitPolicy how many of the rows that fit hold
 * @param columns one for each input
 * @param outputs as the model has them
 * @param rows from the top
 */
record TableGrid(String file, Decision decision, HitPolicy hitPolicy, List<TableColumn> columns, List<Output> outputs,
		List<Row> rows) {

	/**
	 * @param number as the Modeler counts, from 1
	 * @param id the id of the rule
	 * @param sentence its description without the clause
	 * @param conditions the cells on the left
	 * @param answers the cells on the right
	 */
	record Row(int number, String id, String sentence, List<String> conditions, List<String> answers) {

		boolean isCatchAll() {
			return this.conditions.stream().allMatch(TableCell::isAny);
		}

		/** How a finding about another row names this one. */
		String named() {
			return "row " + this.number + (this.sentence.isEmpty() ? "" : " (“" + this.sentence + "”)");
		}

	}

	static TableGrid of(String file, Decision decision, DecisionTable table, TableFeel feel) {
		List<Row> rows = new ArrayList<>();
		for (Rule rule : table.getRules()) {
			rows.add(new Row(rows.size() + 1, rule.getId(), sentence(rule),
					rule.getInputEntries().stream().map((entry) -> TableCell.text(entry.getText())).toList(),
					rule.getOutputEntries().stream().map((entry) -> TableCell.text(entry.getText())).toList()));
		}
		List<TableColumn> columns = new ArrayList<>();
		table.getInputs().forEach((input) -> columns.add(TableColumn.of(input, column(rows, columns.size()), feel)));
		return new TableGrid(file, decision, table.getHitPolicy(), columns, List.copyOf(table.getOutputs()), rows);
	}

	String id() {
		return String.valueOf(this.decision.getId());
	}

	/**
	 * A step without a deadline is an error in itself, so its table needs no catch-all.
	 */
	boolean isDeadlines() {
		return id().endsWith("-deadlines");
	}

	/** Whether the last row has to be one that no known values reach. */
	boolean needsCatchAll() {
		return this.hitPolicy == HitPolicy.FIRST && !isDeadlines();
	}

	boolean hasCatchAll() {
		return !this.rows.isEmpty() && this.rows.get(this.rows.size() - 1).isCatchAll();
	}

	/** Whether every row has a cell for each column, and each can be read. */
	boolean isSound() {
		return !this.rows.isEmpty() && !this.columns.isEmpty()
				&& this.columns.stream().allMatch((column) -> column.isPlain() && !column.values().isEmpty())
				&& this.columns.stream().map(TableColumn::fact).distinct().count() == this.columns.size()
				&& this.rows.stream()
					.allMatch((row) -> row.conditions().size() == this.columns.size()
							&& row.answers().size() == this.outputs.size()
							&& row.conditions().stream().allMatch(TableCell::isCondition)
							&& row.answers().stream().allMatch(TableCell::isAnswer));
	}

	List<String> column(int index) {
		return column(this.rows, index);
	}

	/** Every fact that a cell on the right may name. */
	Set<String> facts() {
		Set<String> facts = new LinkedHashSet<>();
		this.columns.forEach((column) -> facts.add(column.fact()));
		facts.addAll(TableNeeds.facts(this.decision));
		for (Decision needed : TableNeeds.decisions(this.decision)) {
			if (needed.getExpression() instanceof DecisionTable table) {
				table.getOutputs().forEach((output) -> facts.add(String.valueOf(output.getName())));
			}
		}
		return facts;
	}

	/** About the whole table. */
	void add(Findings findings, String problem, String mend) {
		findings.add(this.file, id(), this.decision.getName(), problem, mend);
	}

	/** About one row, named by its number and its sentence. */
	void add(Findings findings, Row row, String problem, String mend) {
		findings.add(this.file, (row.id() != null) ? row.id() : id() + "-row-" + row.number(),
				id() + " row " + row.number() + (row.sentence().isEmpty() ? "" : ": " + row.sentence()), problem, mend);
	}

	private static List<String> column(Collection<Row> rows, int index) {
		return rows.stream()
			.map((row) -> (index < row.conditions().size()) ? row.conditions().get(index) : "")
			.toList();
	}

	private static String sentence(Rule rule) {
		return TableCell.text(rule.getDescription())
			.replaceFirst("^(?:\\s*\\[[^\\]]*])*\\s*", "")
			.replaceAll("\\s+", " ");
	}

}
