package org.imprimatur.ledger;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.imprimatur.kernel.Policy;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The chain over the record: where it ends, and whether everything in it is as it was
 * entered. Each verification is itself in the record.
 */
@Component
@Policy("ONE-LOGIN")
public class Ledger {

	private final DataSource database;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final LedgerKeys keys;

	private final Heads heads;

	private final Clock clock;

	private final List<RecordCheck> checks;

	Ledger(DataSource database, JdbcClient jdbc, TransactionTemplate transaction, LedgerKeys keys, Heads heads,
			Clock clock, List<RecordCheck> checks) {
		this.database = database;
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.keys = keys;
		this.heads = heads;
		this.clock = clock;
		this.checks = checks;
	}

	/** Where the chain ends now; to be printed on whatever leaves the house. */
	public LedgerHead head() {
		return this.jdbc.sql("select number, mac from ledger_head")
			.query((row, number) -> new LedgerHead(row.getLong("number"), row.getString("mac")))
			.single();
	}

	/**
	 * One entry, as it is printed.
	 *
	 * @param what the sort of row it is about, in words
	 * @param digest of that row, salted, in hexadecimal digits
	 */
	public record Printed(long number, Instant at, String what, String digest) {
	}

	/** The entries about one item, the first first. */
	public List<Printed> of(String reference) {
		return this.jdbc
			.sql("select number, at, table_name, digest from ledger_entry where reference = ? order by number")
			.param(reference)
			.query((row, number) -> {
				LedgerTable table = LedgerTables.find(row.getString("table_name"));
				return new Printed(row.getLong("number"),
						row.getObject("at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
						(table != null) ? table.words() : row.getString("table_name"), row.getString("digest"));
			})
			.list();
	}

	/** Whether the last entry was made with a key that was given. */
	public boolean keyFits() {
		return this.jdbc.sql("select key_id from ledger_entry order by number desc limit 1")
			.query(String.class)
			.optional()
			.map(this.keys::knows)
			.orElse(true);
	}

	/**
	 * Verifies everything, which takes its time, and records what was found.
	 * @param by login of who asked; null for the program itself
	 */
	public Verified verify(String by) {
		return verify(by, List.of(), (number) -> {
		});
	}

	Verified verify(String by, List<NotedHead> besides, LongConsumer progress) {
		Instant begun = this.clock.instant();
		List<NotedHead> noted = new ArrayList<>(this.heads.noted());
		noted.addAll(besides);
		Verified verified;
		try {
			verified = new Verification(this.database, this.keys, noted, progress).run()
				.and(this.checks.stream().flatMap((check) -> check.find(Verified.MOST).stream()).toList());
		}
		catch (SQLException ex) {
			throw new IllegalStateException("The record could not be read", ex);
		}
		this.transaction.executeWithoutResult((status) -> this.jdbc.sql("""
				insert into ledger_verification
				(verified_by, begun_at, ended_at, entries, head_mac, findings, found)
				values (:by, :begun, :ended, :entries, :mac, :count, :found)""")
			.param("by", by, Types.VARCHAR)
			.param("begun", Timestamp.from(begun))
			.param("ended", Timestamp.from(this.clock.instant()))
			.param("entries", verified.entries())
			.param("mac", verified.head().mac())
			.param("count", verified.count())
			.param("found", verified.findings().stream().map(Finding::line).collect(Collectors.joining("\n")))
			.update());
		return verified;
	}

	/** The last verification; empty if there was none. */
	public Optional<PastVerification> last() {
		return past(1).stream().findFirst();
	}

	/** The last verifications, the newest first. */
	public List<PastVerification> past(int most) {
		return this.jdbc.sql("select * from ledger_verification order by id desc limit ?")
			.param(most)
			.query((row, number) -> new PastVerification(row.getLong("id"), row.getString("verified_by"),
					row.getTimestamp("begun_at").toInstant(), row.getTimestamp("ended_at").toInstant(),
					row.getLong("entries"), row.getString("head_mac"), row.getInt("findings"),
					row.getString("found").lines().map(PastVerification.Found::of).toList()))
			.list();
	}

	/** The key that new entries are made with, by its name; says nothing of the key. */
	public String keyId() {
		return this.keys.currentId();
	}

	/** How many rows stood in the record before there was a ledger. */
	public long takenUp() {
		return this.jdbc.sql("select coalesce(sum(taken_up), 0) from ledger_taken_up").query(Long.class).single();
	}

}
