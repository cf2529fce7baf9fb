package org.imprimatur.incidents;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.meetings.Board;
import org.imprimatur.meetings.Meeting;
import org.imprimatur.meetings.MeetingRegister;
import org.imprimatur.meetings.Meetings;
import org.imprimatur.security.Door;
import org.imprimatur.tasks.Fields;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The Boards of the demo on Tuesday, 24 November 2026, 10am in London, with no meeting
 * planned: a test plans its own. Everything a test does is undone after it.
 */
@Transactional
abstract class BoardsAtWork extends IncidentsAtWork {

	static final String REFERENCE = "INC-2026-900001";

	@Autowired
	BoardRecord boards;

	@Autowired
	BoardReports boardReports;

	@Autowired
	Meetings meetings;

	@Autowired
	MeetingRegister register;

	@Autowired
	ApplicationEventPublisher events;

	@BeforeEach
	void curtain() {
		this.meetings.all().stream().filter((one) -> !one.cancelled()).forEach(this::cancelled);
	}

	static Instant at(String londonTime) {
		return LocalDateTime.parse(londonTime).atZone(LondonTime.ZONE).toInstant();
	}

	/** Plans a meeting; its papers close five days before. */
	Meeting meeting(Board board, String heldAt) {
		String papersDue = LocalDateTime.parse(heldAt).minusDays(5).toString();
		long id = as(secretary(board),
				() -> this.register.add(
						typed("board", board.name(), "heldAt", heldAt, "place", "Online", "papersDue", papersDue),
						person(secretary(board))));
		return this.meetings.find(id).orElseThrow();
	}

	void cancelled(Meeting meeting) {
		String secretary = secretary(meeting.board());
		as(secretary, () -> {
			this.register.cancel(meeting.id(), typed("reason", "No quorum."), person(secretary));
			return null;
		});
	}

	void moved(Meeting meeting, String heldAt, String papersDue) {
		String secretary = secretary(meeting.board());
		as(secretary, () -> {
			this.register.move(meeting.id(),
					typed("heldAt", heldAt, "place", meeting.place(), "papersDue", papersDue, "reason", "A strike."),
					person(secretary));
			return null;
		});
	}

	static String secretary(Board board) {
		return (board == Board.TRUST) ? "trust-secretary" : "section-secretary";
	}

	/**
	 * An incident of this severity about these people, and the report of it to a Board.
	 */
	String report(Board board, Severity severity, String... subjects) {
		if (this.incidents.find(REFERENCE).isEmpty()) {
			this.incidents.add(new Incident(REFERENCE, null, "author", ClockUtil.getCurrentTime().toInstant()));
			facts(subjects);
			assessed(severity);
		}
		Map<String, Object> variables = new HashMap<>(BoardReport.BOARD.is(board));
		variables.putAll(BoardReport.REFERENCE.is(REFERENCE));
		variables.put("urgency", "NORMAL");
		String caseId = Door
			.through(() -> this.runtime.startProcessInstanceByKey(BoardReport.KEY, REFERENCE, variables).getId());
		this.incidents
			.add(new IncidentCase(caseId, REFERENCE, BoardReport.KEY, ClockUtil.getCurrentTime().toInstant()));
		return caseId;
	}

	/** One more version of what is known, about these people. */
	void facts(String... subjects) {
		Instant now = ClockUtil.getCurrentTime().toInstant();
		int number = this.incidents.revisions(REFERENCE).size() + 1;
		this.incidents
			.add(new IncidentFacts(null, REFERENCE, number, "Somebody <b>posted</b> an address. 🏠", null, null, null,
					"", Fact.NO, Fact.NO, "", String.join(",", subjects), null, now, null, null, "author", now));
	}

