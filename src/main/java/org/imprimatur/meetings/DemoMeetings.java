package org.imprimatur.meetings;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;

import org.imprimatur.kernel.LondonTime;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two meetings of each Board made up for the demonstration, counted from the first start:
 * one within two weeks, one some nine weeks ahead.
 */
@Component
@ConditionalOnProperty(name = "imprimatur.demo", havingValue = "true", matchIfMissing = true)
class DemoMeetings implements SmartLifecycle {

	private final Meetings meetings;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private volatile boolean made;

	DemoMeetings(Meetings meetings, TransactionTemplate transaction, Clock clock) {
		this.meetings = meetings;
		this.transaction = transaction;
		this.clock = clock;
	}

	@Override
	public void start() {
		this.transaction.executeWithoutResult((status) -> {
			if (this.meetings.all().isEmpty()) {
				LocalDate today = LocalDate.ofInstant(this.clock.instant(), LondonTime.ZONE);
				add(Board.TRUST, today.plusDays(7), DayOfWeek.TUESDAY, "trust-secretary");
				add(Board.SECTION, today.plusDays(7), DayOfWeek.THURSDAY, "section-secretary");
				add(Board.TRUST, today.plusWeeks(9), DayOfWeek.TUESDAY, "trust-secretary");
				add(Board.SECTION, today.plusWeeks(9), DayOfWeek.THURSDAY, "section-secretary");
			}
		});
		this.made = true;
	}

	private void add(Board board, LocalDate earliest, DayOfWeek weekday, String secretary) {
		LocalDate day = earliest.with(TemporalAdjusters.nextOrSame(weekday));
		this.meetings.add(board, at(day, LocalTime.of(10, 0)), "Demo: board room and online",
				at(day.minusDays(5), LocalTime.of(17, 0)), secretary);
	}

	private static Instant at(LocalDate day, LocalTime time) {
		return day.atTime(time).atZone(LondonTime.ZONE).toInstant();
	}

	@Override
	public void stop() {
		this.made = false;
	}

	@Override
	public boolean isRunning() {
		return this.made;
	}

	/** Before the first request is served, after the people are there. */
	@Override
	public int getPhase() {
		return 0;
	}

}
