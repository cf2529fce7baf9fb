package org.imprimatur.ledger;

import java.util.List;
import java.util.stream.Stream;

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

	/** With what else was found in the record. */
	Verified and(List<Finding> more) {
		List<Finding> all = Stream.concat(this.findings.stream(), more.stream()).limit(MOST).toList();
		return new Verified(this.entries, this.head, this.count + more.size(), all);
	}

	public boolean isSound() {
		return this.count == 0;
	}

}
