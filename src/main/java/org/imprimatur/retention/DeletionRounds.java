package org.imprimatur.retention;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Deletes what is due once each night, between two and five in London, on a thread of its
 * own; only where {@code imprimatur.retention.delete} says so.
 */
@Component
@ConditionalOnProperty("imprimatur.retention.delete")
class DeletionRounds extends Rounds {

	private static final Logger log = LoggerFactory.getLogger(DeletionRounds.class);

	private static final int MINUTES = 10;

	private static final int FROM = 2;

	private static final int TO = 5;

	private final Deletion deletion;

	private final Clock clock;

	private LocalDate doneOn;

	DeletionRounds(Deletion deletion, Clock clock) {
		super("retention");
		this.deletion = deletion;
		this.clock = clock;
	}

	void round() {
		ZonedDateTime now = this.clock.instant().atZone(LondonTime.ZONE);
		if (now.getHour() < FROM || now.getHour() >= TO || now.toLocalDate().equals(this.doneOn)) {
			return;
		}
		try {
			this.deletion.round();
			this.doneOn = now.toLocalDate();
		}
		catch (RuntimeException ex) {
			log.error("What is due could not be deleted; it is tried again in {} minutes.", MINUTES, ex);
		}
	}

	@Override
	protected void schedule(ScheduledThreadPoolExecutor thread) {
		thread.scheduleWithFixedDelay(this::round, MINUTES, MINUTES, TimeUnit.MINUTES);
	}

}
