package org.imprimatur.accounts.web;

import java.util.List;
import java.util.Map;

import org.imprimatur.kernel.Outcome;

/** One of the people or teams that a form offers. */
record Choice(String name, String label, String definition) implements Outcome {

	/** Names by id; people of the same name are told apart by their logins. */
	static List<Choice> of(Map<String, String> names, boolean withId) {
		return names.entrySet()
			.stream()
			.map((one) -> new Choice(one.getKey(), one.getValue() + (withId ? " (" + one.getKey() + ")" : ""), ""))
			.toList();
	}

}
