package org.imprimatur.history;

import java.sql.Connection;
import java.sql.SQLException;

import org.h2.api.Trigger;

/**
 * Keeps H2 from changing or deleting a row of the record, whoever asks. PostgreSQL has
 * the same rule in its own migration.
 */
public class AppendOnly implements Trigger {

	private String table = "";

	@Override
	public void init(Connection connection, String schema, String trigger, String tableName, boolean before, int type) {
		this.table = tableName;
	}

	@Override
	public void fire(Connection connection, Object[] oldRow, Object[] newRow) throws SQLException {
		throw new SQLException("Rows of " + this.table + " are part of the record: they are never changed or deleted.");
	}

}