	/** How serious it is held to be now; null below significant. */
	void assessed(Severity severity) {
		this.incidents.add(new Assessment(null, REFERENCE, 1, Origin.TRIAGE, null,
				(severity != null) ? Risk.SIGNIFICANT : Risk.LOW, Risk.SIGNIFICANT, "People can be hurt.", severity,
				"TRUST,SECTION", null, Fact.NO, Fact.NO, null, null, "sct", ClockUtil.getCurrentTime().toInstant()));
		this.events.publishEvent(new IncidentReassessed(REFERENCE));
	}

	/** The clock for a breach of personal data has begun. */
	void legalClockRuns() {
		this.incidents.add(new IncidentDuty(null, REFERENCE, Duty.BREACH_CLOCK, "", "Personal data.",
				ClockUtil.getCurrentTime().toInstant()));
		this.events.publishEvent(new IncidentReassessed(REFERENCE));
	}

	/** The open tasks of this report. */
	List<Task> open(String caseId) {
		return Door
			.through(() -> this.tasks.createTaskQuery().processInstanceId(caseId).orderByTaskAssignee().asc().list());
	}

	Task open(String caseId, BoardReport.Task sort) {
		List<Task> open = open(caseId).stream()
			.filter((task) -> task.getTaskDefinitionKey().equals(sort.id()))
			.toList();
		assertThat(open).as("open " + sort.id()).hasSize(1);
		return open.get(0);
	}

	List<String> askedOf(Task task) {
		return Door.through(() -> this.tasks.getIdentityLinksForTask(task.getId()))
			.stream()
			.map((link) -> link.getGroupId() != null ? link.getGroupId() : link.getUserId())
			.toList();
	}

	void isDue(Task task, String londonTime) {
		assertThat(LocalDateTime.ofInstant(task.getDueDate().toInstant(), LondonTime.ZONE)).as("when it is due")
			.isEqualTo(LocalDateTime.parse(londonTime));
	}

	/** Lets the time pass until the meeting begins. */
	void begins(String caseId) {
		List<Job> jobs = this.management.createJobQuery().processInstanceId(caseId).activityId("meeting-begun").list();
		assertThat(jobs).as("meetings awaited").hasSize(1);
		ClockUtil.setCurrentTime(jobs.get(0).getDuedate());
		this.management.executeJob(jobs.get(0).getId());
	}

	boolean waitsForItsMeeting(String caseId) {
		return open(caseId).isEmpty() && this.runtime.createEventSubscriptionQuery()
			.processInstanceId(caseId)
			.eventName("made-urgent")
			.count() == 1;
	}

	List<String> told(String caseId) {
		return this.boards.notices(caseId).stream().map(BoardNotice::member).sorted().toList();
	}

	boolean hasEnded(String caseId) {
		return this.runtime.createProcessInstanceQuery().processInstanceId(caseId).count() == 0
				&& this.history.createHistoricActivityInstanceQuery()
					.processInstanceId(caseId)
					.activityId("board-informed")
					.count() == 1;
	}

	void does(String login, Task task, String... fields) {
		as(login, () -> this.door.complete(task.getId(), typed(fields), person(login)));
	}

	void isAskedFor(String login, Task task, String field, String sentence, String... fields) {
		assertThatThrownBy(() -> does(login, task, fields)).isInstanceOfSatisfying(InvalidFields.class,
				(problem) -> assertThat(problem.messages().getOrDefault(field, problem.messages().toString()))
					.contains(sentence));
	}

	void isRefused(String login, Task task, Refusal.Kind kind, String... fields) {
		assertThatThrownBy(() -> does(login, task, fields)).as(login)
			.isInstanceOfSatisfying(Refusal.class, (refusal) -> assertThat(refusal.kind()).as(login).isEqualTo(kind));
	}

	void handsIn(String login, String caseId, BoardRoute route, String... more) {
		Fields fields = typed(more).with("route", route.name())
			.with("paper", "An address was posted. 🏠\n<b>All</b> of it.");
		Task task = open(caseId, BoardReport.Task.PREPARE_BOARD_REPORT);
		as(login, () -> this.door.complete(task.getId(), fields, person(login)));
	}

}
