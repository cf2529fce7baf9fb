package org.imprimatur.ledger;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Says UNPROVEN, still with 200, while the key does not fit or the last verification
 * found something. Nobody is kept from working by it, and readiness does not ask it.
 */
@Component("ledgerHealthIndicator")
class LedgerHealth implements HealthIndicator {

	private static final Status UNPROVEN = new Status("UNPROVEN");

	private final Ledger ledger;

	LedgerHealth(Ledger ledger) {
		this.ledger = ledger;
	}

	@Override
	public Health health() {
		boolean proven = this.ledger.keyFits() && this.ledger.last().map(PastVerification::isSound).orElse(true);
		return Health.status(proven ? Status.UP : UNPROVEN).build();
	}

}
