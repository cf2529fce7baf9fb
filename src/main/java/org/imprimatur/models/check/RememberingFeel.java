package org.imprimatur.models.check;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.context.VariableContext;

/**
 * The real FEEL engine, asked once for each cell and value: it reads every cell anew each
 * time, and a table is tried with thousands of combinations of few values. What was asked
 * longest ago is forgotten.
 */
final class RememberingFeel implements FeelEngine {

	private static final int MOST = 20_000;

	private final FeelEngine feel;

	private final Map<List<Object>, Object> answers = Collections
		.synchronizedMap(new LinkedHashMap<>(512, 0.75f, true) {
			@Override
			protected boolean removeEldestEntry(Map.Entry<List<Object>, Object> eldest) {
				return size() > MOST;
			}
		});

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
		List<Object> question = List.of(cell, input, named);
		Object known = this.answers.get(question);
		if (known != null) {
			return known;
		}
		Object answer = ask.get();
		if (answer != null) {
			this.answers.put(question, answer);
		}
		return answer;
	}

}
