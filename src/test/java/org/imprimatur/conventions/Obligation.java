package org.imprimatur.conventions;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One obligation of the policy as a file of {@code docs/policy} states it.
 *
 * @param file the name of the file without its ending, which is the id
 * @param facts the front matter: id, section, title, state and, for a planned one, why
 * not yet
 * @param text what the policy asks, in our own words
 */
record Obligation(String file, Map<String, String> facts, String text) {

	/** All of them by the name of their file. */
	static SortedMap<String, Obligation> all(House house) {
		SortedMap<String, Obligation> all = new TreeMap<>();
		for (Path file : house.files("docs/policy", ".md")) {
			String name = file.getFileName().toString().replace(".md", "");
			all.put(name, parse(name, house.read(file)));
		}
		return all;
	}

	private static Obligation parse(String name, String content) {
		Map<String, String> facts = new LinkedHashMap<>();
		String[] parts = content.split("(?m)^---\\R", 3);
		if (parts.length < 3) {
			return new Obligation(name, facts, content.strip());
		}
		parts[1].lines()
			.filter((line) -> line.contains(":"))
			.forEach((line) -> facts.put(line.substring(0, line.indexOf(':')).strip(),
					line.substring(line.indexOf(':') + 1).strip()));
		return new Obligation(name, facts, parts[2].strip());
	}

	String fact(String name) {
		return this.facts.getOrDefault(name, "");
	}

	boolean isTested() {
		return fact("state").equals("tested");
	}

}
