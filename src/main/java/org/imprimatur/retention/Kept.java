package org.imprimatur.retention;

import java.time.Instant;
import java.time.LocalDate;

import org.imprimatur.history.EndedItems.Time;
import org.imprimatur.kernel.LondonTime;

/**
 * How long items of one sort are kept. Counted in calendar months in London from the day
 * on which the item ended; on the day that comes out of it may be deleted.
 *
 * @param months one or more
 * @param because why, as a sentence
 */
public record Kept(int months, String because) {

	static final int YEAR = 12;

	/** "6 years", "18 months". */
	public String words() {
		return words(this.months);
	}

	static String words(int months) {
		boolean years = months % YEAR == 0;
		int number = years ? months / YEAR : months;
		return number + (years ? " year" : " month") + ((number == 1) ? "" : "s");
	}

	/** The first day on which it may be deleted. */
	public LocalDate due(Instant ended) {
		return LocalDate.ofInstant(ended, LondonTime.ZONE).plusMonths(this.months);
	}

	/** When whatever falls due in these days ended; the last day does not count. */
	Time ended(LocalDate from, LocalDate to) {
		return new Time(firstEnded(from), firstEnded(to));
	}

	/** From when on must an item have ended to fall due on this day or later. */
	Instant firstEnded(LocalDate due) {
		LocalDate day = due.minusMonths(this.months);
		// of a short month's last day: 28 February, a month later, is not yet 31 March
		while (day.plusMonths(this.months).isBefore(due)) {
			day = day.plusDays(1);
		}
		return day.atStartOfDay(LondonTime.ZONE).toInstant();
	}

}
