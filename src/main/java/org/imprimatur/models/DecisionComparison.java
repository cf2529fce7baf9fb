package org.imprimatur.models;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.NamedElement;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.imprimatur.models.Comparison.Change;
import org.imprimatur.models.Comparison.Detail;
import org.imprimatur.models.Comparison.Kind;

/**
 * Compares two versions of one decision: what it says of itself, its columns, and its
 * rows cell by cell. Ids say which is which; the order of rows counts, since the first
 * that fits may hold.
 */
final class DecisionComparison {

	private DecisionComparison() {
	}

	/** One thing that is compared: the decision itself, a column or a row. */
	private record Piece(String id, String label, String sort, int place, Map<String, String> says) {
	}

	static Comparison between(String key, byte[] before, byte[] after) {
		Map<String, Piece> old = pieces(key, before);
		Map<String, Piece> now = pieces(key, after);
		List<Change> all = new ArrayList<>();
		now.values()
			.stream()
			.filter((piece) -> !old.containsKey(piece.id()))
			.forEach((piece) -> all.add(change(piece, Kind.ADDED, details(Map.of(), piece.says()))));
		old.values()
			.stream()
			.filter((piece) -> !now.containsKey(piece.id()))
			.forEach((piece) -> all.add(change(piece, Kind.REMOVED, details(piece.says(), Map.of()))));
		Set<String> overtaken = overtaken(old, now);
		now.values().stream().filter((piece) -> old.containsKey(piece.id())).forEach((piece) -> {
			Piece was = old.get(piece.id());
			List<Detail> details = new ArrayList<>(details(was.says(), piece.says()));
			if (overtaken.contains(piece.id())) {
				details.add(new Detail("Place", String.valueOf(was.place()), String.valueOf(piece.place())));
			}
			if (!details.isEmpty()) {
				all.add(change(piece, Kind.CHANGED, details));
			}
		});
		return new Comparison(all);
	}

	private static Map<String, Piece> pieces(String key, byte[] file) {
		Map<String, Piece> pieces = new LinkedHashMap<>();
		DmnModelInstance model = Dmn.readModelFromStream(new ByteArrayInputStream(file));
		if (!(model.getModelElementById(key) instanceof Decision decision)) {
			return pieces;
		}
		Map<String, String> self = new LinkedHashMap<>();
		self.put("Question", text(decision.getName()));
		self.put("Documentation", description(decision));
		self.put("Kept for", text(decision.getCamundaHistoryTimeToLiveString()));
		self.put("Name of the version", text(decision.getVersionTag()));
		self.put("Rests on",
				decision.getInformationRequirements()
					.stream()
					.flatMap((one) -> one.getDomElement().getChildElements().stream())
					.map((one) -> called(model, one.getAttribute("href")))
					.collect(Collectors.joining(", ")));
		pieces.put(key, new Piece(key, text(decision.getName()), "decision", 0, self));
		if (decision.getExpression() instanceof DecisionTable table) {
			self.put("Which row holds", table.getHitPolicy().name()
					+ ((table.getAggregation() != null) ? ", " + table.getAggregation().name() : ""));
			table.getInputs().forEach((one) -> add(pieces, one, RuleTables.column(one).label(), "input", says(one)));
			table.getOutputs().forEach((one) -> add(pieces, one, RuleTables.column(one).label(), "output", says(one)));
			int number = 0;
			for (Rule rule : table.getRules()) {
				number++;
				pieces.put(rule.getId(), new Piece(rule.getId(), "Row " + number, "row", number, says(table, rule)));
			}
		}
		else if (decision.getExpression() != null) {
			self.put("Answer", text(decision.getExpression().getTextContent()));
		}
		return pieces;
	}

	/** What a reference such as {@code #urgency-fact} leads to. */
	private static String called(DmnModelInstance model, String reference) {
		return (model.getModelElementById(reference.substring(reference.indexOf('#') + 1)) instanceof NamedElement one)
				? text(one.getName()) : reference;
	}

