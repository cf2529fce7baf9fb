package org.imprimatur.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.imprimatur.history.EndedItems;
import org.imprimatur.history.EndedItems.Sort;
import org.imprimatur.history.EndedItems.Time;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.retention.InOrder.Candidate;
import org.imprimatur.retention.InOrder.Place;
import org.imprimatur.security.Person;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What falls due when. Within one sort of items the order in which they ended is the
 * order in which they fall due, so that a month is counted, and a page is read, without
 * working out a date for every item.
 */
@Component
@Policy("APPROVED")
public class DueItems {

	/** How many one page shows. */
	public static final int PAGE = 20;

	/** How far ahead months are counted, and how far an export reaches. */
	public static final int MONTHS = 24;

	/** Beyond this a number says "more than". */
	public static final int COUNTED = 100_000;

	private static final int AT_ONCE = 1_000;

	private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);

	static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

	private final EndedItems items;

	private final Retention retention;

	private final LegalHolds holds;

	private final Clock clock;

	DueItems(EndedItems items, Retention retention, LegalHolds holds, Clock clock) {
		this.items = items;
		this.retention = retention;
		this.holds = holds;
		this.clock = clock;
	}

	/** How many fall due in a month. */
	public record Month(String label, long number) {
	}

	/**
	 * How many fall due when, of all there are.
	 *
	 * @param already how many are due now, {@value #COUNTED} and one for more than that
	 * @param months the current one from tomorrow, and those after it
	 * @param problems what the table gives no time for; nothing of it is deleted
	 */
	public record Counts(int already, List<Month> months, List<String> problems) {

		public String alreadyInWords() {
			return (this.already > COUNTED) ? "more than %,d".formatted(COUNTED) : "%,d".formatted(this.already);
		}

	}

	/**
	 * One item.
	 *
	 * @param due the first day on which it may be deleted
	 * @param isDue whether that day has come
	 * @param kept such as "6 years"
	 * @param held whether a legal hold keeps it
	 */
	public record Line(String reference, String title, Instant endedAt, LocalDate due, boolean isDue, String kept,
			String because, boolean held) {

		public String dueOn() {
			return DAY.format(this.due);
		}

		public String ended() {
			return LondonTime.date(this.endedAt);
		}

	}

	/**
	 * One page, what falls due first first.
	 *
	 * @param next what to hand in for the page after it; null on the last
	 */
	public record Page(List<Line> lines, String next) {
	}

	/** How many fall due when. */
	@Transactional
	public Counts counts() {
		Retention.Answers answers = this.retention.of(this.items.sorts());
		LocalDate tomorrow = today().plusDays(1);
		YearMonth first = YearMonth.from(today());
		long[] numbers = new long[MONTHS];
		int already = 0;
		for (Map.Entry<Sort, Kept> one : answers.kept().entrySet()) {
			Kept kept = one.getValue();
			List<Time> times = new ArrayList<>();
			for (int month = 0; month < MONTHS; month++) {
				LocalDate from = first.plusMonths(month).atDay(1);
				times.add(kept.ended((month == 0) ? tomorrow : from, first.plusMonths(month + 1L).atDay(1)));
			}
			List<Long> counts = this.items.counts(one.getKey(), times);
			for (int month = 0; month < MONTHS; month++) {
				numbers[month] += counts.get(month);
			}
			already += this.items.countBefore(one.getKey(), kept.firstEnded(tomorrow), COUNTED + 1);
		}
		List<Month> months = new ArrayList<>();
		for (int month = 0; month < MONTHS; month++) {
			months.add(new Month(MONTH.format(first.plusMonths(month)), numbers[month]));
		}
		return new Counts(Math.min(already, COUNTED + 1), months, answers.problems());
	}

	/**
	 * One page of those that the person may read.
	 * @param after what the page before named as next; empty for the first
	 * @throws org.imprimatur.kernel.InvalidFields if there can be no such page
	 * @throws org.imprimatur.kernel.Refusal 403 if the person may not search
	 */
	@Transactional
	public Page page(String after, Person person) {
		InOrder all = inOrder(Place.parse(after), PAGE + 1, person);
		List<Candidate> found = new ArrayList<>();
		for (Optional<Candidate> one = all.next(); one.isPresent() && found.size() <= PAGE; one = all.next()) {
			found.add(one.get());
		}
		List<Candidate> shown = found.subList(0, Math.min(PAGE, found.size()));
		return new Page(lines(shown), (found.size() > PAGE) ? shown.get(PAGE - 1).place().toString() : null);
	}

	/** All that fall due within the counted months, without holding them. */
	public void each(Person person, Consumer<Line> reader) {
		InOrder all = inOrder(Place.FIRST, AT_ONCE, person);
		LocalDate end = YearMonth.from(today()).plusMonths(MONTHS).atDay(1);
		List<Candidate> some = new ArrayList<>();
		Optional<Candidate> one = all.next();
		while (one.isPresent() && one.get().due().isBefore(end)) {
			some.add(one.get());
			if (some.size() == AT_ONCE) {
				lines(some).forEach(reader);
				some.clear();
			}
			one = all.next();
		}
		lines(some).forEach(reader);
	}

	private InOrder inOrder(Place after, int atOnce, Person person) {
		return new InOrder(this.items, this.retention.of(this.items.sorts()).kept(), after, atOnce, person);
	}

	private List<Line> lines(List<Candidate> some) {
		Set<String> held = this.holds.held(some.stream().map((one) -> one.item().reference()).toList());
		LocalDate today = today();
		return some.stream()
			.map((one) -> new Line(one.item().reference(), one.item().title(), one.item().endedAt(), one.due(),
					!one.due().isAfter(today), one.kept().words(), one.kept().because(),
					held.contains(one.item().reference())))
			.toList();
	}

	LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), LondonTime.ZONE);
	}

}
