package org.imprimatur.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hours in which people can be expected to act: Monday to Friday, 9am up to 5:30pm in
 * London, except on bank holidays of England and Wales. These are a default of ours; the
 * policy says "working days" nowhere more exactly.
 * <p>
 * The holidays come from a dated file of whole years. After the last of those years only
 * weekends are left out, and the first such question is logged as a warning, so that a
 * due date may then fall on a holiday but never fails to be given.
 */
public final class WorkingTime {

	private static final Logger log = LoggerFactory.getLogger(WorkingTime.class);

	private static final String FILE = "/bank-holidays-england-and-wales.csv";

	private static final LocalTime OPENS = LocalTime.of(9, 0);

	private static final LocalTime CLOSES = LocalTime.of(17, 30);

	private final TreeMap<LocalDate, String> holidays;

	private final LocalDate knownUntil;

	private final AtomicBoolean warned = new AtomicBoolean();

	private WorkingTime(TreeMap<LocalDate, String> holidays) {
		if (holidays.isEmpty()) {
			throw new IllegalArgumentException("There is no bank holiday in the file.");
		}
		this.holidays = holidays;
		this.knownUntil = LocalDate.of(holidays.lastKey().getYear(), 12, 31);
	}

	/** With the bank holidays of the file that comes with the application. */
	public static WorkingTime ofEnglandAndWales() {
		try (InputStream in = WorkingTime.class.getResourceAsStream(FILE)) {
			if (in == null) {
				throw new IllegalStateException("The file " + FILE + " is missing on the class path.");
			}
			return ofLines(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The file " + FILE + " cannot be read.", ex);
		}
	}

	/**
	 * With the bank holidays of a file of lines {@code date,name}; empty lines, the head
	 * line and lines that start with # are skipped.
	 * @throws IllegalArgumentException naming the line that is wrong
	 */
	public static WorkingTime ofLines(List<String> lines) {
		TreeMap<LocalDate, String> holidays = new TreeMap<>();
		for (String line : lines) {
			if (line.isBlank() || line.startsWith("#") || line.equals("date,name")) {
				continue;
			}
			String[] cells = line.split(",", 2);
			try {
				if (cells.length < 2 || holidays.put(LocalDate.parse(cells[0].trim()), cells[1].trim()) != null) {
					throw new IllegalArgumentException("Not a bank holiday, or twice the same day: " + line);
				}
			}
			catch (DateTimeException ex) {
				throw new IllegalArgumentException("A bank holiday needs a date such as 2026-12-25: " + line, ex);
			}
		}
		return new WorkingTime(holidays);
	}

	/** The last day for which the bank holidays are known. */
	public LocalDate knownUntil() {
		return this.knownUntil;
	}

	/** The bank holidays by their days. */
	public Map<LocalDate, String> holidays() {
		return Map.copyOf(this.holidays);
	}

	/** Whether people work at some time of that day in London. */
	public boolean isWorkingDay(LocalDate day) {
		if (day.isAfter(this.knownUntil) && this.warned.compareAndSet(false, true)) {
			log.warn("Bank holidays are known until {} only: due dates after it leave out weekends alone. "
					+ "Add the next year to {}.", this.knownUntil, FILE);
		}
		return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY
				&& !this.holidays.containsKey(day);
	}

	/**
	 * The time after so much working time. It counts from the next opening if people are
	 * not at work at the start, and may end at the very moment of closing.
	 * @param workingTime not negative
	 */
	public Instant plus(Instant from, Duration workingTime) {
		if (workingTime.isNegative()) {
			throw new IllegalArgumentException("Working time to wait cannot be negative: " + workingTime);
		}
		ZonedDateTime at = opening(from);
		Duration left = workingTime;
		while (true) {
			ZonedDateTime closing = at.with(CLOSES);
			Duration today = Duration.between(at, closing);
			if (left.compareTo(today) <= 0) {
				return at.plus(left).toInstant();
			}
			left = left.minus(today);
			at = opening(closing.toInstant());
		}
	}

	/**
	 * The same time of day so many working days later: two working days from Tuesday,
	 * 11am is Thursday, 11am. It counts from the next opening if people are not at work
	 * at the start.
	 * @param days not negative
	 */
	public Instant plusWorkingDays(Instant from, int days) {
		if (days < 0) {
			throw new IllegalArgumentException("Working days to wait cannot be negative: " + days);
		}
		ZonedDateTime at = opening(from);
		for (int left = days; left > 0;) {
			at = at.plusDays(1);
			if (isWorkingDay(at.toLocalDate())) {
				left--;
			}
		}
		return at.toInstant();
	}

	/**
	 * How much working time lies between two times; negative if the second is earlier.
	 */
	public Duration between(Instant start, Instant end) {
		if (end.isBefore(start)) {
			return between(end, start).negated();
		}
		ZonedDateTime at = start.atZone(LondonTime.ZONE);
		ZonedDateTime until = end.atZone(LondonTime.ZONE);
		Duration sum = Duration.ZERO;
		for (LocalDate day = at.toLocalDate(); !day.isAfter(until.toLocalDate()); day = day.plusDays(1)) {
			if (isWorkingDay(day)) {
				ZonedDateTime opens = later(day.atTime(OPENS).atZone(LondonTime.ZONE), at);
				ZonedDateTime closes = earlier(day.atTime(CLOSES).atZone(LondonTime.ZONE), until);
				if (opens.isBefore(closes)) {
					sum = sum.plus(Duration.between(opens, closes));
				}
			}
		}
		return sum;
	}

	/** The time itself if people are at work then, else the next time they start. */
	private ZonedDateTime opening(Instant from) {
		ZonedDateTime at = from.atZone(LondonTime.ZONE);
		LocalDate day = at.toLocalDate();
		if (isWorkingDay(day) && at.toLocalTime().isBefore(CLOSES)) {
			return later(at, day.atTime(OPENS).atZone(LondonTime.ZONE));
		}
		do {
			day = day.plusDays(1);
		}
		while (!isWorkingDay(day));
		return day.atTime(OPENS).atZone(LondonTime.ZONE);
	}

	private static ZonedDateTime later(ZonedDateTime one, ZonedDateTime other) {
		return one.isAfter(other) ? one : other;
	}

	private static ZonedDateTime earlier(ZonedDateTime one, ZonedDateTime other) {
		return one.isBefore(other) ? one : other;
	}

}
