package org.imprimatur.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.imprimatur.kernel.WorkingTime;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The steps of people at an item, those that are over and those that are open. */
@Component
class Doings {

	private static final String ALL = """
			select case_id, definition, task, task_id, person, outcome, way, offered_at, due_at, ended_at,
			working_seconds, policy_version from history_step where reference = :reference
			union all
			select t.proc_inst_id_, t.proc_def_id_, t.task_def_key_, t.id_, t.assignee_, null, null, t.create_time_,
			t.due_date_, null, 0, null from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
			where e.business_key_ = :reference
			order by 8, 4""";

	private static final String OPEN = """
			select x.proc_inst_id_, x.act_id_ from act_ru_execution x
			join act_ru_execution p on p.id_ = x.proc_inst_id_
			where p.business_key_ = ? and x.act_id_ is not null and not exists
			(select 1 from act_ru_execution child where child.parent_id_ = x.id_)""";

	private final JdbcClient jdbc;

	private final Clock clock;

	private final WorkingTime hours = WorkingTime.ofEnglandAndWales();

	Doings(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** An element at which a case is now. */
	record Open(String caseId, String element) {
	}

	/** In the order in which they were offered. */
	List<Doing> of(String reference) {
		return this.jdbc.sql(ALL).param("reference", reference).query(this::read).list();
	}

	/** Where its cases are now, whether or not a person has to do something. */
	List<Open> open(String reference) {
		return this.jdbc.sql(OPEN)
			.param(reference)
			.query((row, number) -> new Open(row.getString(1), row.getString(2)))
			.list();
	}

	private Doing read(ResultSet row, int number) throws SQLException {
		Instant offered = time(row, "offered_at");
		String way = row.getString("way");
		Instant now = this.clock.instant();
		long seconds = (way != null) ? row.getLong("working_seconds")
				: offered.isBefore(now) ? this.hours.between(offered, now).toSeconds() : 0;
		return new Doing(row.getString("case_id"), row.getString("definition"), row.getString("task"),
				row.getString("task_id"), row.getString("person"), row.getString("outcome"),
				(way != null) ? Steps.Way.valueOf(way) : null, offered, time(row, "due_at"), time(row, "ended_at"),
				seconds, row.getString("policy_version"));
	}

	private static Instant time(ResultSet row, String column) throws SQLException {
		return (row.getTimestamp(column) != null) ? row.getTimestamp(column).toInstant() : null;
	}

}
