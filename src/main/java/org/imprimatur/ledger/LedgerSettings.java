package org.imprimatur.ledger;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings under {@code imprimatur.ledger}.
 *
 * @param key what the entries are chained with, at least 32 characters; kept outside the
 * database and its back-ups. The demo makes one for itself
 * @param formerKeys keys that were used before, to verify what was written with them
 * @param heads the folder where the end of the chain is noted each day; outside the
 * database, best on another machine
 */
@ConfigurationProperties("imprimatur.ledger")
record LedgerSettings(@DefaultValue("") String key, @DefaultValue List<String> formerKeys,
		@DefaultValue("data/heads") String heads) {

	@Override
	public String toString() {
		return "LedgerSettings[heads=" + this.heads + "]";
	}

}
