package org.imprimatur.incidents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.imprimatur.deadlines.Deadlines;
import org.imprimatur.incidents.BoardReport.Message;
import org.imprimatur.incidents.BoardReports.Report;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;

import org.springframework.stereotype.Component;

/**
 * What an incident waits for although nobody has a task: a report its meeting, an
 * incident found not relevant the Trustees who may call it in, a staged report the day of
 * its follow-up.
 */
@Component
@Policy({ "BOARD", "TRUSTEES" })
public class Waits {

	/** The timer that ends the wait for a call-in, in the model and its deadlines. */
	private static final String CALL_IN_OVER = "call-in-over";

	/** The timer that asks for a follow-up. */
	private static final String FOLLOW_UP_ARRIVES = "follow-up-arrives";

	private final BoardReports boards;

	private final BoardPeople boardPeople;

	private final SeriousIncidentDecisions decisions;

	private final TrusteesRecord trusteesRecord;

	private final Trustees trustees;

	private final Incidents incidents;

	private final People people;

	private final Deadlines deadlines;

	Waits(BoardReports boards, BoardPeople boardPeople, SeriousIncidentDecisions decisions,
			TrusteesRecord trusteesRecord, Trustees trustees, Incidents incidents, People people, Deadlines deadlines) {
		this.boards = boards;
		this.boardPeople = boardPeople;
		this.decisions = decisions;
		this.trusteesRecord = trusteesRecord;
		this.trustees = trustees;
		this.incidents = incidents;
		this.people = people;
		this.deadlines = deadlines;
	}

	/**
	 * One wait.
	 *
	 * @param title what waits for what, as a few words
	 * @param what what is waited for, as part of a sentence
	 * @param until the moment at which it is over by itself
	 * @param counted where that moment comes from, as a sentence without its full stop
	 * @param stops what ends it, as sentences
	 * @param who holds it, by name or group
	 */
	public record Wait(String title, String what, Instant until, String counted, String stops, String who) {

		/** What is waited for, as part of a sentence. */
		String words() {
			return this.what + ", until " + over();
		}

		/** Until when, in words. */
		public String over() {
			return LondonTime.dateTime(this.until);
		}

	}

	/** Everything this incident waits for without a task, Boards first. */
	public List<Wait> of(String reference) {
		List<Wait> all = new ArrayList<>();
		this.boards.of(reference)
			.stream()
			.filter((report) -> report.meetingAt() != null && this.boards.hears(report.caseId(), Message.MADE_URGENT))
			.forEach((report) -> all.add(meeting(report)));
		this.decisions.open(reference).ifPresent((caseId) -> {
			callIn(reference, caseId).ifPresent(all::add);
			followUp(reference, caseId).ifPresent(all::add);
		});
		return all;
	}

	private Wait meeting(Report report) {
		String board = report.board().label();
		String written = this.incidents.last(report.caseId(), BoardReport.Task.PREPARE_BOARD_REPORT.id())
			.map((act) -> "Report written on " + LondonTime.dateTime(act.doneAt()) + "; ")
			.orElse("");
		return new Wait("Report waits for the meeting of the " + board,
				"the meeting of the " + board + ", to which its report goes", report.meetingAt(),
				written + "meeting of the " + board + " as planned",
				"The meeting itself. If it is moved or cancelled, the report goes to the next one; "
						+ "if the incident becomes urgent, the members are told between meetings.",
				this.people.nameOfGroup(this.boardPeople.secretaries(report.reference(), report.board())));
	}

	private Optional<Wait> callIn(String reference, String caseId) {
		return this.decisions.waitsUntil(caseId, CALL_IN_OVER)
			.map((until) -> new Wait("Not relevant, unless a Trustee calls it in",
					"a Trustee who calls it in, since it was found not relevant", until,
					this.incidents.last(caseId, SeriousIncidentDecision.Task.ASSESS_RELEVANCE.id())
						.map((act) -> "Found not relevant on " + LondonTime.dateTime(act.doneAt()) + " + "
								+ this.deadlines.allowed(SeriousIncidentDecision.KEY, CALL_IN_OVER, "NORMAL"))
						.orElse("Each Trustee may call it in"),
					"Any Trustee who calls it in with a reason: then every Trustee is asked for a view. "
							+ "Otherwise it ends as not relevant.",
					this.trustees.takingPart(reference, caseId)
						.stream()
						.map(Person::name)
						.collect(Collectors.joining(", "))));
	}

	private Optional<Wait> followUp(String reference, String caseId) {
		return this.decisions.waitsUntil(caseId, FOLLOW_UP_ARRIVES)
			.map((until) -> new Wait("Follow-up to the Charity Commission",
					"the day of the follow-up to the Charity Commission", until,
					this.trusteesRecord.reports(reference, caseId)
						.stream()
						.reduce((first, second) -> second)
						.map((act) -> "Named with the report of " + LondonTime.dateTime(act.doneAt()))
						.orElse("Named with the report"),
					"That day: then the follow-up is asked for.",
					this.trusteesRecord.decision(caseId)
						.map((act) -> this.people.nameOf(act.value("reporter")))
						.orElse("")));
	}

}
