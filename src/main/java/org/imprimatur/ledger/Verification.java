package org.imprimatur.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;

import javax.sql.DataSource;

import org.imprimatur.ledger.Finding.Kind;

/**
 * Goes through the whole chain and every row once, some hundred at a time, while people
 * go on working. Made for one run.
 */
final class Verification {

	private static final int AT_ONCE = 500;

	private final DataSource database;

	private final LedgerKeys keys;

	private final LongConsumer progress;

	private final List<Finding> findings = new ArrayList<>();

	private final Map<Long, List<NotedHead>> noted = new TreeMap<>();

	private final Map<String, long[]> otherKeys = new LinkedHashMap<>();

	private int count;

	private long entries;

	private long next = 1;

	/** The mac of the entry before; null where that entry is missing. */
	private String before = LedgerEntry.NONE;

	Verification(DataSource database, LedgerKeys keys, List<NotedHead> noted, LongConsumer progress) {
		this.database = database;
		this.keys = keys;
		this.progress = progress;
		noted.forEach(
				(head) -> this.noted.computeIfAbsent(head.head().number(), (number) -> new ArrayList<>()).add(head));
	}

	Verified run() throws SQLException {
		LedgerHead head = head();
		while (some(head)) {
			this.progress.accept(this.next - 1);
		}
		end(head);
		for (LedgerTable table : LedgerTables.all()) {
			withoutEntry(table);
		}
		this.otherKeys
			.forEach((id,
					range) -> found(Finding.entry(Kind.UNKNOWN_KEY, range[0], "Entries " + range[0] + " to " + range[1]
							+ " were made with the key " + id
							+ ", which was not given: give it by imprimatur.ledger.former-keys to verify them.")));
		return new Verified(this.entries, head, this.count, List.copyOf(this.findings));
	}

	private LedgerHead head() throws SQLException {
		try (Connection connection = this.database.getConnection();
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(
						"select h.number, h.mac, (select max(e.number) from ledger_entry e) from ledger_head h")) {
			if (!row.next()) {
				throw new SQLException("The end of the ledger is missing. Restore the row of ledger_head.");
			}
			LedgerHead head = new LedgerHead(row.getLong(1), row.getString(2));
			long last = row.getLong(3);
			if (last > head.number()) {
				found(Finding.entry(Kind.CHANGED_ENTRY, last, "The ledger has entries up to " + last
						+ ", but its end says " + head.number() + ": somebody added entries or moved its end."));
				return new LedgerHead(last, head.mac());
			}
			return head;
		}
	}

	private boolean some(LedgerHead head) throws SQLException {
		try (Connection connection = this.database.getConnection()) {
			List<LedgerEntry> some = new ArrayList<>();
			try (PreparedStatement select = connection.prepareStatement("select " + LedgerEntry.COLUMNS
					+ " from ledger_entry where number >= ? and number <= ? order by number limit " + AT_ONCE)) {
				select.setLong(1, this.next);
				select.setLong(2, head.number());
				try (ResultSet rows = select.executeQuery()) {
					while (rows.next()) {
						some.add(LedgerEntry.read(rows));
					}
				}
			}
			some.forEach(this::chained);
			Map<String, List<LedgerEntry>> byTable = new LinkedHashMap<>();
			some.forEach((entry) -> byTable.computeIfAbsent(entry.table(), (table) -> new ArrayList<>()).add(entry));
			for (Map.Entry<String, List<LedgerEntry>> one : byTable.entrySet()) {
				rows(connection, LedgerTables.find(one.getKey()), one.getValue());
			}
			return !some.isEmpty();
		}
	}

	private void chained(LedgerEntry entry) {
		this.entries++;
		if (entry.number() != this.next) {
			missing(this.next, entry.number() - 1);
			this.before = null;
		}
		if (!this.keys.knows(entry.keyId())) {
			this.otherKeys.merge(entry.keyId(), new long[] { entry.number(), entry.number() },
					(known, now) -> new long[] { known[0], now[1] });
		}
		else if (this.before != null && !this.keys.mac(entry, this.before).equals(entry.mac())) {
			found(Finding.row(Kind.CHANGED_ENTRY, entry,
					"stands in an entry that was changed, moved or made by somebody else."));
		}
		for (NotedHead head : this.noted.getOrDefault(entry.number(), List.of())) {
			if (!head.head().mac().equals(entry.mac())) {
				found(Finding.entry(Kind.OTHER_HEAD, entry.number(), "Entry " + entry.number()
						+ " is not the one that was noted " + head.where() + ": the chain was made anew since."));
			}
		}
		this.before = entry.mac();
		this.next = entry.number() + 1;
	}

