package org.imprimatur.incidents.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.imprimatur.incidents.BoardMeetings;
import org.imprimatur.incidents.BoardPeople;
import org.imprimatur.incidents.BoardReport;
import org.imprimatur.incidents.BoardReport.Paper;
import org.imprimatur.incidents.BoardReport.Task;
import org.imprimatur.incidents.BoardReport.WaitAgreed;
import org.imprimatur.incidents.BoardReports;
import org.imprimatur.incidents.BoardReports.Report;
import org.imprimatur.incidents.BoardRoute;
import org.imprimatur.incidents.WrittenFacts;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Outcome;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Asked;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.TaskAtHand;

import org.springframework.stereotype.Component;

/**
 * The secretary of a Board writes the report and says how the Board hears of it. An
 * urgent report waits for a meeting only if the Chief Executive or the Chair agreed.
 */
@Component("prepareBoardReportForm")
@Policy("BOARD")
class PrepareBoardReport extends IncidentForm {

	private final BoardReports reports;

	private final BoardMeetings meetings;

	private final BoardPeople people;

	PrepareBoardReport(Shared shared, BoardReports reports, BoardMeetings meetings, BoardPeople people) {
		super(BoardReport.KEY, Task.PREPARE_BOARD_REPORT, shared);
		this.reports = reports;
		this.meetings = meetings;
		this.people = people;
	}

	/** Somebody who can agree, as the form offers them. */
	record Choice(String name, String label, String definition) {
	}

	@Override
	public Set<String> fields() {
		return Set.of("route", "paper", "reason", "agreedBy");
	}

	@Override
	public List<? extends Outcome> outcomes() {
		return List.of(BoardRoute.values());
	}

	@Override
	public Optional<String> askedBesides(TaskAtHand task) {
		return Optional.of(words(this.reports.at(task.caseId())));
	}

	@Override
	public Map<String, Object> page(TaskAtHand task, Fields fields, Person person) {
		Map<String, Object> page = super.page(task, fields, person);
		Report report = this.reports.at(task.caseId());
		page.put("urgent", report.urgent());
		page.put("board", report.board().label());
		page.put("suggestion", words(report));
		page.put("canAgree",
				canAgree(task, person).entrySet()
					.stream()
					.map((one) -> new Choice(one.getKey(), one.getValue(), ""))
					.toList());
		return page;
	}

	@Override
	public Map<String, Object> complete(TaskAtHand task, Fields fields, Asked asked, Person person) {
		Report report = this.meetings.upToDate(task.caseId());
		FieldCheck check = new FieldCheck(fields);
		BoardRoute route = check.choice("route", BoardRoute.class, "Choose how the Board is told.");
		String paper = check.required("paper", WrittenFacts.LONGEST_TEXT, "the report",
				"Write the report for the Board.");
		String reason = check.text("reason", WrittenFacts.LONGEST_REASON, "the reason");
		boolean lowered = route == BoardRoute.NEXT_MEETING && report.urgent();
		if (route == BoardRoute.NEXT_MEETING && report.meetingAt() == null) {
			check.problem("route", "There is no meeting to wait for. Add one on /meetings, or choose “"
					+ BoardRoute.BETWEEN_MEETINGS.label() + "”.");
		}
		String agreedBy = agreedBy(task, fields, check, reason, lowered, person);
		check.done();
		Map<String, Object> facts = this.reports.facts(task.reference(), report.board(), Optional.empty());
		writing().record(task, route, reason, kept("paper", paper, "agreedBy", agreedBy, "meeting",
				(route == BoardRoute.NEXT_MEETING) ? LondonTime.iso(report.meetingAt()) : null, "urgentBecause",
				lowered ? report.cause().sentence() : null, "severityThen", facts.get(BoardReport.SEVERITY.name()),
				"legalClockThen", facts.get(BoardReport.BREACH_CLOCK.name())), asked, person);
		Map<String, Object> decided = new HashMap<>(BoardReport.PREPARE_BOARD_REPORT.is(route));
		decided.putAll(BoardReport.BOARD_ROUTE.is(route));
		decided.putAll(BoardReport.PAPER.is(Paper.READY));
		decided.putAll(BoardReport.WAIT_AGREED.is(lowered ? WaitAgreed.YES : WaitAgreed.NO));
		return decided;
	}

	private String agreedBy(TaskAtHand task, Fields fields, FieldCheck check, String reason, boolean lowered,
			Person person) {
		String chosen = check.text("agreedBy", 64, "who agreed");
		Map<String, String> canAgree = canAgree(task, person);
		if (chosen != null && !canAgree.containsKey(chosen)) {
			check.problem("agreedBy", "Choose the Chief Executive or the Chair, or nobody.");
		}
		if (lowered && reason == null) {
			check.problem("reason", "It is urgent. Enter why it can wait all the same, and who agreed.");
		}
		if (lowered && chosen == null && !names(canAgree, reason)) {
			check.problem("agreedBy", "It is urgent. Choose the Chief Executive or the Chair who agreed that it "
					+ "waits, or choose “" + BoardRoute.BETWEEN_MEETINGS.label() + "”.");
		}
		return (chosen != null) ? canAgree.get(chosen) : null;
	}

	/** Nobody agrees with themselves. */
	private Map<String, String> canAgree(TaskAtHand task, Person person) {
		Map<String, String> canAgree = this.people.canAgree(task.reference());
		canAgree.remove(person.login());
		return canAgree;
	}

	/** Whether the reason names one of those who can agree, by name or office. */
	private static boolean names(Map<String, String> canAgree, String reason) {
		String said = (reason != null) ? reason.toLowerCase(Locale.UK) : "";
		return canAgree.values().stream().map((one) -> one.toLowerCase(Locale.UK).split(", ", 2)).anyMatch((one) -> {
			String office = one[1].equals("chair") ? "\\bchair\\b" : "\\b(ceo|chief executive)\\b";
			return said.contains(one[0]) || Pattern.compile(office).matcher(said).find();
		});
	}

	private static String words(Report report) {
		String meeting = (report.meetingAt() != null)
				? "The next meeting of the " + report.board().label() + " that can take it is on "
						+ LondonTime.dateTime(report.meetingAt()) + ", with papers until "
						+ LondonTime.dateTime(report.papersDue()) + "."
				: "No meeting of the " + report.board().label() + " that can take it is planned.";
		String cause = (report.cause() != null) ? " " + report.cause().sentence() : "";
		return meeting + " Suggested: "
				+ (report.urgent() ? BoardRoute.BETWEEN_MEETINGS : BoardRoute.NEXT_MEETING).label()
					.toLowerCase(Locale.UK)
				+ "." + cause;
	}

}
