package org.imprimatur.history;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;

import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Searches that somebody wants again: their own, by name. No part of the record. */
@Component
public class SavedSearches {

	private static final int LONGEST_NAME = 100;

	private static final int LONGEST_QUERY = 2_000;

	private static final int MOST = 50;

	private final JdbcClient jdbc;

	private final Clock clock;

	SavedSearches(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * One of them.
	 *
	 * @param query as the address holds it
	 */
	public record Saved(String name, String query) {
	}

	/** The person's own, in the order of their names. */
	public List<Saved> of(Person person) {
		return this.jdbc.sql("select name, query from saved_search where person = ? order by name")
			.param(person.login())
			.query(Saved.class)
			.list();
	}

	/**
	 * Keeps a search; another one of that name is replaced.
	 * @throws InvalidFields if it has no name, or there are too many
	 */
	@Transactional
	public void save(Fields fields, String query, Person person) {
		FieldCheck check = new FieldCheck(fields);
		String kept = check.required("name", LONGEST_NAME, "the name", "Enter a name for the search.");
		check.done();
		if (query.length() > LONGEST_QUERY) {
			throw new InvalidFields("name", "This search is too long to be saved. Keep its address instead.");
		}
		remove(kept, person);
		if (of(person).size() >= MOST) {
			throw new InvalidFields("name", "You have " + MOST + " saved searches. Remove one first.");
		}
		this.jdbc.sql("insert into saved_search (person, name, query, saved_at) values (?, ?, ?, ?)")
			.params(person.login(), kept, query, Timestamp.from(this.clock.instant()))
			.update();
	}

	/** Forgets it; nothing happens if there is none of that name. */
	@Transactional
	public void remove(String name, Person person) {
		this.jdbc.sql("delete from saved_search where person = ? and name = ?").params(person.login(), name).update();
	}

}
