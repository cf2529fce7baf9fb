package org.imprimatur.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.imprimatur.kernel.Policy;
import org.imprimatur.models.RecordedRoutes;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ways that cases went, for those who want to know where others would lead. */
@Component
@Policy("APPROVED")
class RoutesOnRecord implements RecordedRoutes {

	/** A case takes some twenty flows; the last cases are among so many of them. */
	private static final int FLOWS = 60;

	private final JdbcClient jdbc;

	RoutesOnRecord(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<Route> last(Collection<String> definitions, int most) {
		if (definitions.isEmpty()) {
			return List.of();
		}
		List<String> cases = this.jdbc.sql("""
				select case_id from trail where reference is not null and definition in (:definitions)
				order by id desc limit :most""")
			.param("definitions", definitions)
			.param("most", most * FLOWS)
			.query(String.class)
			.list()
			.stream()
			.distinct()
			.limit(most)
			.toList();
		Map<String, Route> routes = new LinkedHashMap<>();
		cases.forEach((one) -> this.jdbc
			.sql("select reference, definition, flow, taken_at from trail where case_id = ? order by id")
			.param(one)
			.query((row) -> {
				String reference = row.getString("reference");
				routes.computeIfAbsent(one, (key) -> new Route(reference, one, new ArrayList<>()))
					.taken()
					.add(new Taken(row.getString("definition"), row.getString("flow"),
							row.getTimestamp("taken_at").toInstant()));
			}));
		return List.copyOf(routes.values());
	}

}
