package org.imprimatur.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Whether a row that is not as it was entered was erased by the rules. What says so is a
 * row of the record, with an entry of its own.
 */
final class ErasedRows {

	private final Connection connection;

	ErasedRows(Connection connection) {
		this.connection = connection;
	}

	/** What the last erasure left of a row; the digest is null if nothing. */
	private record Left(String digest, String salt) {
	}

	/** Whether the row was deleted by an erasure. */
	boolean isWhole(LedgerEntry entry) throws SQLException {
		Left left = left(entry);
		return left != null && left.digest() == null && left.salt() == null;
	}

	/** Whether the row is as an erasure left it. */
	boolean isInPart(LedgerTable table, LedgerEntry entry) throws SQLException {
		Left left = left(entry);
		if (left == null || left.digest() == null) {
			return false;
		}
		boolean[] is = { false };
		new RowsByKey(this.connection, table).read(List.of(entry.rowKey()),
				(rowKey, row) -> is[0] = Verification.matches(table, row, left.salt(), left.digest()));
		return is[0];
	}

	/** Null if it was never erased. The salt is read again: it may have gone just now. */
	private Left left(LedgerEntry entry) throws SQLException {
		try (PreparedStatement select = this.connection.prepareStatement("""
				select r.digest, e.salt from erasure_row r
				join ledger_entry e on e.table_name = r.table_name and e.row_key = r.row_key
				where r.table_name = ? and r.row_key = ? order by r.id desc""")) {
			select.setString(1, entry.table());
			select.setString(2, entry.rowKey());
			select.setMaxRows(1);
			try (ResultSet rows = select.executeQuery()) {
				return rows.next() ? new Left(rows.getString(1), rows.getString(2)) : null;
			}
		}
	}

}
