package org.imprimatur.history;

import java.sql.Timestamp;
import java.time.Clock;

import org.imprimatur.kernel.Policy;
import org.imprimatur.security.Person;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who took what out of the history, and when: written before the first line leaves. */
@Component
@Policy("ONE-LOGIN")
public class Exports {

	private static final int LONGEST = 2_000;

	private final JdbcClient jdbc;

	private final Clock clock;

	Exports(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Records an export.
	 * @param form such as {@code csv}
	 * @param query the search, as the address holds it
	 */
	@Transactional
	public void record(String form, String query, Person person) {
		this.jdbc.sql("insert into history_export (person, form, query, taken_at) values (?, ?, ?, ?)")
			.params(person.login(), form, query.substring(0, Math.min(query.length(), LONGEST)),
					Timestamp.from(this.clock.instant()))
			.update();
	}

}
