package org.imprimatur.tasks;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;

import org.imprimatur.kernel.Policy;
import org.imprimatur.security.People;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who did what for somebody who was away. Rows are only ever added. */
@Component
@Policy("ONE-LOGIN")
class Takeovers {

	private final JdbcClient jdbc;

	private final People people;

	private final Clock clock;

	Takeovers(JdbcClient jdbc, People people, Clock clock) {
		this.jdbc = jdbc;
		this.people = people;
		this.clock = clock;
	}

	void add(TaskAtHand task, String to, boolean asDeputy) {
		this.jdbc.sql("""
				insert into task_takeover (reference, task, task_id, from_person, to_person, as_deputy, at)
				values (?, ?, ?, ?, ?, ?, ?)""")
			.params(task.reference(), task.task(), task.id(), task.assignee(), to, asDeputy,
					Timestamp.from(this.clock.instant()))
			.update();
	}

	List<Happening> of(String reference) {
		return this.jdbc.sql(
				"select task, from_person, to_person, as_deputy, at from task_takeover where reference = ? order by id")
			.param(reference)
			.query((row, number) -> new Happening(row.getTimestamp(5).toInstant(), this.people.nameOf(row.getString(3)),
					"Took over “" + row.getString(1).replace('-', ' ') + "” from "
							+ this.people.nameOf(row.getString(2)) + ", who is away"
							+ (row.getBoolean(4) ? ", as their deputy" : ""),
					null))
			.list();
	}

}
