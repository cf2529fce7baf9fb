package org.imprimatur.ledger;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

import org.imprimatur.kernel.LondonTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/** Notes the end of the chain outside the database, once on each day in London. */
@Component
class DailyHead {

	private static final Logger log = LoggerFactory.getLogger(DailyHead.class);

	private final Ledger ledger;

	private final Heads heads;

	private final Clock clock;

	private LocalDate notedOn;

	private LedgerHead noted;

	DailyHead(Ledger ledger, Heads heads, Clock clock) {
		this.ledger = ledger;
		this.heads = heads;
		this.clock = clock;
	}

	/**
	 * Today's head, noted by now; empty if the file cannot be written or there is no
	 * entry yet.
	 */
	synchronized Optional<LedgerHead> today() {
		LocalDate day = LocalDate.ofInstant(this.clock.instant(), LondonTime.ZONE);
		if (day.equals(this.notedOn)) {
			return Optional.of(this.noted);
		}
		try {
			Optional<LedgerHead> there = this.heads.of(day);
			LedgerHead head = there.orElseGet(this.ledger::head);
			if (head.number() == 0) {
				return Optional.empty();
			}
			if (there.isEmpty()) {
				this.heads.note(day, head);
			}
			this.noted = head;
			this.notedOn = day;
			return Optional.of(head);
		}
		catch (IOException ex) {
			log.error("The head of the ledger could not be noted in {}: {}", this.heads, ex.getClass().getSimpleName());
			return Optional.empty();
		}
	}

}
