package org.imprimatur.tasks;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.Away;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who is away and who acts for them. Rows are only ever added; an early return is one.
 */
@Component
@Policy("APPROVED")
public class Absences implements Away {

	private static final String OPEN = """
			select id, person, first_day, last_day, deputy, entered_by from absence
			where last_day >= :today and not exists (select 1 from absence_end e where e.absence = absence.id)""";

	private final JdbcClient jdbc;

	private final Clock clock;

	Absences(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** The absence of this person today. */
	public Optional<Absence> now(String login) {
		return of(login).stream().filter((one) -> one.includes(today())).findFirst();
	}

	@Override
	public boolean isAway(String login) {
		return now(login).isPresent();
	}

	/** This person's absences that are not over, the earliest first. */
	public List<Absence> of(String login) {
		return this.jdbc.sql(OPEN + " and person = :person order by first_day, id")
			.param("today", Date.valueOf(today()))
			.param("person", login)
			.query(Absences::row)
			.list();
	}

	/** Everybody's absences that are not over, the earliest first. */
	public List<Absence> all() {
		return this.jdbc.sql(OPEN + " order by first_day, id")
			.param("today", Date.valueOf(today()))
			.query(Absences::row)
			.list();
	}

	Optional<Absence> find(long id) {
		return all().stream().filter((one) -> one.id() == id).findFirst();
	}

	void enter(String person, LocalDate first, LocalDate last, String deputy, String by) {
		this.jdbc.sql("""
				insert into absence (person, first_day, last_day, deputy, entered_by, entered_at)
				values (:person, :first, :last, :deputy, :by, :at)""")
			.param("person", person)
			.param("first", Date.valueOf(first))
			.param("last", Date.valueOf(last))
			.param("deputy", deputy)
			.param("by", by)
			.param("at", Timestamp.from(this.clock.instant()))
			.update();
	}

	void end(long id, String by) {
		this.jdbc.sql("insert into absence_end (absence, ended_by, ended_at) values (?, ?, ?)")
			.params(id, by, Timestamp.from(this.clock.instant()))
			.update();
	}

	LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), LondonTime.ZONE);
	}

	private static Absence row(ResultSet row, int number) throws SQLException {
		return new Absence(row.getLong("id"), row.getString("person"), row.getDate("first_day").toLocalDate(),
				row.getDate("last_day").toLocalDate(), row.getString("deputy"), row.getString("entered_by"));
	}

}
