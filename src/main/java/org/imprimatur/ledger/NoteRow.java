package org.imprimatur.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

import org.h2.api.Trigger;
import org.h2.engine.Session;
import org.h2.jdbc.JdbcConnection;

import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Notes for H2 that a row was added to the record in this transaction. PostgreSQL has a
 * function of its own in the migration. The record is written in transactions only: a row
 * by itself would have no entry.
 */
public class NoteRow implements Trigger {

	private static final Map<Session, Set<DueRow>> DUE = new WeakHashMap<>();

	private LedgerTable table;

	private int[] key;

	@Override
	public void init(Connection connection, String schema, String trigger, String tableName, boolean before, int type) {
		this.table = LedgerTables.find(tableName.toLowerCase(Locale.ROOT));
	}

	@Override
	public void fire(Connection connection, Object[] oldRow, Object[] newRow) throws SQLException {
		if (!TransactionSynchronizationManager.isActualTransactionActive()) {
			// it has no commit to come before: a verification finds it, as on PostgreSQL
			return;
		}
		if (this.key == null) {
			this.key = positions(connection);
		}
		List<String> parts = new ArrayList<>();
		for (int at : this.key) {
			parts.add(String.valueOf(newRow[at]));
		}
		synchronized (DUE) {
			DUE.computeIfAbsent(session(connection), (session) -> new LinkedHashSet<>())
				.add(new DueRow(this.table, String.join("/", parts)));
		}
	}

	private int[] positions(Connection connection) throws SQLException {
		int[] positions = new int[this.table.key().size()];
		try (ResultSet columns = connection.getMetaData()
			.getColumns(null, connection.getSchema(), this.table.name().toUpperCase(Locale.ROOT).replace("_", "\\_"),
					"%")) {
			while (columns.next()) {
				int part = this.table.key().indexOf(columns.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
				if (part >= 0) {
					positions[part] = columns.getInt("ORDINAL_POSITION") - 1;
				}
			}
		}
		return positions;
	}

	/** Takes what was noted in this connection's transaction. */
	static Set<DueRow> take(Connection connection) throws SQLException {
		synchronized (DUE) {
			if (DUE.isEmpty()) {
				return Set.of();
			}
			Set<DueRow> due = DUE.remove(session(connection));
			return (due != null) ? due : Set.of();
		}
	}

	/** Forgets what was noted in a transaction that is rolled back. */
	static void forget(Connection connection) throws SQLException {
		if (connection.isWrapperFor(JdbcConnection.class)) {
			take(connection);
		}
	}

	private static Session session(Connection connection) throws SQLException {
		return connection.unwrap(JdbcConnection.class).getSession();
	}

}
