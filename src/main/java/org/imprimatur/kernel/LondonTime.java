package org.imprimatur.kernel;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.zone.ZoneOffsetTransition;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * People's time: what they type is London time, what they read is London time, what is
 * stored is an instant.
 * <p>
 * A time typed without an offset that occurs twice, on the night when the clocks go back,
 * is the earlier one (BST); one that does not occur, when they go forward, is refused
 * with the next time that does. Times shown say BST or GMT where they would otherwise
 * mean two instants.
 */
public final class LondonTime {

	/** The zone in which people live. */
	public static final ZoneId ZONE = ZoneId.of("Europe/London");

	private static final int FIRST_YEAR = 2000;

	private static final int LAST_YEAR = 2100;

	private static final DateTimeFormatter TYPED = new DateTimeFormatterBuilder()
		.append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
		.optionalStart()
		.appendOffsetId()
		.optionalEnd()
		.toFormatter(Locale.ROOT)
		.withResolverStyle(ResolverStyle.STRICT)
		.withChronology(IsoChronology.INSTANCE);

	// a browser sends a fifth digit typed into the year without the sign that ISO wants
	private static final Pattern LONG_YEAR = Pattern.compile("^\\d{5,}-");

	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

	private static final DateTimeFormatter INPUT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.UK);

	private LondonTime() {
	}

	/**
	 * Reads an ISO 8601 date and time, seconds optional: London time if it has no offset.
	 * @throws NoSuchTime if the clocks skip that time
	 * @throws NotATime if it is anything else, or outside the years 2000 to 2100; the
	 * message tells a person what to enter
	 */
	public static Instant parse(String text) {
		String typed = (text != null) ? text.strip() : "";
		try {
			TemporalAccessor time = TYPED.parseBest(LONG_YEAR.matcher(typed).replaceFirst("+$0"), OffsetDateTime::from,
					LocalDateTime::from);
			return (time instanceof OffsetDateTime exact) ? fromExact(exact) : fromLocal((LocalDateTime) time);
		}
		catch (DateTimeParseException ex) {
			throw new NotATime("Enter a date and time such as 2026-11-23T09:30, in London time.");
		}
	}

	private static Instant fromExact(OffsetDateTime time) {
		checkYear(time.getYear());
		return time.toInstant();
	}

	private static Instant fromLocal(LocalDateTime time) {
		checkYear(time.getYear());
		ZoneOffsetTransition change = ZONE.getRules().getTransition(time);
		if (change != null && change.isGap()) {
			throw new NoSuchTime(time, change.getInstant());
		}
		// in the fold this takes the earlier offset
		return time.atZone(ZONE).toInstant();
	}

	private static void checkYear(int year) {
		if (year < FIRST_YEAR || year > LAST_YEAR) {
			throw new NotATime("Enter a date between the years " + FIRST_YEAR + " and " + LAST_YEAR + ".");
		}
	}

	/** The day, such as "22 June 2026". */
	public static String date(Instant time) {
		return DATE.format(time.atZone(ZONE));
	}

	/**
	 * The time of day, such as "5:30pm", "9am", "midday" or "midnight" (the one at the
	 * start of the day); with BST or GMT where the clocks go back and it comes twice.
	 */
	public static String time(Instant time) {
		return isTwice(time) ? clock(time.atZone(ZONE).toLocalDateTime()) + " " + zoneName(time)
				: clock(time.atZone(ZONE).toLocalDateTime());
	}

	/**
	 * Day and time, such as "22 June 2026, 5:30pm"; with BST or GMT where it is needed.
	 */
	public static String dateTime(Instant time) {
		return date(time) + ", " + time(time);
	}

	/**
	 * Day and time, always with BST or GMT, such as "22 June 2026, 5:30pm BST".
	 */
	public static String dateTimeWithZone(Instant time) {
		return date(time) + ", " + clock(time.atZone(ZONE).toLocalDateTime()) + " " + zoneName(time);
	}

	/**
	 * The value of a {@code datetime-local} input, such as "2026-06-22T17:30": to the
	 * minute. Read back it gives the same minute, save in the second of the two hours
	 * when the clocks go back, which such an input cannot hold: use {@link #iso} there.
	 */
	public static String input(Instant time) {
		return INPUT.format(time.atZone(ZONE));
	}

	/**
	 * For machines: ISO 8601 with London's offset, such as "2026-06-22T17:30:00+01:00".
	 */
	public static String iso(Instant time) {
		return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atZone(ZONE).toOffsetDateTime());
	}

	/**
	 * Whether the clocks show this time twice on that day, once in BST and once in GMT.
	 */
	public static boolean isTwice(Instant time) {
		return ZONE.getRules().getValidOffsets(time.atZone(ZONE).toLocalDateTime()).size() > 1;
	}

	private static String zoneName(Instant time) {
		return ZONE.getRules().isDaylightSavings(time) ? "BST" : "GMT";
	}

	private static String clock(LocalDateTime time) {
		if (time.getMinute() == 0 && time.getHour() % 12 == 0) {
			return (time.getHour() == 0) ? "midnight" : "midday";
		}
		int hour = (time.getHour() % 12 != 0) ? time.getHour() % 12 : 12;
		String minutes = (time.getMinute() != 0) ? String.format(Locale.ROOT, ":%02d", time.getMinute()) : "";
		return hour + minutes + ((time.getHour() < 12) ? "am" : "pm");
	}

	/**
	 * What was typed is no date and time that can be used; the message says what to
	 * enter.
	 */
	public static class NotATime extends IllegalArgumentException {

		public NotATime(String message) {
			super(message);
		}

	}

	/**
	 * The clocks go forward over the time that was typed, so it never comes.
	 */
	public static class NoSuchTime extends NotATime {

		private final Instant next;

		NoSuchTime(LocalDateTime typed, Instant next) {
			super("The clocks go forward then: there is no " + clock(typed.truncatedTo(ChronoUnit.MINUTES)) + " on "
					+ DATE.format(typed) + ". Enter " + clock(ZonedDateTime.ofInstant(next, ZONE).toLocalDateTime())
					+ " or later.");
			this.next = next;
		}

		/** The first time after it that there is. */
		public Instant next() {
			return this.next;
		}

	}

}
