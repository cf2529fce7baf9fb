package org.imprimatur.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something that is counted: the items that a search finds, so that every number can be
 * looked into.
 *
 * @param label such as "Approved"
 * @param definition what is counted, as a sentence
 * @param search the fields of the search
 */
public record Figure(String label, String definition, Map<String, List<String>> search) {

	/**
	 * A figure of one feature.
	 * @param search fields, each followed by its value; of one that stands several times
	 * any value will do
	 */
	public static Figure of(String feature, String label, String definition, String... search) {
		Map<String, List<String>> fields = new LinkedHashMap<>();
		fields.put("feature", List.of(feature));
		for (int i = 0; i < search.length; i += 2) {
			fields.computeIfAbsent(search[i], (name) -> new ArrayList<>()).add(search[i + 1]);
		}
		return new Figure(label, definition, fields);
	}

}
