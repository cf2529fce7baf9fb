package org.imprimatur.models.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.camunda.bpm.model.dmn.instance.Input;

/**
 * One input of a table, and the values it is known to take: what it allows; {@code true}
 * and {@code false}; for numbers each bound in the column, one below and one above.
 *
 * @param fact the name of the fact that is asked for
 * @param type as written, such as {@code integer}
 * @param allowed the cell of allowed values, empty if it has none
 * @param values in the order they are written; empty if nobody can tell
 */
record TableColumn(String fact, String type, String allowed, List<Object> values) {

	private static final Set<String> WHOLE = Set.of("integer", "long");

	static TableColumn of(Input input, List<String> cells, TableFeel feel) {
		String fact = (input.getInputExpression() != null) ? TableCell.text(input.getInputExpression().getText()) : "";
		String type = (input.getInputExpression() != null) ? String.valueOf(input.getInputExpression().getTypeRef())
				: "";
		String allowed = (input.getInputValues() != null) ? TableCell.text(input.getInputValues().getText()) : "";
		return new TableColumn(fact, type, allowed, values(type, allowed, cells, feel));
	}

	boolean isPlain() {
		return this.fact.matches("[a-z][A-Za-z0-9]*");
	}

	boolean isNumber() {
		return WHOLE.contains(this.type) || this.type.equals("double");
	}

	boolean isKnownType() {
		return isNumber() || this.type.equals("string") || this.type.equals("boolean");
	}

	/** As the engine would hand it in. */
	static Object number(String type, BigDecimal number) {
		return switch (type) {
			case "integer" -> number.intValue();
			case "long" -> number.longValue();
			default -> number.doubleValue();
		};
	}

	private static List<Object> values(String type, String allowed, List<String> cells, TableFeel feel) {
		if (type.equals("boolean")) {
			return List.of(true, false);
		}
		if (type.equals("string")) {
			return TableCell.isCondition(allowed) ? List.copyOf(TableCell.texts(allowed)) : List.of();
		}
		if (!TableCell.isCondition(allowed) || !(WHOLE.contains(type) || type.equals("double"))) {
			return List.of();
		}
		Set<BigDecimal> bounds = new TreeSet<>(TableCell.numbers(allowed));
		cells.forEach((cell) -> bounds.addAll(TableCell.numbers(cell)));
		if (bounds.stream().anyMatch(TableCell::isTooLarge)) {
			return List.of();
		}
		return around(bounds, WHOLE.contains(type)).stream()
			.map((number) -> number(type, number))
			.filter((number) -> feel.fits(allowed, number))
			.toList();
	}

	private static Set<BigDecimal> around(Set<BigDecimal> bounds, boolean whole) {
		Set<BigDecimal> around = new TreeSet<>(Set.of(BigDecimal.ZERO));
		List<BigDecimal> sorted = new ArrayList<>(bounds);
		for (int index = 0; index < sorted.size(); index++) {
			BigDecimal bound = whole ? sorted.get(index).setScale(0, RoundingMode.FLOOR) : sorted.get(index);
			around.addAll(List.of(bound.subtract(BigDecimal.ONE), bound, bound.add(BigDecimal.ONE)));
			if (!whole && index > 0) {
				around.add(bound.add(sorted.get(index - 1)).divide(BigDecimal.valueOf(2)));
			}
		}
		Set<BigDecimal> distinct = new TreeSet<>();
		around.forEach((number) -> distinct.add(number.stripTrailingZeros()));
		return distinct;
	}

}
