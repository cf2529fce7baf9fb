package org.imprimatur.ledger;

import java.time.Instant;
import java.util.List;

/**
 * A verification that was made.
 *
 * @param by login of who asked for it; null if the program itself did
 * @param entries how many there were, all of them verified
 * @param headMac the end of the chain then
 * @param count how many things were wrong
 * @param found the first of them in words
 */
public record PastVerification(long id, String by, Instant begunAt, Instant endedAt, long entries, String headMac,
		int count, List<String> found) {

	public boolean isSound() {
		return this.count == 0;
	}

}
