package org.imprimatur.posts.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import org.imprimatur.accounts.Account;
import org.imprimatur.accounts.Accounts;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.posts.CalendarAddresses;
import org.imprimatur.posts.SlotCalendar;
import org.imprimatur.posts.SlotCalendar.Slot;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.web.Sent;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The slots of a month or a week as a grid and as a list, and each person's own feed of
 * them behind a secret address.
 */
@Controller
class CalendarPages {

	private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);

	private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);

	private final SlotCalendar calendar;

	private final CalendarAddresses addresses;

	private final Accounts accounts;

	private final People people;

	private final Clock clock;

	CalendarPages(SlotCalendar calendar, CalendarAddresses addresses, Accounts accounts, People people, Clock clock) {
		this.calendar = calendar;
		this.addresses = addresses;
		this.accounts = accounts;
		this.people = people;
		this.clock = clock;
	}

	/**
	 * One day of the grid or the list.
	 *
	 * @param note that the clocks change; empty on other days
	 * @param outside whether it belongs to another month
	 */
	record Day(LocalDate date, String name, String note, boolean outside, boolean today, List<Slot> slots) {
	}

	/**
	 * @param view month or week
	 * @param day any day of it, such as 2026-11-24; today if empty
	 */
	@GetMapping("/calendar")
	Object show(@RequestParam(defaultValue = "month") String view, @RequestParam(defaultValue = "") String day,
			@RequestParam(defaultValue = "") String account, HttpServletRequest request) {
		Person person = this.people.acting();
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), LondonTime.ZONE);
		LocalDate chosen = day(day, today);
		boolean week = week(view);
		LocalDate first = week ? monday(chosen) : chosen.withDayOfMonth(1);
		LocalDate last = week ? first.plusDays(6) : chosen.with(TemporalAdjusters.lastDayOfMonth());
		List<Slot> slots = this.calendar.of(first, last, account, person);
		if (Sent.wantsJson(request)) {
			return ResponseEntity.ok(slots.stream().map(CalendarPages::json).toList());
		}
		List<Day> days = days(first, last, today, slots);
		ModelAndView page = page("calendar", person);
		page.addObject("heading",
				week ? "Week of " + SHORT.format(first) + " to " + LondonTime.date(noon(last)) : MONTH.format(first));
		page.addObject("weeks", weeks(days, today));
		page.addObject("days", days.stream().filter((one) -> !one.slots().isEmpty()).toList());
		page.addObject("view", view);
		page.addObject("day", chosen);
		page.addObject("before", week ? first.minusWeeks(1) : first.minusMonths(1));
		page.addObject("after", week ? first.plusWeeks(1) : first.plusMonths(1));
		page.addObject("account", account);
		page.addObject("accounts", this.accounts.all());
		return page;
	}

	/** Makes the person's secret address, or a new one, and shows it this once. */
	@PostMapping("/calendar/address")
	Object renew(HttpServletRequest request) {
		Person person = this.people.acting();
		String address = server() + "/calendar/" + this.addresses.renew(person) + ".ics";
		if (Sent.wantsJson(request)) {
			return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(Map.of("address", address));
		}
		ModelAndView page = page("calendar-address", person);
		page.addObject("address", address);
		return page;
	}

	@PostMapping("/calendar/address/end")
	ResponseEntity<Void> end() {
		this.addresses.end(this.people.acting());
		return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/calendar")).build();
	}

	/** A person's slots, to whoever holds the secret; like any unknown address else. */
	@GetMapping("/calendar/{secret}.ics")
	ResponseEntity<byte[]> feed(@PathVariable String secret) {
		Person person = this.addresses.personOf(secret)
			.orElseThrow(() -> Refusal.notFound("There is no such calendar. Make a new address at /calendar."));
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), LondonTime.ZONE);
		List<Slot> slots = this.calendar.of(today.minusMonths(1), today.plusYears(1), "", person);
		return ResponseEntity.ok()
			.contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
			.cacheControl(CacheControl.noStore())
			.header("Content-Disposition", "inline; filename=\"slots.ics\"")
			.body(CalendarFeed.of(slots, server(), this.clock.instant()).getBytes(StandardCharsets.UTF_8));
	}

	private ModelAndView page(String name, Person person) {
		ModelAndView page = new ModelAndView(name);
		page.addObject("since", this.addresses.since(person).map(LondonTime::dateTime).orElse(null));
		page.addObject("here", "calendar");
		return page;
	}

	private List<Day> days(LocalDate first, LocalDate last, LocalDate today, List<Slot> slots) {
		Map<LocalDate, List<Slot>> byDay = slots.stream().collect(Collectors.groupingBy(Slot::day));
		return first.datesUntil(last.plusDays(1))
			.map((date) -> new Day(date, DAY.format(date), note(date), false, date.equals(today),
					byDay.getOrDefault(date, List.of())))
			.toList();
	}

	/** Whole weeks from Monday, with the days of the neighbouring months left empty. */
	private static List<List<Day>> weeks(List<Day> days, LocalDate today) {
		List<Day> all = new ArrayList<>();
		LocalDate first = days.get(0).date();
		LocalDate last = days.get(days.size() - 1).date();
		monday(first).datesUntil(first).forEach((date) -> all.add(outside(date)));
		all.addAll(days);
		last.plusDays(1).datesUntil(monday(last).plusDays(7)).forEach((date) -> all.add(outside(date)));
		List<List<Day>> weeks = new ArrayList<>();
		for (int at = 0; at < all.size(); at += 7) {
			weeks.add(all.subList(at, at + 7));
		}
		return weeks;
	}

	private static Day outside(LocalDate date) {
		return new Day(date, DAY.format(date), "", true, false, List.of());
	}

	private static String note(LocalDate date) {
		long hours = Duration
			.between(date.atStartOfDay(LondonTime.ZONE), date.plusDays(1).atStartOfDay(LondonTime.ZONE))
			.toHours();
		return (hours == 24) ? "" : (hours < 24) ? "Clocks go forward at 1am" : "Clocks go back at 2am";
	}

	private static LocalDate monday(LocalDate day) {
		return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
	}

	private static boolean week(String view) {
		return switch (view) {
			case "month" -> false;
			case "week" -> true;
			default -> throw new InvalidFields("view", "Ask for a month or a week.");
		};
	}

	private static LocalDate day(String typed, LocalDate today) {
		try {
			LocalDate day = typed.isBlank() ? today : LocalDate.parse(typed.strip());
			if (day.getYear() >= 2000 && day.getYear() <= 2100) {
				return day;
			}
		}
		catch (DateTimeException ex) {
			// said below
		}
		throw new InvalidFields("day", "Enter a day such as 2026-11-24, between the years 2000 and 2100.");
	}

	private static Instant noon(LocalDate day) {
		return day.atTime(12, 0).atZone(LondonTime.ZONE).toInstant();
	}

	private static String server() {
		return ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
	}

	private static Map<String, Object> json(Slot slot) {
		Map<String, Object> row = new LinkedHashMap<>();
		row.put("reference", slot.reference());
		row.put("title", slot.title());
		row.put("accounts", slot.accounts());
		row.put("publishAt", LondonTime.iso(slot.at()));
		row.put("out", slot.out());
		return row;
	}

}
