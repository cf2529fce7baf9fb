package org.imprimatur.operating;

import java.util.Map;

/**
 * One number for a monitor.
 *
 * @param name after {@code imprimatur_}, in snake case, with its unit, such as
 * {@code slot_lateness_seconds}
 * @param help what it is, in a sentence
 * @param labels what tells it from others of the same name; never a person or an item
 */
public record Figure(String name, String help, Map<String, String> labels, double value) {

	public Figure {
		labels = Map.copyOf(labels);
	}

	public static Figure of(String name, String help, double value) {
		return new Figure(name, help, Map.of(), value);
	}

}
