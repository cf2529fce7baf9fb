package org.imprimatur.models.check;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Each row of a sheet: whether it can be read, what the table says, and what is missing.
 */
final class ExampleRows {

	private static final int MOST = 1_000;

	private static final Set<String> WHOLE = Set.of("integer", "long");

	private final Findings findings;

	private final String file;

	private final ExampleSheet sheet;

	private final ExampleSubject subject;

	private final TableFeel feel;

	/** By fact: the values that examples give it. */
	private final Map<String, Set<Object>> given = new HashMap<>();

	ExampleRows(Findings findings, String file, ExampleSheet sheet, ExampleSubject subject, TableFeel feel) {
		this.findings = findings;
		this.file = file;
		this.sheet = sheet;
		this.subject = subject;
		this.feel = feel;
	}

	void check(ExampleRun run) {
		if (this.sheet.rows().size() > MOST) {
			this.findings.add(this.file, "has more than " + MOST + " examples", "keep those that say something new");
			return;
		}
		Map<Map<String, Object>, ExampleSheet.Row> before = new HashMap<>();
		for (ExampleSheet.Row row : this.sheet.rows()) {
			Map<String, Object> facts = new TreeMap<>();
			if (!read(row, facts)) {
				continue;
			}
			ExampleSheet.Row twin = before.putIfAbsent(facts, row);
			if (twin != null) {
				add(row, "has the same facts as " + twin.id(), "delete one of them");
			}
			facts.forEach((fact, value) -> this.given.computeIfAbsent(fact, (key) -> new HashSet<>()).add(value));
			compare(row, run.ask(facts));
		}
		if (this.subject.standsAlone()) {
			everyRow(run);
			bothSides();
		}
	}

	private boolean read(ExampleSheet.Row row, Map<String, Object> facts) {
		boolean readable = true;
		if (row.cells().size() > this.sheet.headings().size()) {
			add(row, "has more cells than there are headings", "put a text that holds a comma in quotes");
			return false;
		}
		for (int column = 0; column < this.sheet.headings().size(); column++) {
			String heading = this.sheet.headings().get(column);
			if (ExampleSheet.isAnswer(heading) || heading.equals(ExampleSheet.WHY)) {
				continue;
			}
			String cell = row.cell(column);
			List<TableColumn> asking = this.subject.facts().getOrDefault(heading, List.of());
			Object value = asking.isEmpty() ? (cell.isEmpty() ? null : cell) : value(asking.get(0), cell);
			if (cell.isEmpty()) {
				add(row, "leaves " + heading + " empty", "write a value: an example knows every fact");
				readable = false;
			}
			else if (value == null
					|| (!asking.isEmpty() && asking.stream().noneMatch((input) -> isAllowed(input, value)))) {
				add(row, "gives " + heading + " the value “" + cell + "”, which is not allowed",
						"write " + (asking.get(0).isNumber() ? "a number that is allowed"
								: TableCells.oneOf(asking.get(0).values())));
				readable = false;
			}
			facts.put(heading, value);
		}
		return readable;
	}

	/** Null if it is no value of that type. */
	private static Object value(TableColumn column, String cell) {
		if (column.type().equals("boolean")) {
			return cell.equalsIgnoreCase("true") ? Boolean.TRUE : cell.equalsIgnoreCase("false") ? Boolean.FALSE : null;
		}
		if (!column.isNumber()) {
			return cell;
		}
		if (!TableCell.isNumber(cell) || TableCell.isTooLarge(new BigDecimal(cell))
				|| (WHOLE.contains(column.type()) && new BigDecimal(cell).stripTrailingZeros().scale() > 0)) {
			return null;
		}
		return TableColumn.number(column.type(), new BigDecimal(cell));
	}

	private boolean isAllowed(TableColumn column, Object value) {
		return column.isNumber() ? this.feel.fits(column.allowed(), value) : column.values().contains(value);
	}

	private void compare(ExampleSheet.Row row, ExampleRun.Answer answer) {
		for (int column = 0; column < this.sheet.headings().size(); column++) {
			String heading = this.sheet.headings().get(column);
			if (!ExampleSheet.isAnswer(heading)) {
				continue;
			}
			String output = ExampleSheet.answer(heading);
			if (!answer.is(output, row.cell(column))) {
				add(row, "expects " + output + " = " + orNothing(row.cell(column)) + ", but "
						+ (answer.rows().isEmpty() ? "no row answers"
								: "the table answers " + orNothing(answer.text(output)) + " by " + answer.by()),
						"correct the example, or the table");
			}
		}
	}

	private void everyRow(ExampleRun run) {
		TableGrid grid = this.subject.grid();
		for (TableGrid.Row row : run.unanswered()) {
			boolean catchAll = grid.needsCatchAll() && row.isCatchAll() && row.number() == grid.rows().size();
			if (!catchAll) {
				this.findings.add(this.file, "has no example that " + row.named() + " answers",
						"add one, so that nobody changes that row unawares");
			}
		}
	}

	/** For numbers: the last value on this side, and the first on the other. */
	private void bothSides() {
		TableGrid grid = this.subject.grid();
		for (int column = 0; column < grid.columns().size(); column++) {
			TableColumn input = grid.columns().get(column);
			List<String> cells = grid.column(column);
			for (int next = 1; WHOLE.contains(input.type()) && next < input.values().size(); next++) {
				Object here = input.values().get(next - 1);
				Object there = input.values().get(next);
				if (cells.stream().anyMatch((cell) -> this.feel.fits(cell, here) != this.feel.fits(cell, there))) {
					given(input.fact(), here);
					given(input.fact(), there);
				}
			}
		}
	}

	private void given(String fact, Object value) {
		if (!this.given.getOrDefault(fact, Set.of()).contains(value)) {
			this.findings.add(this.file,
					"has no example with " + fact + " = " + value + ", where the answer may change", "add one");
		}
	}

	private void add(ExampleSheet.Row row, String problem, String mend) {
		this.findings.add(this.file, row.id(), null, problem, mend);
	}

	private static String orNothing(String text) {
		return text.isEmpty() ? "nothing" : text;
	}

}
