package org.imprimatur.conventions;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.context.VariableContext;

/**
 * The real FEEL engine, asked once for each cell and value: it reads every cell anew each
 * time, and a table is tried with thousands of combinations of few values.
 */
final class RememberingFeel implements FeelEngine {

	private final FeelEngine feel;

	private final Map<List<Object>, Object> answers = new HashMap<>();

	RememberingFeel(FeelEngine feel) {
		this.feel = feel;
	}

	@Override
	@SuppressWarnings("unchecked")
	public <T> T evaluateSimpleExpression(String expression, VariableContext facts) {
		return (T) remembered(expression, "", facts, () -> this.feel.evaluateSimpleExpression(expression, facts));
	}

	@Override
	public boolean evaluateSimpleUnaryTests(String tests, String input, VariableContext facts) {
		return (Boolean) remembered(tests, input, facts, () -> this.feel.evaluateSimpleUnaryTests(tests, input, facts));
	}

	/** The answer depends on the facts that are named in the cell, and on no other. */
	private Object remembered(String cell, String input, VariableContext facts, Supplier<Object> ask) {
		Map<String, Object> named = new HashMap<>();
		facts.keySet()
			.stream()
			.filter((fact) -> fact.equals(input) || cell.contains(fact))
			.forEach((fact) -> named.put(fact, facts.resolve(fact).getValue()));
		return this.answers.computeIfAbsent(List.of(cell, input, named), (key) -> ask.get());
	}

}
