package org.imprimatur.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Gives each new row of the record its entry, just before the commit and in the same
 * transaction, whoever wrote it: both stand or neither does.
 */
class LedgerWriting implements TransactionExecutionListener {

	private final Supplier<DataSource> database;

	private final Supplier<Chain> chain;

	LedgerWriting(Supplier<DataSource> database, Supplier<Chain> chain) {
		this.database = database;
		this.chain = chain;
	}

	/**
	 * Adds the entries.
	 * @throws NotEntered if it cannot, so that the transaction is rolled back
	 */
	@Override
	public void beforeCommit(TransactionExecution transaction) {
		if (transaction.isReadOnly()) {
			return;
		}
		try {
			Connection connection = connection();
			List<DueRow> due = DueRows.take(connection);
			if (!due.isEmpty()) {
				this.chain.get().add(connection, due, LedgerEntry.Kind.ADDED);
			}
		}
		catch (SQLException ex) {
			throw new NotEntered(ex);
		}
	}

	/** What was noted is not there any more. */
	@Override
	public void beforeRollback(TransactionExecution transaction) {
		try {
			NoteRow.forget(connection());
		}
		catch (SQLException ex) {
			// the connection is gone, and what it noted with it
			return;
		}
	}

	private Connection connection() {
		return DataSourceUtils.getConnection(this.database.get());
	}

	/** The ledger could not take up a row, so there is no row either. */
	static final class NotEntered extends RuntimeException {

		NotEntered(SQLException cause) {
			super("The record could not be added to its ledger", cause);
		}

	}

}
