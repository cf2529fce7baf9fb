package org.imprimatur.incidents;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.imprimatur.incidents.BoardReport.Message;
import org.imprimatur.incidents.BoardReport.NextMeeting;
import org.imprimatur.incidents.BoardReport.Paper;
import org.imprimatur.incidents.BoardReport.WaitAgreed;
import org.imprimatur.incidents.IncidentEscalations.OpenTask;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.meetings.Board;
import org.imprimatur.meetings.Meeting;
import org.imprimatur.meetings.Meetings;
import org.imprimatur.security.Door;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * What the reports to the Boards ask of the engine: the only place that does. Says where
 * one is, and tells it that its meeting moved or that it cannot wait.
 */
@Component
@Policy("BOARD")
public class BoardReports {

	private static final int MOST = 500;

	private final RuntimeService runtime;

	private final TaskService tasks;

	private final IncidentEscalations engine;

	private final Incidents incidents;

	private final Meetings meetings;

	private final BoardPeople people;

	private final Clock clock;

	BoardReports(@Lazy RuntimeService runtime, @Lazy TaskService tasks, IncidentEscalations engine, Incidents incidents,
			Meetings meetings, BoardPeople people, Clock clock) {
		this.runtime = runtime;
		this.tasks = tasks;
		this.engine = engine;
		this.incidents = incidents;
		this.meetings = meetings;
		this.people = people;
		this.clock = clock;
	}

	/**
	 * A report that is under way.
	 *
	 * @param urgent whether it cannot wait for a meeting
	 * @param route null until somebody or the table has said
	 * @param meetingAt null where no meeting can take it
	 * @param papersDue null likewise
	 */
	public record Report(String caseId, String reference, Board board, Paper paper, WaitAgreed waitAgreed,
			boolean urgent, UrgencyCause cause, BoardRoute route, Instant meetingAt, Instant papersDue) {
	}

	/** The reports to this Board that are under way. */
	List<Report> under(Board board) {
		return Door.through(() -> this.runtime.createProcessInstanceQuery()
			.processDefinitionKey(BoardReport.KEY)
			.variableValueEquals(BoardReport.BOARD.name(), board.name())
			.listPage(0, MOST)
			.stream()
			.map(this::report)
			.toList());
	}

	/** The reports about this incident that are under way. */
	public List<Report> of(String reference) {
		return Door.through(() -> this.runtime.createProcessInstanceQuery()
			.processDefinitionKey(BoardReport.KEY)
			.processInstanceBusinessKey(reference)
			.listPage(0, MOST)
			.stream()
			.map(this::report)
			.toList());
	}

	/** The report that this case is. */
	public Report at(String caseId) {
		return Door
			.through(() -> report(this.runtime.createProcessInstanceQuery().processInstanceId(caseId).singleResult()));
	}

	/** The Board that an open task is about; empty if there is no such task. */
	Optional<Board> boardOf(String taskId) {
		return remembered(taskId, BoardReport.BOARD.name()).map(Board::valueOf);
	}

	/** The member whom an open notice is for. */
	Optional<String> memberOf(String taskId) {
		return remembered(taskId, BoardReport.MEMBER.name());
	}

	/**
	 * What is so now, for the model and its table: next meeting, severity, legal clock,
	 * and who is asked.
	 */
	public Map<String, Object> facts(String reference, Board board, Optional<Meeting> next) {
		Map<String, Object> facts = new HashMap<>();
		facts.putAll(BoardReport.SECRETARIES.is(this.people.secretaries(reference, board)));
		facts.putAll(BoardReport.SEVERITY
			.is(this.incidents.assessment(reference).map(Assessment::severity).map(Severity::name).orElse("NONE")));
		facts.putAll(BoardReport.BREACH_CLOCK.is(legalClockRuns(reference) ? "RUNNING" : "NONE"));
		facts.putAll(BoardReport.MEETING.is(next.isPresent() ? NextMeeting.PLANNED : NextMeeting.NONE));
		facts.putAll(BoardReport.DAYS_TO_MEETING.is(next.map(this::days).orElse(0)));
		facts.put(BoardReport.MEETING_AT.name(), next.map((one) -> Date.from(one.heldAt())).orElse(null));
		facts.put(BoardReport.PAPERS_DUE.name(), next.map((one) -> Date.from(one.papersDue())).orElse(null));
		return facts;
	}

	/** The next meeting that can take a report, written or still to be written. */
	public Optional<Meeting> next(Board board, Paper paper) {
		Instant now = this.clock.instant();
		return (paper == Paper.READY) ? this.meetings.next(board, now) : this.meetings.nextWithOpenPapers(board, now);
	}

	/** What the table of urgency makes of these facts. */
	Map<String, Object> urgency(Map<String, Object> facts, WaitAgreed waitAgreed) {
		Map<String, Object> asked = new HashMap<>(facts);
		asked.putAll(BoardReport.WAIT_AGREED.is(waitAgreed));
		Map<String, Object> answer = this.engine.ask(BoardReport.Decision.URGENCY.id(), asked).get(0);
		return Map.of(BoardReport.URGENCY.name(), answer.get(BoardReport.URGENCY.name()),
				BoardReport.URGENCY_CAUSE.name(), answer.get(BoardReport.URGENCY_CAUSE.name()),
				BoardReport.BOARD_ROUTE.name(), answer.get(BoardReport.BOARD_ROUTE.name()));
	}

