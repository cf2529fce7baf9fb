package org.imprimatur.tasks;

import org.slf4j.MDC;

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

	/** From here on it is about none. */
	public static void none() {
		MDC.remove(NAME);
	}

}
