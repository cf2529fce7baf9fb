package org.imprimatur.incidents;

import java.util.List;
import java.util.Set;

import org.imprimatur.history.ItemRows;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the record holds of an incident; the meetings of the Boards stay. */
@Component
class IncidentRows implements ItemRows {

	private static final List<Rows> ROWS = List.of(
			Rows.of("incident_action_done", "r.action in (select a.id from incident_action a where a.reference = ?)"),
			Rows.of("incident_action"), Rows.of("board_notice"), Rows.of("board_target"), Rows.of("trustees_knowledge"),
			Rows.of("trustees_round"), Rows.of("trustee_notice"), Rows.of("incident_look"), Rows.of("incident_duty"),
			Rows.of("incident_act"), Rows.of("assessment"), Rows.of("incident_file"), Rows.of("incident_facts"),
			Rows.of("incident_case_ending",
					"r.case_id in (select c.case_id from incident_case c where c.reference = ?)"),
			Rows.of("incident_case"), Rows.of("incident"));

	private final JdbcClient jdbc;

	IncidentRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<Rows> rows() {
		return ROWS;
	}

	@Override
	public Set<String> files(String reference) {
		return Set.copyOf(this.jdbc.sql("select file from incident_file where reference = ?")
			.param(reference)
			.query(String.class)
			.list());
	}

	@Override
	public boolean uses(String file) {
		return !this.jdbc.sql("select file from incident_file where file = ?")
			.param(file)
			.query(String.class)
			.list()
			.isEmpty();
	}

}
