package org.imprimatur;

import java.sql.SQLException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says in a paragraph that another program has the database file open, most likely this
 * application started twice.
 */
class DatabaseInUse extends AbstractFailureAnalyzer<SQLException> {

	/** H2's code for a file that another process holds. */
	private static final int ALREADY_OPEN = 90020;

	@Override
	protected FailureAnalysis analyze(Throwable failure, SQLException cause) {
		if (cause.getErrorCode() != ALREADY_OPEN) {
			return null;
		}
		return new FailureAnalysis(
				"The database file is in use: Imprimatur has been started on it already, or another "
						+ "program has it open.",
				"Use the one that runs, or stop it and start again. To run a second one, "
						+ "give it another database by spring.datasource.url and another port by server.port.",
				cause);
	}

}