	/** The case remembers this from now on. */
	void remember(String caseId, Map<String, Object> facts) {
		Door.through(() -> this.runtime.setVariables(caseId, facts));
	}

	/** The report is due at another time: urgent, or for another meeting. */
	void isDue(Report report) {
		Instant due = (report.urgent() || report.papersDue() == null) ? this.engine.due(BoardReport.KEY,
				BoardReport.Task.PREPARE_BOARD_REPORT.id(), "URGENT", this.clock.instant()) : report.papersDue();
		open(report.caseId(), BoardReport.Task.PREPARE_BOARD_REPORT).forEach((task) -> this.engine.isDue(task, due));
	}

	/** The open tasks of this sort of one report. */
	List<OpenTask> open(String caseId, BoardReport.Task sort) {
		return this.engine.open(at(caseId).reference())
			.stream()
			.filter((task) -> task.caseId().equals(caseId) && task.task().equals(sort.id()))
			.toList();
	}

	/** Only this group is asked about it from now on. */
	void isAskedOf(OpenTask task, String group) {
		this.engine.offerTo(task, List.of(group), List.of());
	}

	/**
	 * Whom the incident is about has no notice of it any longer; the others keep theirs.
	 */
	void takeBack(OpenTask notice) {
		Door.through(() -> {
			String place = this.tasks.createTaskQuery().taskId(notice.id()).singleResult().getExecutionId();
			for (ActivityInstance one : this.runtime.getActivityInstance(notice.caseId())
				.getActivityInstances(notice.task())) {
				if (List.of(one.getExecutionIds()).contains(place)) {
					this.runtime.createProcessInstanceModification(notice.caseId())
						.cancelActivityInstance(one.getId())
						.execute();
				}
			}
		});
	}

	/** Whether the report can be told this now. */
	boolean hears(String caseId, Message message) {
		return Door.through(() -> this.runtime.createEventSubscriptionQuery()
			.processInstanceId(caseId)
			.eventName(message.id())
			.count()) > 0;
	}

	/** The meeting it was meant for moved, was cancelled or is no longer the next. */
	void moved(String caseId) {
		tell(caseId, Message.MEETING_MOVED);
	}

	/** It cannot wait for its meeting any longer. */
	void madeUrgent(String caseId) {
		tell(caseId, Message.MADE_URGENT);
	}

	private void tell(String caseId, Message message) {
		Door.through(() -> this.runtime.createMessageCorrelation(message.id()).processInstanceId(caseId).correlate());
	}

	private boolean legalClockRuns(String reference) {
		return this.incidents.duties(reference).stream().anyMatch((one) -> one.duty() == Duty.BREACH_CLOCK)
				&& !this.incidents.isDone(reference, IncidentEscalation.Task.DECIDE_BREACH_NOTIFICATION.id());
	}

	private int days(Meeting meeting) {
		return (int) ChronoUnit.DAYS.between(LocalDate.ofInstant(this.clock.instant(), LondonTime.ZONE),
				LocalDate.ofInstant(meeting.heldAt(), LondonTime.ZONE));
	}

	private Optional<String> remembered(String taskId, String name) {
		return Door.through(() -> (this.tasks.createTaskQuery().taskId(taskId).count() == 0) ? Optional.empty()
				: Optional.ofNullable((String) this.tasks.getVariable(taskId, name)));
	}

	private Report report(ProcessInstance one) {
		Map<String, Object> known = this.runtime.getVariables(one.getId(),
				List.of(BoardReport.BOARD.name(), BoardReport.PAPER.name(), BoardReport.WAIT_AGREED.name(),
						BoardReport.URGENCY.name(), BoardReport.URGENCY_CAUSE.name(), BoardReport.BOARD_ROUTE.name(),
						BoardReport.MEETING_AT.name(), BoardReport.PAPERS_DUE.name()));
		String cause = (String) known.get(BoardReport.URGENCY_CAUSE.name());
		String route = (String) known.get(BoardReport.BOARD_ROUTE.name());
		return new Report(one.getId(), one.getBusinessKey(),
				Board.valueOf((String) known.get(BoardReport.BOARD.name())),
				Paper.valueOf((String) known.getOrDefault(BoardReport.PAPER.name(), Paper.MISSING.name())),
				WaitAgreed.valueOf((String) known.getOrDefault(BoardReport.WAIT_AGREED.name(), WaitAgreed.NO.name())),
				"URGENT".equals(known.get(BoardReport.URGENCY.name())),
				(cause != null) ? UrgencyCause.valueOf(cause) : null,
				(route != null) ? BoardRoute.valueOf(route) : null, instant(known.get(BoardReport.MEETING_AT.name())),
				instant(known.get(BoardReport.PAPERS_DUE.name())));
	}

	private static Instant instant(Object time) {
		return (time != null) ? ((Date) time).toInstant() : null;
	}

}
