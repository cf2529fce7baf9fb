package org.imprimatur.history;

import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.imprimatur.kernel.LondonTime;
import org.imprimatur.tasks.Fields;

/** Whole months in London, the first and the last included: from one to 36. */
public record Period(YearMonth since, YearMonth until) {

	/** More would be too wide to read. */
	private static final int MOST_MONTHS = 36;

	private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

	/**
	 * The fields {@code since} and {@code until}, such as {@code 2026-11}.
	 * @param errors takes what has to be typed differently
	 * @return empty if something was
	 */
	public static Optional<Period> read(Fields fields, Map<String, String> errors) {
		Optional<YearMonth> since = month(fields, "since", errors);
		Optional<YearMonth> until = month(fields, "until", errors);
		if (since.isEmpty() || until.isEmpty()) {
			return Optional.empty();
		}
		if (until.get().isBefore(since.get())) {
			errors.put("until", "Enter a last month that is not before the first.");
			return Optional.empty();
		}
		if (since.get().plusMonths(MOST_MONTHS).compareTo(until.get()) <= 0) {
			errors.put("until", "Choose up to " + MOST_MONTHS + " months.");
			return Optional.empty();
		}
		return Optional.of(new Period(since.get(), until.get()));
	}

	/** Its first moment. */
	public Instant begin() {
		return begin(this.since);
	}

	/** The first moment after it. */
	public Instant end() {
		return begin(this.until.plusMonths(1));
	}

	/** Such as "October 2026 to November 2026", or the one month. */
	public String words() {
		return this.since.equals(this.until) ? words(this.since) : words(this.since) + " to " + words(this.until);
	}

	static String words(YearMonth month) {
		return month.format(MONTH);
	}

	/** What narrows a search to what began in it. */
	Fields narrow(Fields fields) {
		return fields.with("from", this.since.atDay(1).toString()).with("to", this.until.atEndOfMonth().toString());
	}

	private static Instant begin(YearMonth month) {
		return month.atDay(1).atStartOfDay(LondonTime.ZONE).toInstant();
	}

	private static Optional<YearMonth> month(Fields fields, String field, Map<String, String> errors) {
		try {
			YearMonth month = YearMonth.parse(fields.value(field).strip());
			if (month.getYear() >= 2000 && month.getYear() < 2200) {
				return Optional.of(month);
			}
		}
		catch (DateTimeParseException ex) {
			// said below
		}
		errors.put(field, "Enter a month that exists, such as 2026-11.");
		return Optional.empty();
	}

}
