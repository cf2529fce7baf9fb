package org.imprimatur.models.check;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.imprimatur.kernel.ProcessFace;
import org.imprimatur.kernel.Variable;

/**
 * The codes that each fact of a process can hold: what Java declares, else what the
 * tables may answer, else what the model itself compares it with.
 */
final class Codes {

	static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");

	private final Map<String, Set<String>> known = new TreeMap<>();

	Codes(ModelSet models, ModelSet.ProcessFile file, Surroundings surroundings, Ways ways) {
		models.decisions()
			.stream()
			.flatMap((tables) -> tables.model().getModelElementsByType(Decision.class).stream())
			.flatMap((decision) -> decision.getChildElementsByType(DecisionTable.class).stream())
			.flatMap((table) -> table.getOutputs().stream())
			.forEach(this::tables);
		surroundings.faces()
			.stream()
			.filter((face) -> face.key().equals(file.process().getId()))
			.map(ProcessFace::variables)
			.flatMap(List::stream)
			.forEach(this::declared);
		ways.asked().forEach((fact, codes) -> {
			if (!this.known.containsKey(fact)) {
				Set<String> some = new LinkedHashSet<>(codes);
				some.add("ANYTHING_ELSE");
				this.known.put(fact, some);
			}
		});
	}

	private void tables(Output output) {
		if (output.getOutputValues() != null && output.getOutputValues().getText() != null
				&& output.getName() != null) {
			Set<String> codes = new LinkedHashSet<>();
			TEXT.matcher(output.getOutputValues().getText().getTextContent())
				.results()
				.forEach((value) -> codes.add(value.group(1)));
			if (!codes.isEmpty()) {
				this.known.put(output.getName(), codes);
			}
		}
	}

	private void declared(Variable<?> variable) {
		if (variable.type().isEnum()) {
			Set<String> codes = new LinkedHashSet<>();
			Arrays.stream(variable.type().getEnumConstants()).forEach((code) -> codes.add(((Enum<?>) code).name()));
			this.known.put(variable.name(), codes);
		}
		else if (variable.type() == Boolean.class) {
			this.known.put(variable.name(), Set.of("true", "false"));
		}
	}

	/** All codes of a fact; empty if it holds something else, such as a date. */
	Set<String> of(String fact) {
		return this.known.getOrDefault(fact, Set.of());
	}

}
