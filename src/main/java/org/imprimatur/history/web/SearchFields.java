package org.imprimatur.history.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.tasks.Fields;

/** The search as it stands in an address. */
final class SearchFields {

	private static final List<String> FIELDS = List.of("q", "feature", "person", "account", "team", "entity", "state",
			"ending", "outcome", "sign", "from", "to");

	private SearchFields() {
	}

	static Fields of(HttpServletRequest request) {
		return Fields.of(FIELDS.stream()
			.filter((name) -> request.getParameterValues(name) != null)
			.collect(Collectors.toMap((name) -> name, (name) -> Arrays.asList(request.getParameterValues(name)))));
	}

	/** Fields of the address that no search has, in the order of their letters. */
	static Set<String> unknown(HttpServletRequest request, String... besides) {
		Set<String> unknown = new TreeSet<>(request.getParameterMap().keySet());
		unknown.removeAll(FIELDS);
		unknown.removeAll(List.of(besides));
		return unknown;
	}

	/**
	 * For programs, which would take an answer to another question for theirs.
	 * @throws InvalidFields if there is a field that no search has
	 */
	static void mustBeKnown(HttpServletRequest request, String... besides) {
		Map<String, String> errors = new LinkedHashMap<>();
		unknown(request, besides).forEach(
				(name) -> errors.put(name, "There is no such field. A search has " + String.join(", ", FIELDS) + "."));
		if (!errors.isEmpty()) {
			throw new InvalidFields(errors);
		}
	}

	/** What was asked, each field that is filled in, as an address holds it. */
	static String query(Fields fields) {
		return query(fields, FIELDS);
	}

	static String query(Fields fields, List<String> names) {
		return names.stream()
			.flatMap((name) -> fields.values(name)
				.stream()
				.filter((value) -> !value.isBlank())
				.map((value) -> name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
			.collect(Collectors.joining("&"));
	}

}
