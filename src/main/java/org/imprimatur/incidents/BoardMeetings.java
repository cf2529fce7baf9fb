package org.imprimatur.incidents;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.imprimatur.incidents.BoardReport.Message;
import org.imprimatur.incidents.BoardReport.Paper;
import org.imprimatur.incidents.BoardReport.Task;
import org.imprimatur.incidents.BoardReport.WaitAgreed;
import org.imprimatur.incidents.BoardReports.Report;
import org.imprimatur.kernel.Policy;
import org.imprimatur.meetings.Board;
import org.imprimatur.meetings.Meeting;
import org.imprimatur.meetings.Meetings;
import org.imprimatur.meetings.MeetingsChanged;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Which meeting each report is meant for. A report follows its meeting when that moves,
 * and stops waiting as soon as it is urgent; both in the transaction that changes it.
 */
@Component
@Policy("BOARD")
public class BoardMeetings {

	private final Incidents incidents;

	private final BoardReports reports;

	private final BoardRecord record;

	private final BoardPeople people;

	private final IncidentAccess access;

	private final Meetings meetings;

	private final Clock clock;

	BoardMeetings(Incidents incidents, BoardReports reports, BoardRecord record, BoardPeople people,
			IncidentAccess access, Meetings meetings, Clock clock) {
		this.incidents = incidents;
		this.reports = reports;
		this.record = record;
		this.people = people;
		this.access = access;
		this.meetings = meetings;
		this.clock = clock;
	}

	/**
	 * Finds the meeting that a report is meant for from now on, and records it.
	 * @return what the model needs to know of it
	 */
	public Map<String, Object> find(String caseId, String reference, Board board, Paper paper) {
		this.incidents.lock(reference);
		Optional<Meeting> next = this.reports.next(board, paper);
		this.record.meantFor(caseId, reference, board, next);
		return this.reports.facts(reference, board, next);
	}

	@EventListener
	void on(MeetingsChanged changed) {
		for (Report report : this.reports.under(changed.board())) {
			this.incidents.lock(report.reference());
			follow(report);
		}
	}

	@EventListener
	void on(IncidentReassessed reassessed) {
		for (Report report : this.reports.of(reassessed.reference())) {
			keepFromSubjects(report);
			if (report.paper() == Paper.MISSING) {
				lookAgain(report);
			}
			else if (this.reports.hears(report.caseId(), Message.MADE_URGENT)) {
				judgeAgain(report);
			}
		}
	}

	private void follow(Report report) {
		if (report.paper() == Paper.MISSING) {
			lookAgain(report);
		}
		else if (this.reports.hears(report.caseId(), Message.MEETING_MOVED) && isLost(report)) {
			this.reports.moved(report.caseId());
		}
	}

	/** Whether the meeting that a written report is meant for is no longer the one. */
	private boolean isLost(Report report) {
		Optional<BoardTarget> target = this.record.target(report.caseId());
		if (this.reports.hears(report.caseId(), Message.MADE_URGENT)) {
			Meeting next = this.reports.next(report.board(), Paper.READY).orElse(null);
			return target.filter((one) -> one.isStill(next)).isEmpty();
		}
		// its time has come: only a meeting that was not held after all changes that
		return report.route() == BoardRoute.NEXT_MEETING && target.map(BoardTarget::meeting)
			.flatMap(this.meetings::find)
			.filter((one) -> one.cancelled() || one.heldAt().isAfter(this.clock.instant()))
			.isPresent();
	}

	/**
	 * The report as it is now, for somebody who is finishing it: where the time of its
	 * meeting has come meanwhile, it is meant for the next one.
	 */
	public Report upToDate(String caseId) {
		Report report = this.reports.at(caseId);
		if (report.meetingAt() != null && !report.meetingAt().isAfter(this.clock.instant())) {
			lookAgain(report);
		}
		return this.reports.at(caseId);
	}

	/** While the report is still to be written, its task follows what is so now. */
	private void lookAgain(Report report) {
		Optional<Meeting> next = this.reports.next(report.board(), Paper.MISSING);
		if (this.record.target(report.caseId()).filter((one) -> one.isStill(next.orElse(null))).isEmpty()) {
			this.record.meantFor(report.caseId(), report.reference(), report.board(), next);
		}
		Map<String, Object> facts = new HashMap<>(this.reports.facts(report.reference(), report.board(), next));
		facts.putAll(this.reports.urgency(facts, WaitAgreed.NO));
		this.reports.remember(report.caseId(), facts);
		Report now = this.reports.at(report.caseId());
		if (now.urgent() != report.urgent() || !now.urgent()) {
			this.reports.isDue(now);
		}
	}

	/**
	 * Whether a report that waits still can. What was agreed to wait goes on waiting
	 * unless something else makes it urgent now.
	 */
	private void judgeAgain(Report report) {
		Optional<Meeting> next = this.reports.next(report.board(), Paper.READY);
		Map<String, Object> facts = new HashMap<>(this.reports.facts(report.reference(), report.board(), next));
		Map<String, Object> answer = this.reports.urgency(facts, WaitAgreed.NO);
		boolean urgent = "URGENT".equals(answer.get(BoardReport.URGENCY.name()));
		boolean agreed = report.waitAgreed() == WaitAgreed.YES
				&& this.incidents.last(report.caseId(), Task.PREPARE_BOARD_REPORT.id())
					.filter((act) -> isKnown(act, facts))
					.isPresent();
		if (urgent && !agreed) {
			facts.putAll(answer);
			facts.putAll(BoardReport.WAIT_AGREED.is(WaitAgreed.NO));
			this.reports.remember(report.caseId(), facts);
			this.reports.madeUrgent(report.caseId());
		}
	}

	/** Whether what makes it urgent now was so already when somebody agreed. */
	private static boolean isKnown(IncidentAct agreed, Map<String, Object> facts) {
		Object severity = facts.get(BoardReport.SEVERITY.name());
		Object clock = facts.get(BoardReport.BREACH_CLOCK.name());
		return (!Severity.S1.name().equals(severity) || agreed.value("severityThen").equals(severity))
				&& (!"RUNNING".equals(clock) || agreed.value("legalClockThen").equals(clock));
	}

	private void keepFromSubjects(Report report) {
		String group = this.people.secretaries(report.reference(), report.board());
		this.reports.remember(report.caseId(), new HashMap<>(BoardReport.SECRETARIES.is(group)));
		for (Task sort : new Task[] { Task.PREPARE_BOARD_REPORT, Task.RECORD_BOARD_MINUTE }) {
			this.reports.open(report.caseId(), sort)
				.stream()
				.filter((task) -> task.people().isEmpty() && !task.groups().contains(group))
				.forEach((task) -> this.reports.isAskedOf(task, group));
		}
		this.reports.open(report.caseId(), Task.ACKNOWLEDGE_BOARD_NOTICE)
			.stream()
			.filter((task) -> task.assignee() != null && this.access.isSubject(report.reference(), task.assignee()))
			.forEach(this.reports::takeBack);
	}

}
