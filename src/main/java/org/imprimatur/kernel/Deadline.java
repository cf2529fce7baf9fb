package org.imprimatur.kernel;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How long people have, as a deadline table says it: "4 working hours", "30 minutes".
 * <p>
 * Minutes and hours go by the clock. A day ends at the same time of day in London, so it
 * has 23 or 25 hours where the clocks change. Working hours and working days leave out
 * nights, weekends and bank holidays.
 *
 * @param amount 1 to 9999
 * @param unit what is counted
 */
public record Deadline(int amount, Unit unit) {

	private static final int MOST = 9999;

	private static final Pattern TEXT = Pattern.compile("([1-9]\\d{0,3}) ((?:working )?[a-z]+)");

	/** What a deadline counts. */
	public enum Unit {

		MINUTES("minute"), HOURS("hour"), DAYS("day"), WORKING_HOURS("working hour"), WORKING_DAYS("working day");

		private final String one;

		Unit(String one) {
			this.one = one;
		}

		private String words(int amount) {
			return amount + " " + this.one + ((amount != 1) ? "s" : "");
		}

	}

	public Deadline {
		if (amount < 1 || amount > MOST) {
			throw new IllegalArgumentException("A deadline is 1 to " + MOST + " of its unit, not " + amount + ".");
		}
	}

	/**
	 * Reads the text of a table, spelled as {@link #toString()} gives it.
	 * @throws IllegalArgumentException saying what is accepted
	 */
	public static Deadline parse(String text) {
		Matcher matcher = TEXT.matcher((text != null) ? text : "");
		if (matcher.matches()) {
			int amount = Integer.parseInt(matcher.group(1));
			for (Unit unit : Unit.values()) {
				if (unit.words(amount).equals(text)) {
					return new Deadline(amount, unit);
				}
			}
		}
		throw new IllegalArgumentException(
				"\"" + text + "\" is no deadline. Write a whole number from 1 to " + MOST + " and what it counts: "
						+ Arrays.stream(Unit.values())
							.map((unit) -> "\"" + unit.words(1) + "\" or \"" + unit.words(4) + "\"")
							.collect(Collectors.joining(", "))
						+ ".");
	}

	/** When it is over for somebody who is asked at the start. */
	public Instant from(Instant start, WorkingTime workingTime) {
		return switch (this.unit) {
			case MINUTES -> start.plus(Duration.ofMinutes(this.amount));
			case HOURS -> start.plus(Duration.ofHours(this.amount));
			case DAYS -> start.atZone(LondonTime.ZONE).plusDays(this.amount).toInstant();
			case WORKING_HOURS -> workingTime.plus(start, Duration.ofHours(this.amount));
			case WORKING_DAYS -> workingTime.plusWorkingDays(start, this.amount);
		};
	}

	/** The text of the table, such as "1 working day" or "4 working hours". */
	@Override
	public String toString() {
		return this.unit.words(this.amount);
	}

}
