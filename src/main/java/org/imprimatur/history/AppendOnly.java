package org.imprimatur.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import org.h2.api.Trigger;
import org.imprimatur.ledger.Erasing;

/**
 * Keeps H2 from changing or deleting a row of the record, whoever asks, except where an
 * erasure was announced. PostgreSQL has the same rule in its own migrations.
 */
public class AppendOnly implements Trigger {

	/** What is said of erasures and verifications is never erased itself. */
	private static final Set<String> ALWAYS = Set.of("erasure", "erasure_row", "ledger_taken_up",
			"ledger_verification");

	private static final String ENTRIES = "ledger_entry";

	/** Where an entry has its salt: the only part of it that may go. */
	private static final int SALT = 6;

	private String table = "";

	@Override
	public void init(Connection connection, String schema, String trigger, String tableName, boolean before, int type) {
		this.table = tableName.toLowerCase(Locale.ROOT);
	}

	@Override
	public void fire(Connection connection, Object[] oldRow, Object[] newRow) throws SQLException {
		if (Erasing.isUnderWay() && !ALWAYS.contains(this.table)
				&& (!this.table.equals(ENTRIES) || newRow != null && differInSaltOnly(oldRow, newRow))) {
			return;
		}
		throw new SQLException("Rows of " + this.table + " are part of the record: they are never changed or deleted.");
	}

	private static boolean differInSaltOnly(Object[] oldRow, Object[] newRow) {
		for (int i = 0; i < oldRow.length; i++) {
			if (i != SALT && !Objects.equals(oldRow[i], newRow[i])) {
				return false;
			}
		}
		return true;
	}

}
