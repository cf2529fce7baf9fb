package org.imprimatur.deadlines;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All reminders that were given; at most one for each task, none is ever changed. */
@Component
public class Reminders {

	private final JdbcClient jdbc;

	Reminders(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The reminders of one item, the oldest first. */
	public List<Reminder> of(String reference) {
		return this.jdbc.sql("""
				select reference, task_id, task, due_at, reminded_at, people from reminder
				where reference = :reference order by reminded_at, id
				""").param("reference", reference).query(Reminders::read).list();
	}

	/**
	 * Keeps the reminder, within the caller's transaction, unless its task has one.
	 * @return whether it was kept
	 */
	public boolean add(Reminder reminder) {
		boolean known = this.jdbc.sql("select count(*) from reminder where task_id = :taskId")
			.param("taskId", reminder.taskId())
			.query(Integer.class)
			.single() > 0;
		// two at the same moment meet the unique constraint; the later is tried again
		return !known && this.jdbc.sql("""
				insert into reminder (reference, task_id, task, due_at, reminded_at, people)
				values (:reference, :taskId, :task, :dueAt, :remindedAt, :people)
				""")
			.param("reference", reminder.reference())
			.param("taskId", reminder.taskId())
			.param("task", reminder.task())
			.param("dueAt", stored(reminder.dueAt()))
			.param("remindedAt", stored(reminder.remindedAt()))
			.param("people", reminder.people())
			.update() == 1;
	}

	private static OffsetDateTime stored(Instant time) {
		return (time != null) ? time.atOffset(ZoneOffset.UTC) : null;
	}

	private static Reminder read(ResultSet row, int number) throws SQLException {
		return new Reminder(row.getString("reference"), row.getString("task_id"), row.getString("task"),
				time(row, "due_at"), time(row, "reminded_at"), row.getString("people"));
	}

	private static Instant time(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

}
