package org.imprimatur.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.postgresql.PGConnection;

/**
 * The rows that this transaction has added to the record so far. A transaction that added
 * none costs no question: H2 notes in this program, and PostgreSQL tells by the name of
 * the application, which drivers get without asking.
 */
final class DueRows {

	/** As the migration sets it for the rest of the transaction. */
	private static final String ADDING = "imprimatur, adding to the record";

	private DueRows() {
	}

	/** Takes them out, so that they are dealt with once. */
	static List<DueRow> take(Connection connection) throws SQLException {
		if (!connection.isWrapperFor(PGConnection.class)) {
			return List.copyOf(NoteRow.take(connection));
		}
		String told = connection.unwrap(PGConnection.class).getParameterStatus("application_name");
		if (told != null && !told.equals(ADDING)) {
			return List.of();
		}
		try (Statement statement = connection.createStatement();
				ResultSet noted = statement.executeQuery("select current_setting('imprimatur.due', true)")) {
			noted.next();
			return rows(noted.getString(1));
		}
	}

	private static List<DueRow> rows(String noted) throws SQLException {
		List<DueRow> due = new ArrayList<>();
		for (String line : ((noted != null) ? noted : "").lines().toList()) {
			int colon = line.indexOf(':');
			LedgerTable table = LedgerTables.find(line.substring(0, colon));
			if (table == null) {
				throw new SQLException("The ledger does not know the table " + line.substring(0, colon));
			}
			due.add(new DueRow(table, line.substring(colon + 1)));
		}
		return due;
	}

}
