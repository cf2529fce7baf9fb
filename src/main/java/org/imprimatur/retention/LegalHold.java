package org.imprimatur.retention;

import java.time.Instant;

/**
 * An item that is not deleted, whatever the table says, because somebody needs it: a
 * court, the police, the regulator.
 *
 * @param placedBy login
 * @param end null while it holds
 */
public record LegalHold(long id, String reference, String reason, String placedBy, Instant placedAt, End end) {

	/**
	 * How it ended.
	 *
	 * @param liftedBy login
	 */
	public record End(String reason, String liftedBy, Instant liftedAt) {
	}

	public boolean holds() {
		return this.end == null;
	}

}
