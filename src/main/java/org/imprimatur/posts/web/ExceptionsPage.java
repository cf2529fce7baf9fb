package org.imprimatur.posts.web;

import java.time.Duration;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import jakarta.servlet.http.HttpServletRequest;
import org.imprimatur.accounts.Account;
import org.imprimatur.accounts.Accounts;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.posts.CorrectionDecision;
import org.imprimatur.posts.Exceptions;
import org.imprimatur.posts.Exceptions.Count;
import org.imprimatur.posts.Exceptions.Exceptional;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.HomeLink;
import org.imprimatur.tasks.web.Sent;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What did not go the usual way, listed and counted for those who answer for it. */
@Controller
@Policy({ "APPROVED", "ONE-LOGIN" })
class ExceptionsPage implements HomeLink {

	private static final String PAGE = "/exceptions";

	/** How many the page lists; the counts hold all of them. */
	private static final int MOST = 500;

	private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

	private final Exceptions exceptions;

	private final Accounts accounts;

	private final People people;

	ExceptionsPage(Exceptions exceptions, Accounts accounts, People people) {
		this.exceptions = exceptions;
		this.accounts = accounts;
		this.people = people;
	}

	@Override
	public String name() {
		return "Exceptions";
	}

	@Override
	public String address() {
		return PAGE;
	}

	@Override
	public boolean isFor(Person person) {
		return Exceptions.mayBeSeenBy(person);
	}

	/** One line of the list, in words. */
	record Line(String sort, String reference, String title, String account, String at, String why, String decision,
			String toDecide, String toFinish) {
	}

	/** One line of the counts, in words. */
	record Sum(String account, String month, List<Integer> sorts, List<Integer> decisions, String toDecide,
			String toFinish) {
	}

	@GetMapping(PAGE)
	Object show(@RequestParam(defaultValue = "") String month, HttpServletRequest request) {
		if (!Exceptions.mayBeSeenBy(this.people.acting())) {
			throw Refusal.forbidden("This page is for managers, the Head of Communications, the Digital Engagement "
					+ "Manager and everybody who approves posts.");
		}
		YearMonth chosen = month(month);
		List<Exceptional> found = this.exceptions.in(chosen);
		List<Count> counts = this.exceptions.counted(found);
		if (Sent.wantsJson(request)) {
			return ResponseEntity.ok(json(chosen, found, counts));
		}
		ModelAndView page = new ModelAndView("exceptions");
		page.addObject("months", months());
		page.addObject("month", (chosen != null) ? chosen.toString() : "");
		page.addObject("sorts", Exceptions.Sort.values());
		page.addObject("decisions", CorrectionDecision.values());
		page.addObject("counts", counts.stream().map(this::sum).toList());
		page.addObject("lines", found.stream().limit(MOST).map(this::line).toList());
		page.addObject("leftOff", Math.max(0, found.size() - MOST));
		page.addObject("here", PAGE);
		return page;
	}

	/** Every month that has an exception, the latest first, and how to call it. */
	private Map<String, String> months() {
		Map<YearMonth, String> months = new TreeMap<>((left, right) -> right.compareTo(left));
		this.exceptions.counted(this.exceptions.in(null))
			.forEach((count) -> months.put(count.month(), MONTH.format(count.month())));
		Map<String, String> options = new LinkedHashMap<>();
		months.forEach((value, words) -> options.put(value.toString(), words));
		return options;
	}

	private static YearMonth month(String typed) {
		if (typed.isBlank()) {
			return null;
		}
		try {
			return YearMonth.parse(typed.strip());
		}
		catch (DateTimeParseException ex) {
			throw new InvalidFields("month", "Enter a month such as 2026-11, or leave it empty for all.");
		}
	}

	private Line line(Exceptional one) {
		return new Line(one.sort().label(), one.reference(), one.title(), accountName(one.account()),
				LondonTime.dateTime(one.at()), one.why(), (one.decision() != null) ? one.decision().label() : null,
				Exceptions.words(one.toDecide()), Exceptions.words(one.toFinish()));
	}

	private Sum sum(Count count) {
		return new Sum(accountName(count.account()), MONTH.format(count.month()), List.copyOf(count.sorts().values()),
				List.copyOf(count.decisions().values()), Exceptions.words(count.toDecide()),
				Exceptions.words(count.toFinish()));
	}

	private Map<String, Object> json(YearMonth month, List<Exceptional> found, List<Count> counts) {
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("month", (month != null) ? month.toString() : null);
		answer.put("counts", counts.stream().map(ExceptionsPage::json).toList());
		answer.put("exceptions", found.stream().map(ExceptionsPage::json).toList());
		return answer;
	}

	private static Map<String, Object> json(Count count) {
		Map<String, Object> row = new LinkedHashMap<>();
		row.put("account", count.account());
		row.put("month", count.month().toString());
		row.put("counts", count.sorts());
		row.put("decisions", count.decisions());
		row.put("meanMinutesToDecide", minutes(count.toDecide()));
		row.put("meanMinutesToFinish", minutes(count.toFinish()));
		return row;
	}

	private static Map<String, Object> json(Exceptional one) {
		Map<String, Object> row = new LinkedHashMap<>();
		row.put("sort", one.sort().name());
		row.put("reference", one.reference());
		row.put("title", one.title());
		row.put("account", one.account());
		row.put("at", LondonTime.iso(one.at()));
		row.put("why", one.why());
		row.put("decision", (one.decision() != null) ? one.decision().name() : null);
		row.put("minutesToDecide", minutes(one.toDecide()));
		row.put("minutesToFinish", minutes(one.toFinish()));
		return row;
	}

	private static Long minutes(Duration time) {
		return (time != null) ? time.toMinutes() : null;
	}

	private String accountName(String id) {
		return this.accounts.find(id).map(Account::name).orElse(id);
	}

}
