package org.imprimatur.tasks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a person typed into a form: field name to values, exactly as sent but for line
 * ends, which become single line feeds. Immutable.
 */
public final class Fields {

	private static final Fields NONE = new Fields(Map.of());

	private final Map<String, List<String>> values;

	private Fields(Map<String, List<String>> values) {
		this.values = values;
	}

	/** Fields of these values; empty values are kept, absent ones are not invented. */
	public static Fields of(Map<String, List<String>> values) {
		Map<String, List<String>> copy = new LinkedHashMap<>();
		values.forEach((name, all) -> copy.put(name, all.stream().map(Fields::lineFeeds).toList()));
		return new Fields(copy);
	}

	public static Fields none() {
		return NONE;
	}

	/** The first value, without spaces around it; empty if there is none. */
	public String value(String name) {
		List<String> all = this.values.getOrDefault(name, List.of());
		return all.isEmpty() ? "" : all.get(0).strip();
	}

	/** All values that are not blank, in the order of the form. */
	public List<String> values(String name) {
		return this.values.getOrDefault(name, List.of()).stream().filter((value) -> !value.isBlank()).toList();
	}

	/** All values with the blank ones, for fields that belong together by their order. */
	public List<String> inOrder(String name) {
		return this.values.getOrDefault(name, List.of());
	}

	public boolean has(String name, String value) {
		return this.values.getOrDefault(name, List.of()).contains(value);
	}

	public boolean isEmpty() {
		return this.values.isEmpty();
	}

	public Set<String> names() {
		return this.values.keySet();
	}

	public Map<String, List<String>> asMap() {
		return Map.copyOf(this.values);
	}

	/** These fields with one of them set. */
	public Fields with(String name, String value) {
		return with(name, List.of((value != null) ? value : ""));
	}

	/** These fields with one repeated field set. */
	public Fields with(String name, List<String> all) {
		Map<String, List<String>> copy = new LinkedHashMap<>(this.values);
		copy.put(name, List.copyOf(all));
		return new Fields(copy);
	}

	/** Only the fields of these names. */
	public Fields only(Set<String> names) {
		Map<String, List<String>> copy = new LinkedHashMap<>(this.values);
		copy.keySet().retainAll(names);
		return new Fields(copy);
	}

	/** What was filled in: name to values, without those that are blank. */
	public Map<String, List<String>> filled() {
		Map<String, List<String>> filled = new LinkedHashMap<>();
		this.values.keySet().forEach((name) -> {
			if (!values(name).isEmpty()) {
				filled.put(name, values(name));
			}
		});
		return filled;
	}

	private static String lineFeeds(String value) {
		return value.replace("\r\n", "\n").replace('\r', '\n');
	}

}
