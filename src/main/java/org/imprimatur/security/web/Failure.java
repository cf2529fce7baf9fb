package org.imprimatur.security.web;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.Refusal;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;

/** A failure whose status and sentence are known. */
record Failure(int status, String type, String sentence) {

	static final String AT_ONCE = "Somebody else changed this at the same moment. Load the page again to see what it is now.";

	static final String SUSPENDED = "An administrator has paused this. Ask an administrator when it goes on; nothing was changed.";

	static final String DATABASE_GONE = "The database does not answer. What you sent was most likely not stored: try again in a few minutes.";

	static final String DATABASE_FULL = "The database could not store this, most likely because its disk is full. Tell an administrator, keep what you typed, and send it again later.";

	/**
	 * Empty for what is an error of ours, and for what the engine reports well itself.
	 */
	static Optional<Failure> of(Throwable thrown) {
		if (thrown instanceof Refusal refusal) {
			return Optional.of(new Failure(refusal.kind().status(), "Refusal", refusal.getMessage()));
		}
		if (thrown instanceof InvalidFields fields) {
			return Optional.of(new Failure(422, "InvalidFields", fields.getMessage()));
		}
		if (thrown instanceof OptimisticLockingException) {
			return Optional.of(new Failure(409, "OptimisticLockingException", AT_ONCE));
		}
		if (thrown instanceof SuspendedEntityInteractionException) {
			return Optional.of(new Failure(409, "SuspendedEntityInteractionException", SUSPENDED));
		}
		if (thrown instanceof NotFoundException) {
			return Optional.of(new Failure(404, "NotFoundException", thrown.getMessage()));
		}
		if (thrown instanceof NullValueException) {
			boolean absent = String.valueOf(thrown.getMessage()).startsWith("Cannot find");
			return Optional.of(new Failure(absent ? 404 : 400, "NullValueException", thrown.getMessage()));
		}
		if (thrown instanceof MismatchingMessageCorrelationException || thrown instanceof BadUserRequestException
				|| thrown instanceof NotValidException) {
			return Optional.of(new Failure(400, thrown.getClass().getSimpleName(), thrown.getMessage()));
		}
		for (Throwable cause = thrown; cause != null && cause != cause.getCause(); cause = cause.getCause()) {
			if (isDatabaseFull(cause)) {
				return Optional.of(new Failure(503, "DatabaseFull", DATABASE_FULL));
			}
			if (isDatabaseGone(cause)) {
				return Optional.of(new Failure(503, "DatabaseGone", DATABASE_GONE));
			}
		}
		if (isRefusedExpression(thrown)) {
			return Optional.of(new Failure(400, "ExpressionRefused", "This expression cannot be used here."));
		}
		return Optional.empty();
	}

	/** Whether an expression asked for what is not there or what it may not use. */
	static boolean isRefusedExpression(Throwable thrown) {
		for (Throwable cause = thrown; cause != null && cause != cause.getCause(); cause = cause.getCause()) {
			String message = String.valueOf(cause.getMessage());
			if (message.startsWith("Unknown property used in expression")
					|| message.startsWith("Unknown method used in expression")
					|| message.startsWith("Unable to resolve expression")
					|| message.startsWith("Error while evaluating expression")) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Whether the database does not answer, or a connection broke off, as the engine
	 * reports it: class 08 of the standard, 57 and 53 of PostgreSQL (stopping, too many),
	 * 90098 and 90121 of H2 (closed).
	 */
	static boolean isDatabaseGone(Throwable cause) {
		return cause instanceof CannotCreateTransactionException || cause instanceof DataAccessResourceFailureException
				|| cause instanceof QueryTimeoutException || cause instanceof SQLTransientConnectionException
				|| cause instanceof SQLNonTransientConnectionException || cause instanceof SQLException sql
						&& sql.getSQLState() != null && sql.getSQLState().matches("08...|57P0.|53[2-4]..|90098|90121");
	}

	/**
	 * Whether the database has no room to write: 53100 of PostgreSQL, 90028 and 90031 of
	 * H2, and its store's own word, after which it closes.
	 */
	static boolean isDatabaseFull(Throwable cause) {
		return cause instanceof MVStoreException store && store.getErrorCode() == DataUtils.ERROR_WRITING_FAILED
				|| cause instanceof SQLException sql && sql.getSQLState() != null
						&& sql.getSQLState().matches("53100|90028|90031");
	}

}
