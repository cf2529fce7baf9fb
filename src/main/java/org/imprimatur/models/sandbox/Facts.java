package org.imprimatur.models.sandbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.imprimatur.kernel.LondonTime;
import org.imprimatur.models.check.Fact;
import org.imprimatur.models.check.Questions;
import org.imprimatur.models.sandbox.Trial.Stop;

/** What was answered, as the engine takes it, and what is known, as people write it. */
final class Facts {

	private static final int MOST_IN_A_LIST = 20;

	private Facts() {
	}

	/**
	 * @throws IllegalArgumentException saying what has to be answered
	 */
	static Map<String, Object> read(Stop stop, Map<String, String> sent, Questions questions) {
		Map<String, Object> facts = new HashMap<>();
		List<Fact> asked = new ArrayList<>(stop.asked());
		if (stop.outcome() != null) {
			asked.add(stop.outcome());
		}
		for (Fact fact : asked) {
			if (fact.needed() && sent.getOrDefault(fact.name(), "").isBlank()
					&& !stop.known().containsKey(fact.name())) {
				throw new IllegalArgumentException("Answer “" + fact.label() + "” at “" + stop.label() + "”.");
			}
		}
		sent.forEach((name, text) -> {
			if (!text.isBlank()) {
				Fact fact = asked.stream()
					.filter((one) -> one.name().equals(name))
					.findFirst()
					.orElseGet(() -> questions.fact(name));
				facts.put(name, value(fact, text.strip()));
			}
		});
		return facts;
	}

	private static Object value(Fact fact, String text) {
		try {
			return switch (fact.sort()) {
				case BOOLEAN -> Boolean.valueOf(text);
				case NUMBER -> Integer.valueOf(text);
				case TIME -> Date.from(LondonTime.parse(text));
				case LIST -> list(fact, text);
				case CODE, TEXT -> text;
			};
		}
		catch (NumberFormatException ex) {
			throw new IllegalArgumentException("Enter “" + fact.label() + "” as a whole number, such as 3.", ex);
		}
		catch (LondonTime.NotATime ex) {
			throw new IllegalArgumentException("“" + fact.label() + "”: " + ex.getMessage(), ex);
		}
	}

	private static List<String> list(Fact fact, String text) {
		List<String> all = new ArrayList<>(
				Arrays.stream(text.split(",")).map(String::strip).filter((one) -> !one.isEmpty()).toList());
		if (all.size() > MOST_IN_A_LIST) {
			throw new IllegalArgumentException("Name at most " + MOST_IN_A_LIST + " at “" + fact.label() + "”.");
		}
		return all;
	}

	/** What is known of what is asked, as it would be typed. */
	static Map<String, String> known(List<Fact> asked, Map<String, Object> facts) {
		Map<String, String> known = new TreeMap<>();
		for (Fact fact : asked) {
			Object value = facts.get(fact.name());
			if (value instanceof Date date) {
				known.put(fact.name(), LondonTime.input(date.toInstant()));
			}
			else if (value instanceof List<?> list) {
				known.put(fact.name(), list.stream().map(String::valueOf).collect(Collectors.joining(", ")));
			}
			else if (value != null) {
				known.put(fact.name(), String.valueOf(value));
			}
		}
		return known;
	}

	/** The answers besides the decision, in words. */
	static String words(Stop stop, Map<String, String> sent) {
		String words = stop.asked()
			.stream()
			.filter((fact) -> !sent.getOrDefault(fact.name(), "").isBlank())
			.map((fact) -> fact.label() + " " + sent.get(fact.name()))
			.collect(Collectors.joining(", "));
		return words.isEmpty() ? "" : ", with " + words;
	}

}
