package org.imprimatur.history.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
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
