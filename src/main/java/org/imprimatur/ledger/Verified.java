package org.imprimatur.ledger;

import java.util.List;

/**
 * What a verification found.
 *
 * @param entries how many there were
 * @param head the end of the chain that was verified
 * @param count how many things are wrong
 * @param findings the first of them, {@value #MOST} at most
 */
public record Verified(long entries, LedgerHead head, int count, List<Finding> findings) {

	/** More are counted only. */
	public static final int MOST = 200;

	public boolean isSound() {
		return this.count == 0;
	}

}
