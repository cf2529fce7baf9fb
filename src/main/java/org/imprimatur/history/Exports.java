package org.imprimatur.history;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.imprimatur.kernel.Policy;
import org.imprimatur.ledger.Ledger;
import org.imprimatur.ledger.LedgerHead;
import org.imprimatur.security.Person;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who took what out of the history, and when: written before the first line leaves, with
 * the ledger's head that is printed on it.
 */
@Component
@Policy("ONE-LOGIN")
public class Exports {

	private static final int LONGEST = 2_000;

	private final JdbcClient jdbc;

	private final Ledger ledger;

	private final Clock clock;

	Exports(JdbcClient jdbc, Ledger ledger, Clock clock) {
		this.jdbc = jdbc;
		this.ledger = ledger;
		this.clock = clock;
	}

	/**
	 * Records an export whose bytes are not known beforehand.
	 * @param form such as {@code csv}
	 * @param query the search, as the address holds it
	 * @return the head to print on it
	 */
	@Transactional
	public LedgerHead record(String form, String query, Person person) {
		LedgerHead head = this.ledger.head();
		record(form, query, person, head, null);
		return head;
	}

	/**
	 * Records a file that was made whole before it leaves.
	 * @param form such as {@code case-file}
	 * @param query what it is about, such as a reference
	 * @param head what is printed on it
	 * @param sha256 of its bytes, in hexadecimal digits; null if it is not known
	 */
	@Transactional
	public void record(String form, String query, Person person, LedgerHead head, String sha256) {
		this.jdbc
			.sql("insert into history_export (person, form, query, taken_at, head, sha256)"
					+ " values (:person, :form, :query, :at, :head, :sha256)")
			.param("person", person.login())
			.param("form", form)
			.param("query", query.substring(0, Math.min(query.length(), LONGEST)))
			.param("at", Timestamp.from(this.clock.instant()))
			.param("head", head.toString())
			.param("sha256", sha256, Types.VARCHAR)
			.update();
	}

	/**
	 * An export that was made.
	 *
	 * @param form such as {@code case-file}
	 * @param about such as a reference
	 * @param head of the ledger, as printed on it
	 */
	public record Taken(String person, String form, String about, Instant at, String head) {
	}

	/**
	 * The exports whose bytes have this SHA-256, in hexadecimal digits, the first first.
	 */
	public List<Taken> of(String sha256) {
		return this.jdbc
			.sql("select person, form, query, taken_at, head from history_export where sha256 = ? order by id")
			.param(sha256)
			.query((row, number) -> new Taken(row.getString("person"), row.getString("form"), row.getString("query"),
					row.getTimestamp("taken_at").toInstant(), row.getString("head")))
			.list();
	}

}
