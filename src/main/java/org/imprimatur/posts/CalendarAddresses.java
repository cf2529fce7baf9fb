package org.imprimatur.posts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

import org.imprimatur.security.People;
import org.imprimatur.security.Person;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The secret address under which a person's own calendar is read without a sign-in: 256
 * bits, shown once, kept as a digest only. A new one ends the old one at once.
 */
@Component
public class CalendarAddresses {

	private static final int BYTES = 32;

	private final SecureRandom random = new SecureRandom();

	private final JdbcClient jdbc;

	private final People people;

	private final Clock clock;

	CalendarAddresses(JdbcClient jdbc, People people, Clock clock) {
		this.jdbc = jdbc;
		this.people = people;
		this.clock = clock;
	}

	/** Makes a new secret in place of any before; it cannot be read again. */
	@Transactional
	public String renew(Person person) {
		byte[] bytes = new byte[BYTES];
		this.random.nextBytes(bytes);
		String secret = HexFormat.of().formatHex(bytes);
		Timestamp now = Timestamp.from(this.clock.instant());
		int changed = this.jdbc.sql("update calendar_address set digest = ?, made_at = ? where person = ?")
			.params(digest(secret), now, person.login())
			.update();
		if (changed == 0) {
			this.jdbc.sql("insert into calendar_address (person, digest, made_at) values (?, ?, ?)")
				.params(person.login(), digest(secret), now)
				.update();
		}
		return secret;
	}

	/** Ends the person's address; calendars that use it find nothing from now on. */
	@Transactional
	public void end(Person person) {
		this.jdbc.sql("delete from calendar_address where person = ?").param(person.login()).update();
	}

	/** Since when the person has an address. */
	public Optional<Instant> since(Person person) {
		return this.jdbc.sql("select made_at from calendar_address where person = ?")
			.param(person.login())
			.query((row, number) -> row.getTimestamp(1).toInstant())
			.optional();
	}

	/** Whose address it is, with the groups the person is in now; empty if nobody's. */
	public Optional<Person> personOf(String secret) {
		if (!secret.matches("[0-9a-f]{" + 2 * BYTES + "}")) {
			return Optional.empty();
		}
		return this.jdbc.sql("select person from calendar_address where digest = ?")
			.param(digest(secret))
			.query(String.class)
			.optional()
			.flatMap(this.people::find);
	}

	private static String digest(String secret) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

}
