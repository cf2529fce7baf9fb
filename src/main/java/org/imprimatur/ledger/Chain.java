package org.imprimatur.ledger;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds entries at the end of the chain, in the caller's transaction. Whoever adds holds
 * the end until the commit, so that two transactions make one chain. Four statements, and
 * one for each table.
 */
final class Chain {

	private static final int SALT_BYTES = 16;

	private static final SecureRandom RANDOM = new SecureRandom();

	private final LedgerKeys keys;

	private final Clock clock;

	Chain(LedgerKeys keys, Clock clock) {
		this.keys = keys;
		this.clock = clock;
	}

	/**
	 * Adds an entry for each of these rows that still stands.
	 * @return how many
	 */
	int add(Connection connection, Collection<DueRow> due, LedgerEntry.Kind kind) throws SQLException {
		Map<LedgerTable, List<String>> byTable = new LinkedHashMap<>();
		due.forEach((row) -> byTable.computeIfAbsent(row.table(), (table) -> new ArrayList<>()).add(row.rowKey()));
		List<Sealed> sealed = new ArrayList<>();
		for (Map.Entry<LedgerTable, List<String>> one : byTable.entrySet()) {
			new RowsByKey(connection, one.getKey()).read(one.getValue(), (rowKey, row) -> {
				byte[] salt = new byte[SALT_BYTES];
				RANDOM.nextBytes(salt);
				sealed.add(new Sealed(one.getKey(), rowKey, RowsByKey.reference(row), HexFormat.of().formatHex(salt),
						Canonical.digest(one.getKey(), row, salt)));
			});
		}
		if (!sealed.isEmpty()) {
			append(connection, sealed, kind);
		}
		return sealed.size();
	}

	/** A row whose digest has been taken, not yet in the chain. */
	private record Sealed(LedgerTable table, String rowKey, String reference, String salt, String digest) {
	}

	private void append(Connection connection, List<Sealed> rows, LedgerEntry.Kind kind) throws SQLException {
		LedgerHead head = lock(connection);
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		long number = head.number();
		String mac = head.mac();
		try (PreparedStatement insert = connection.prepareStatement(
				"insert into ledger_entry (" + LedgerEntry.COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
			for (Sealed row : rows) {
				LedgerEntry open = new LedgerEntry(++number, kind, now, row.table().name(), row.rowKey(),
						row.reference(), row.salt(), row.digest(), this.keys.currentId(), "");
				mac = this.keys.mac(open, mac);
				Object[] values = open.values();
				values[values.length - 1] = mac;
				for (int i = 0; i < values.length; i++) {
					if (values[i] == null) {
						insert.setNull(i + 1, Types.VARCHAR);
					}
					else {
						insert.setObject(i + 1, values[i]);
					}
				}
				insert.addBatch();
			}
			insert.executeBatch();
		}
		try (PreparedStatement update = connection.prepareStatement("update ledger_head set number = ?, mac = ?")) {
			update.setLong(1, number);
			update.setString(2, mac);
			update.executeUpdate();
		}
	}

	private static LedgerHead lock(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet head = statement.executeQuery("select number, mac from ledger_head for update")) {
			if (!head.next()) {
				throw new SQLException("The end of the ledger is missing. Restore the row of ledger_head.");
			}
			return new LedgerHead(head.getLong(1), head.getString(2));
		}
	}

}
