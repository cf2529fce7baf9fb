package org.imprimatur.models.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.camunda.bpm.model.dmn.instance.Output;

/**
 * What is wrong with single cells and headings of a table, whatever stands in the rest.
 */
final class TableCells {

	private static final int NAMED = 12;

	/** The rows whose conditions hold something wrong. */
	Set<TableGrid.Row> check(Findings findings, TableGrid grid) {
		headings(findings, grid);
		Set<TableGrid.Row> wrong = new HashSet<>();
		for (TableGrid.Row row : grid.rows()) {
			if (row.conditions().size() != grid.columns().size() || row.answers().size() != grid.outputs().size()) {
				grid.add(findings, row, "has not one cell for each column",
						"open the table in the Modeler and fill in the row again");
				continue;
			}
			for (int column = 0; column < grid.columns().size(); column++) {
				if (condition(findings, grid, row, grid.columns().get(column), row.conditions().get(column))) {
					wrong.add(row);
				}
			}
			for (int column = 0; column < grid.outputs().size(); column++) {
				answer(findings, grid, row, grid.outputs().get(column), row.answers().get(column));
			}
		}
		return wrong;
	}

	private static void headings(Findings findings, TableGrid grid) {
		Set<String> facts = new HashSet<>();
		for (TableColumn column : grid.columns()) {
			String input = "the input " + (column.fact().isEmpty() ? "without a name" : column.fact());
			if (!column.isPlain()) {
				grid.add(findings, input + " is not the plain name of a fact",
						"ask for one fact, such as accountOwner");
			}
			else if (!facts.add(column.fact())) {
				grid.add(findings, input + " stands there twice", "put both into one column");
			}
			if (!column.isKnownType()) {
				grid.add(findings, input + " has no type that can be tried",
						"choose string, boolean, integer, long or double");
			}
			else if (!TableCell.isCondition(column.allowed())) {
				grid.add(findings, input + " has allowed values that cannot be read: “" + column.allowed() + "”",
						"write texts in quotes with commas between them, or a range such as [0..100]");
			}
			else if (TableCell.numbers(column.allowed()).stream().anyMatch(TableCell::isTooLarge)) {
				grid.add(findings, input + " allows a number that is too large", "stay below two thousand million");
			}
			else if (column.type().equals("string") && column.values().isEmpty()) {
				grid.add(findings, input + " does not list the values it allows",
						"add them in the Modeler: without them nobody can tell whether a row is missing");
			}
		}
	}

	/** Whether something is wrong with it. */
	private static boolean condition(Findings findings, TableGrid grid, TableGrid.Row row, TableColumn column,
			String cell) {
		String named = "“" + cell + "” under " + column.fact();
		if (!TableCell.isCondition(cell)) {
			List<String> names = TableCell.names(cell);
			grid.add(findings, row, "has a cell that cannot be read: " + named, (names.size() == 1 && names.get(0)
				.equals(cell)) ? "put a text in quotes: \"" + cell + "\""
						: "write values in quotes with commas between them, a comparison such as >= 5, or a range such as [4..5]");
			return true;
		}
		if (TableCell.isAny(cell)) {
			return false;
		}
		if (TableCell.numbers(cell).stream().anyMatch(TableCell::isTooLarge)) {
			grid.add(findings, row, "holds a number that is too large: " + named, "stay below two thousand million");
			return true;
		}
		List<String> texts = TableCell.texts(cell);
		List<String> unknown = texts.stream().filter((text) -> !column.values().contains(text)).toList();
		if (column.type().equals("string") && !column.values().isEmpty() && !unknown.isEmpty()) {
			grid.add(findings, row,
					"asks for “" + String.join("”, “", unknown) + "”, which " + column.fact() + " does not allow",
					"write " + oneOf(column.values()) + ", or add it to the allowed values");
			return true;
		}
		boolean hasNumbers = !TableCell.numbers(cell).isEmpty();
		boolean hasTruth = cell.contains("true") || cell.contains("false");
		if ((column.type().equals("string") && texts.isEmpty()) || (column.isNumber() && (!texts.isEmpty() || hasTruth))
				|| (column.type().equals("boolean") && (!texts.isEmpty() || hasNumbers))) {
			grid.add(findings, row, "compares a " + column.type() + " with something else: " + named,
					column.type().equals("string") ? "put a text in quotes"
							: column.isNumber() ? "write a number" : "write true or false");
			return true;
		}
		return false;
	}

	private static void answer(Findings findings, TableGrid grid, TableGrid.Row row, Output output, String cell) {
		String name = String.valueOf(output.getName());
		String allowed = (output.getOutputValues() != null) ? TableCell.text(output.getOutputValues().getText()) : "";
		List<String> texts = TableCell.texts(allowed);
		String named = "“" + cell + "” under " + name;
		List<String> unknown = TableCell.names(cell).stream().filter((fact) -> !grid.facts().contains(fact)).toList();
		if (cell.isBlank()) {
			if (!texts.isEmpty()) {
				grid.add(findings, row, "leaves " + name + " empty", "write " + oneOf(texts));
			}
		}
		else if (!TableCell.isAnswer(cell)) {
			grid.add(findings, row, "has a cell that cannot be read: " + named,
					"write a text in quotes, a number, true or false, or texts and facts with + between them");
		}
		else if (!unknown.isEmpty()) {
			grid.add(findings, row, "names " + unknown.get(0) + " under " + name + ", which is no fact of this table",
					"put a text in quotes, or draw the fact as an input of the decision");
		}
		else if (TableCell.isText(cell) && !texts.isEmpty() && !texts.contains(TableCell.unquoted(cell))) {
			grid.add(findings, row, "answers “" + TableCell.unquoted(cell) + "”, which " + name + " does not allow",
					"write " + oneOf(texts) + ", or add it to the allowed values");
		}
		else if (TableCell.numbers(cell).stream().anyMatch(TableCell::isTooLarge)) {
			grid.add(findings, row, "holds a number that is too large: " + named, "stay below two thousand million");
		}
		else if (isOther(String.valueOf(output.getTypeRef()), cell)) {
			grid.add(findings, row, "does not answer with a " + output.getTypeRef() + ": " + named,
					"write what the heading says, or change the type of the output");
		}
	}

	private static boolean isOther(String type, String cell) {
		boolean truth = cell.equals("true") || cell.equals("false");
		return switch (type) {
			case "string" -> truth || TableCell.isNumber(cell);
			case "boolean" -> TableCell.isText(cell) || TableCell.isNumber(cell);
			case "integer", "long" ->
				TableCell.isText(cell) || truth || (TableCell.isNumber(cell) && cell.contains("."));
			case "double" -> TableCell.isText(cell) || truth;
			default -> false;
		};
	}

	static String oneOf(List<?> values) {
		String listed = values.stream()
			.limit(NAMED)
			.map(String::valueOf)
			.reduce((one, next) -> one + ", " + next)
			.orElse("");
		return ((values.size() == 1) ? "" : "one of ") + listed + ((values.size() > NAMED) ? " and so on" : "");
	}

}
