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
		int count, List<Found> found) {

	/**
	 * One thing that was wrong.
	 *
	 * @param reference the item; null if it is about none
	 */
	public record Found(String reference, String words) {

		static Found of(String line) {
			int tab = line.indexOf('\t');
			return new Found((tab > 0) ? line.substring(0, tab) : null, line.substring(tab + 1));
		}

	}

	public boolean isSound() {
		return this.count == 0;
	}

}
