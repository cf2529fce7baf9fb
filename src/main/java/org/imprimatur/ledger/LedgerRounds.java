package org.imprimatur.ledger;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.imprimatur.kernel.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Notes the head, and verifies the record, once a day, on a thread of its own. Says at
 * the start if the key does not fit; people go on working.
 */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class LedgerRounds extends Rounds {

	private static final Logger log = LoggerFactory.getLogger(LedgerRounds.class);

	/** After the start, which has enough to do. */
	private static final int FIRST_MINUTES = 2;

	private static final int MINUTES = 24 * 60;

	private final Ledger ledger;

	private final DailyHead head;

	private final Verifying verifying;

	LedgerRounds(Ledger ledger, DailyHead head, Verifying verifying) {
		super("ledger");
		this.ledger = ledger;
		this.head = head;
		this.verifying = verifying;
	}

	@EventListener(ApplicationReadyEvent.class)
	void whenReady() {
		if (!this.ledger.keyFits()) {
			log.error("The key of the ledger is not the one that its last entry was made with. Work goes on with the "
					+ "new key; give the former one by imprimatur.ledger.former-keys, or the record cannot be verified.");
		}
	}

	private void round() {
		try {
			this.head.today();
			this.verifying.begin(null);
		}
		catch (RuntimeException ex) {
			log.error("The record could not be verified today", ex);
		}
	}

	private void note() {
		try {
			this.head.today();
		}
		catch (RuntimeException ex) {
			log.error("The head of the ledger could not be noted", ex);
		}
	}

	@Override
	protected void schedule(ScheduledThreadPoolExecutor thread) {
		thread.scheduleWithFixedDelay(this::round, FIRST_MINUTES, MINUTES, TimeUnit.MINUTES);
		thread.scheduleWithFixedDelay(this::note, FIRST_MINUTES, FIRST_MINUTES, TimeUnit.MINUTES);
	}

}