	private void missing(long from, long to) {
		found(Finding.entry(Kind.MISSING_ENTRY, from, (from == to) ? "Entry " + from + " was taken out of the ledger."
				: "Entries " + from + " to " + to + " were taken out of the ledger."));
	}

	private void rows(Connection connection, LedgerTable table, List<LedgerEntry> entries) throws SQLException {
		Map<String, LedgerEntry> open = new HashMap<>();
		entries.forEach((entry) -> open.put(entry.rowKey(), entry));
		List<LedgerEntry> changed = new ArrayList<>();
		if (table != null) {
			Set<String> keys = new HashSet<>(open.keySet());
			new RowsByKey(connection, table).read(keys, (rowKey, row) -> {
				LedgerEntry entry = open.remove(rowKey);
				if (entry != null && !matches(table, row, entry.salt(), entry.digest())) {
					changed.add(entry);
				}
			});
		}
		ErasedRows erased = new ErasedRows(connection);
		for (LedgerEntry entry : changed) {
			if (!erased.isInPart(table, entry)) {
				found(Finding.row(Kind.CHANGED_ROW, entry, "was changed in the database."));
			}
		}
		for (LedgerEntry entry : open.values()) {
			if (!erased.isWhole(entry)) {
				found(Finding.row(Kind.MISSING_ROW, entry, "was deleted from the database."));
			}
		}
	}

	/** Without its salt nothing proves the row any more. */
	static boolean matches(LedgerTable table, ResultSet row, String salt, String digest) throws SQLException {
		return salt != null && salt.matches("[0-9a-f]{32}")
				&& Canonical.digest(table, row, HexFormat.of().parseHex(salt)).equals(digest);
	}

	private void end(LedgerHead head) {
		if (this.next <= head.number()) {
			missing(this.next, head.number());
		}
		else if (this.before != null && !this.before.equals(head.mac())) {
			found(Finding.entry(Kind.CHANGED_ENTRY, head.number(),
					"The end of the ledger is not its last entry: one of them was changed."));
		}
		this.noted.forEach((number, heads) -> {
			if (number >= this.next) {
				found(Finding.entry(Kind.OTHER_HEAD, number,
						"The record was cut off, or restored from an older back-up: " + heads.get(0).where()
								+ " it had " + number + " entries, and now it ends at " + (this.next - 1) + "."));
			}
		});
	}

	/** A row is reported when two looks find it, since rows are added meanwhile. */
	private void withoutEntry(LedgerTable table) throws SQLException {
		Map<String, String> first = rowsWithoutEntry(table);
		if (!first.isEmpty()) {
			first.keySet().retainAll(rowsWithoutEntry(table).keySet());
			first.forEach((rowKey, reference) -> found(Finding.withoutEntry(table, rowKey, reference)));
		}
	}

	private Map<String, String> rowsWithoutEntry(LedgerTable table) throws SQLException {
		Map<String, String> found = new LinkedHashMap<>();
		try (Connection connection = this.database.getConnection();
				Statement statement = connection.createStatement()) {
			statement.setMaxRows(Verified.MOST);
			try (ResultSet rows = statement.executeQuery(withoutEntrySql(table))) {
				while (rows.next()) {
					found.put(rows.getString("the_key"), RowsByKey.reference(rows));
				}
			}
		}
		return found;
	}

	static String withoutEntrySql(LedgerTable table) {
		String columns = table.large() ? "" : ", r.*";
		return "select " + table.keyInSql() + " as the_key" + columns + " from " + table.name()
				+ " r where not exists (select 1 from ledger_entry e where e.table_name = '" + table.name()
				+ "' and e.row_key = " + table.keyInSql() + ")";
	}

	private void found(Finding finding) {
		this.count++;
		if (this.findings.size() < Verified.MOST) {
			this.findings.add(finding);
		}
	}

}
