package org.imprimatur.incidents.web;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.imprimatur.incidents.Assessment;
import org.imprimatur.incidents.Clocks;
import org.imprimatur.incidents.IncidentRecord;
import org.imprimatur.incidents.LowRisks;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.HomeLink;
import org.imprimatur.tasks.HomeNews;
import org.imprimatur.tasks.web.Sent;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The board of clocks, and the weekly list of low risks. */
@Controller
@Policy({ "CEO", "BOARD", "TRUSTEES" })
class IncidentLists implements HomeLink, HomeNews {

	private static final String CLOCKS = "/clocks";

	private static final String LOW = "/low-risks";

	private static final Set<String> READERS = Set.of("supporter-communications", "digital-engagement-manager",
			"head-of-communications", "data-protection-lead", "trust-board-secretary", "section-board-secretary",
			"trustees", "ceo", "ceo-deputies", "camunda-admin");

	private final Clocks clocks;

	private final LowRisks lowRisks;

	private final IncidentRecord record;

	private final People people;

	IncidentLists(Clocks clocks, LowRisks lowRisks, IncidentRecord record, People people) {
		this.clocks = clocks;
		this.lowRisks = lowRisks;
		this.record = record;
		this.people = people;
	}

	/** One line of the weekly list, in words. */
	record Line(String reference, String title, String risk, String suggested, String reason, String answer,
			String assessed) {
	}

	@Override
	public String name() {
		return "Clocks";
	}

	@Override
	public String address() {
		return CLOCKS;
	}

	@Override
	public boolean isFor(Person person) {
		return READERS.stream().anyMatch(person::isIn);
	}

	@Override
	public List<News> newsFor(Person person) {
		if (!LowRisks.isFor(person)) {
			return List.of();
		}
		return this.lowRisks.unread(person)
			.stream()
			.map((monday) -> new News("Low risks, week from " + day(monday), LOW + "?week=" + monday,
					"What was held to be of no or low risk, for the Boards’ secretaries.", "Not read yet."))
			.toList();
	}

	@GetMapping(CLOCKS)
	Object clocks(HttpServletRequest request) {
		Person person = this.people.acting();
		if (!isFor(person)) {
			throw Refusal.forbidden("This page is for everybody who deals with incidents.");
		}
		List<Clocks.Running> running = this.clocks.runningFor(person);
		if (Sent.wantsJson(request)) {
			return ResponseEntity.ok(running);
		}
		return new ModelAndView("clocks", Map.of("clocks", running, "here", CLOCKS));
	}

	@GetMapping(LOW)
	Object low(@RequestParam(defaultValue = "") String week, HttpServletRequest request) {
		Person person = this.people.acting();
		if (!LowRisks.isFor(person)) {
			throw Refusal.forbidden("This list is for the secretaries of the two Boards.");
		}
		LocalDate monday = monday(week);
		List<Line> lines = this.lowRisks.in(monday, person).stream().map(this::line).toList();
		if (Sent.wantsJson(request)) {
			return ResponseEntity.ok(Map.of("week", LowRisks.words(monday), "incidents", lines, "read",
					this.lowRisks.isRead(monday, person)));
		}
		ModelAndView page = new ModelAndView("low-risks");
		page.addObject("monday", monday.toString());
		page.addObject("week", day(monday));
		page.addObject("before", monday.minusWeeks(1).toString());
		page.addObject("after", monday.isBefore(this.lowRisks.thisWeek()) ? monday.plusWeeks(1).toString() : null);
		page.addObject("lines", lines);
		page.addObject("isOver", monday.isBefore(this.lowRisks.thisWeek()));
		page.addObject("isRead", this.lowRisks.isRead(monday, person));
		return page;
	}

	@PostMapping(LOW)
	ResponseEntity<Void> read(@RequestParam(defaultValue = "") String week) {
		LocalDate monday = monday(week);
		this.lowRisks.read(monday, this.people.acting());
		return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(LOW + "?week=" + monday)).build();
	}

	private Line line(Assessment one) {
		return new Line(one.reference(), this.record.title(one.reference()), one.risk().label(),
				one.suggested().label(), one.riskReason(),
				(one.response() != null)
						? one.response().label() + ((one.responseReason() != null) ? ": " + one.responseReason() : "")
						: "",
				LondonTime.dateTime(one.assessedAt()) + " by "
						+ ((one.assessedBy() != null) ? this.people.nameOf(one.assessedBy()) : "Imprimatur"));
	}

	/**
	 * The Monday of the week of this day; the last week that is over if none is named.
	 */
	private LocalDate monday(String week) {
		if (week.isEmpty()) {
			return this.lowRisks.thisWeek().minusWeeks(1);
		}
		try {
			return LocalDate.parse(week).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
		}
		catch (DateTimeParseException ex) {
			throw Refusal.notFound("There is no such week. Name a day of it, such as 2026-11-23.");
		}
	}

	private static String day(LocalDate monday) {
		return LondonTime.date(monday.atStartOfDay(LondonTime.ZONE).toInstant());
	}

}
