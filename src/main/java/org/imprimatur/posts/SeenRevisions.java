package org.imprimatur.posts;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.imprimatur.security.Person;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which version of a post each person saw last, and which one before that. Working data,
 * not part of the record: nothing is decided by it.
 */
@Component
class SeenRevisions {

	private final JdbcClient jdbc;

	private final Clock clock;

	SeenRevisions(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** A version that somebody saw. */
	record Seen(int revision, Instant at) {
	}

	/** What is kept: the version seen last and the other one seen before it. */
	private record Kept(int revision, Instant at, Seen before) {
	}

	/**
	 * Keeps that the person sees the latest version now.
	 * @return the version they saw before this one; it stays the same however often they
	 * look at the latest
	 */
	Optional<Seen> look(String reference, int latest, Person person) {
		Optional<Kept> kept = this.jdbc.sql("""
				select revision, seen_at, before_that, before_seen_at from seen_revision
				where person = ? and reference = ?""").params(person.login(), reference).query((row, number) -> {
			Timestamp before = row.getTimestamp("before_seen_at");
			return new Kept(row.getInt("revision"), row.getTimestamp("seen_at").toInstant(),
					(before != null) ? new Seen(row.getInt("before_that"), before.toInstant()) : null);
		}).optional();
		if (kept.isEmpty()) {
			first(reference, latest, person);
			return Optional.empty();
		}
		if (kept.get().revision() >= latest) {
			return Optional.ofNullable(kept.get().before());
		}
		this.jdbc.sql("""
				update seen_revision set before_that = revision, before_seen_at = seen_at, revision = ?, seen_at = ?
				where person = ? and reference = ? and revision < ?""")
			.params(latest, Timestamp.from(this.clock.instant()), person.login(), reference, latest)
			.update();
		return Optional.of(new Seen(kept.get().revision(), kept.get().at()));
	}

	private void first(String reference, int latest, Person person) {
		try {
			this.jdbc.sql("insert into seen_revision (person, reference, revision, seen_at) values (?, ?, ?, ?)")
				.params(person.login(), reference, latest, Timestamp.from(this.clock.instant()))
				.update();
		}
		catch (DuplicateKeyException ex) {
			// the same person, in two windows at once
		}
	}

}
