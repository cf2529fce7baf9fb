package org.imprimatur.tasks;

import org.slf4j.MDC;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Puts the reference of the item that somebody works on onto every line of the log, until
 * the request ends. The engine does the same under the same name for what it does by
 * itself.
 */
public final class ItemInLog {

	/** Also the engine's, by {@code logging-context-business-key}. */
	private static final String NAME = "reference";

	private ItemInLog() {
	}

	/** From here on it is about this item. */
	public static void is(String reference) {
		MDC.put(NAME, reference);
	}

	/**
	 * Writes a line about this item once its transaction is in the database; a request
	 * that does several items has one line of each, with its own reference.
	 */
	static void whenDone(String reference, Runnable line) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				is(reference);
				line.run();
			}
		});
	}

	/** From here on it is about none. */
	public static void none() {
		MDC.remove(NAME);
	}

}