	private static void add(Map<String, Piece> pieces, DmnElement column, String label, String sort,
			Map<String, String> says) {
		pieces.put(column.getId(), new Piece(column.getId(), label, sort, 0, says));
	}

	private static Map<String, String> says(Input input) {
		Map<String, String> says = new LinkedHashMap<>();
		says.put("Label", text(input.getLabel()));
		says.put("Looks at", (input.getInputExpression() != null) ? text(input.getInputExpression().getTextContent())
				: text(input.getCamundaInputVariable()));
		says.put("Type", (input.getInputExpression() != null) ? text(input.getInputExpression().getTypeRef()) : "");
		says.put("Values", (input.getInputValues() != null) ? text(input.getInputValues().getTextContent()) : "");
		return says;
	}

	private static Map<String, String> says(Output output) {
		Map<String, String> says = new LinkedHashMap<>();
		says.put("Label", text(output.getLabel()));
		says.put("Name", text(output.getName()));
		says.put("Type", text(output.getTypeRef()));
		says.put("Values", (output.getOutputValues() != null) ? text(output.getOutputValues().getTextContent()) : "");
		return says;
	}

	/** Each cell under the label of its column; a label that comes twice is numbered. */
	private static Map<String, String> says(DecisionTable table, Rule rule) {
		Map<String, String> says = new LinkedHashMap<>();
		says.put("Because", description(rule));
		List<String> cells = new ArrayList<>();
		rule.getInputEntries().forEach((one) -> cells.add(anything(text(one.getTextContent()))));
		rule.getOutputEntries().forEach((one) -> cells.add(text(one.getTextContent())));
		List<String> columns = new ArrayList<>();
		table.getInputs().forEach((one) -> columns.add("If: " + RuleTables.column(one).label()));
		table.getOutputs().forEach((one) -> columns.add("Answer: " + RuleTables.column(one).label()));
		for (int i = 0; i < cells.size(); i++) {
			String column = (i < columns.size()) ? columns.get(i) : "Cell " + (i + 1);
			says.put(says.containsKey(column) ? column + " (" + (i + 1) + ")" : column, cells.get(i));
		}
		return says;
	}

	private static String anything(String condition) {
		return (condition.isEmpty() || condition.equals("-")) ? "anything" : condition;
	}

	/** Rows that stand in another order among those that both versions have. */
	private static Set<String> overtaken(Map<String, Piece> old, Map<String, Piece> now) {
		Function<Map<String, Piece>, List<String>> rows = (pieces) -> pieces.values()
			.stream()
			.filter((piece) -> piece.place() > 0 && old.containsKey(piece.id()) && now.containsKey(piece.id()))
			.map(Piece::id)
			.toList();
		List<String> before = new ArrayList<>(rows.apply(old));
		Set<String> moved = new TreeSet<>();
		List<String> after = new ArrayList<>(rows.apply(now));
		while (!before.equals(after)) {
			// the row that went furthest is the one that somebody moved
			String furthest = before.get(0);
			for (String one : before) {
				if (Math.abs(before.indexOf(one) - after.indexOf(one)) > Math
					.abs(before.indexOf(furthest) - after.indexOf(furthest))) {
					furthest = one;
				}
			}
			moved.add(furthest);
			before.remove(furthest);
			after.remove(furthest);
		}
		return moved;
	}

	private static Change change(Piece piece, Kind kind, List<Detail> details) {
		return new Change(piece.id(), piece.label(), piece.sort(), kind, details);
	}

	private static List<Detail> details(Map<String, String> before, Map<String, String> after) {
		Set<String> names = new LinkedHashSet<>(after.keySet());
		names.addAll(before.keySet());
		return names.stream()
			.map((name) -> new Detail(name, before.getOrDefault(name, ""), after.getOrDefault(name, "")))
			.filter((one) -> !one.before().equals(one.after()))
			.toList();
	}

	private static String description(DmnElement element) {
		return (element.getDescription() != null) ? text(element.getDescription().getTextContent()) : "";
	}

	private static String text(String text) {
		return (text != null) ? text.strip().replaceAll("\\s+", " ") : "";
	}

}
