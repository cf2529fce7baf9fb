package org.imprimatur.incidents;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.imprimatur.EngineTest;
import org.imprimatur.accounts.Accounts;
import org.imprimatur.deadlines.Reminders;
import org.imprimatur.history.Trail;
import org.imprimatur.incidents.IncidentEscalations.OpenTask;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.ModelName;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.security.Door;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Absences;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.StartForm.Started;
import org.imprimatur.tasks.TaskDoor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The whole application as the tests of incidents see it, with a clock that stands still
 * at ten o'clock on Tuesday, 24 November 2026.
 */
@EngineTest
abstract class IncidentsAtWork {

	@Autowired
	IncidentReports reports;

	@Autowired
	Incidents incidents;

	@Autowired
	IncidentEscalations engine;

	@Autowired
	IncidentAccess access;

	@Autowired
	IncidentActs acts;

	@Autowired
	IncidentRules rules;

	@Autowired
	IncidentRecord record;

	@Autowired
	TaskDoor door;

	@Autowired
	Trail trail;

	@Autowired
	Accounts accounts;

	@Autowired
	Absences absences;

	@Autowired
	Reminders reminders;

	@Autowired
	People people;

	@Autowired
	IdentityService identity;

	@Autowired
	RuntimeService runtime;

	@Autowired
	TaskService tasks;

	@Autowired
	HistoryService history;

	@Autowired
	ManagementService management;

	@Autowired
	JdbcClient jdbc;

	@BeforeEach
	void tuesdayMorning() {
		itIs("2026-11-24T10:00");
	}

	@AfterEach
	void clear() {
		Door.through(() -> this.runtime.createProcessInstanceQuery()
			.rootProcessInstances()
			.list()
			.stream()
			.filter((one) -> String.valueOf(one.getBusinessKey()).startsWith("INC-"))
			.forEach((one) -> this.runtime.deleteProcessInstance(one.getId(), "the test is over")));
		ClockUtil.reset();
	}

	/** Sets the clock of the whole application to a time in London. */
	final void itIs(String londonTime) {
		ClockUtil.setCurrentTime(Date.from(LocalDateTime.parse(londonTime).atZone(LondonTime.ZONE).toInstant()));
	}

	final Instant now() {
		return ClockUtil.getCurrentTime().toInstant();
	}

	final Person person(String login) {
		return this.people.find(login).orElseThrow();
	}

	/** Does the work as somebody who has signed in, as every request does it. */
	final <T> T as(String login, Supplier<T> work) {
		Person person = person(login);
		var authorities = person.groups().stream().map(SimpleGrantedAuthority::new).toList();
		SecurityContextHolder.getContext()
			.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(login, null, authorities));
		this.identity.setAuthentication(login, person.groups().stream().sorted().toList());
		try {
			return work.get();
		}
		finally {
			this.identity.clearAuthentication();
			SecurityContextHolder.clearContext();
		}
	}

	/** Reports an incident; the reference. */
	final String reports(String login, String... fields) {
		Fields typed = typed(fields);
		Started started = as(login, () -> this.reports.report(typed, UUID.randomUUID().toString(), person(login)));
		return started.reference();
	}

	/** Reports an incident with a significant risk; the reference. */
	final String significant(String... fields) {
		String reference = reports("author", with(new String[] { "what", "A list of supporters could be seen.",
				"personalData", "YES", "account", "main-x" }, fields));
		assesses(reference, "SIGNIFICANT");
		return reference;
	}

	/** Assesses as one of the triage team, with everything that is asked for. */
	final void assesses(String reference, String risk, String... fields) {
		assessesAs("sct", reference, risk, fields);
	}

	final void assessesAs(String login, String reference, String risk, String... fields) {
		String[] usual = { "risk", risk, "riskReason", "It may go on.", "severity", "S2", "entities", "TRUST|SECTION",
				"personalDataBreach", "NO", "response", "NO_RESPONSE", "responseReason", "An answer would spread it." };
		completes(login, reference, IncidentEscalation.Task.TRIAGE_INCIDENT, with(usual, fields));
	}

	/** Completes the one open task of this sort that this person may do. */
	final void completes(String login, String reference, ModelName task, String... fields) {
		OpenTask open = open(reference, task, login);
		as(login, () -> this.door.complete(open.id(), typed(fields), person(login)));
	}

	final void does(String login, String reference, IncidentDeed deed, String... fields) {
		as(login, () -> {
			this.acts.act(reference, deed, typed(fields), person(login));
			return null;
		});
	}

	/** The open tasks of this sort. */
	final List<OpenTask> open(String reference, ModelName task) {
		return this.engine.open(reference).stream().filter((one) -> one.task().equals(task.id())).toList();
	}

	/** The open task of this sort; of several the one assigned to this person. */
	final OpenTask open(String reference, ModelName task, String login) {
		List<OpenTask> open = open(reference, task);
		return open.stream()
			.filter((one) -> open.size() == 1 || login.equals(one.assignee()))
			.findFirst()
			.orElseThrow(() -> new AssertionError(reference + " is not at " + task.id() + " for " + login + " but at "
					+ this.engine.open(reference)));
	}

	/** The ids of all tasks that are open. */
	final List<String> openTasks(String reference) {
		return this.engine.open(reference).stream().map(OpenTask::task).sorted().toList();
	}

	/** Moves the clock to the due date of this timer and lets it go off. */
	final void fires(String reference, String timer) {
		Job job = Door.through(() -> this.management.createJobQuery()
			.timers()
			.list()
			.stream()
			.filter((one) -> one.getProcessInstanceId() != null && reference.equals(businessKey(one))
					&& timer.equals(timerOf(one)))
			.findFirst()
			.orElseThrow(() -> new AssertionError("no timer " + timer + " of " + reference)));
		if (job.getDuedate().toInstant().isAfter(now())) {
			ClockUtil.setCurrentTime(job.getDuedate());
		}
		Door.through(() -> this.management.executeJob(job.getId()));
	}

	private String businessKey(Job job) {
		return this.runtime.createProcessInstanceQuery()
			.processInstanceId(job.getProcessInstanceId())
			.singleResult()
			.getBusinessKey();
	}

	private String timerOf(Job job) {
		return this.management.createJobDefinitionQuery()
			.jobDefinitionId(job.getJobDefinitionId())
			.singleResult()
			.getActivityId();
	}

	/** Due at this time in London. */
	final void isDue(OpenTask task, String londonTime) {
		Assertions.assertThat(LocalDateTime.ofInstant(task.due(), LondonTime.ZONE))
			.as("when %s is due", task.task())
			.isEqualTo(LocalDateTime.parse(londonTime));
	}

	/** Refused for this person, with these words. */
	final void isRefused(Runnable work, String... words) {
		Assertions.assertThatThrownBy(work::run)
			.isInstanceOf(Refusal.class)
			.satisfies((why) -> Assertions.assertThat(why.getMessage()).contains(words));
	}

	/** Asked to type a field differently, with these words. */
	final void isAskedFor(Runnable work, String field, String words) {
		Assertions.assertThatThrownBy(work::run)
			.isInstanceOfSatisfying(InvalidFields.class, (why) -> Assertions.assertThat(why.messages())
				.hasEntrySatisfying(field, (message) -> Assertions.assertThat(message).contains(words)));
	}

	/** Field and value in turn; several values stand with a bar between them. */
	static Fields typed(String... fields) {
		Fields typed = Fields.none();
		for (int i = 0; i < fields.length; i += 2) {
			typed = fields[i + 1].contains("|") ? typed.with(fields[i], List.of(fields[i + 1].split("\\|")))
					: typed.with(fields[i], fields[i + 1]);
		}
		return typed;
	}

	/** The usual fields with some of them answered differently. */
	static String[] with(String[] usual, String... others) {
		Fields all = typed(usual);
		for (int i = 0; i < others.length; i += 2) {
			all = all.with(others[i], others[i + 1]);
			if (others[i + 1].contains("|")) {
				all = all.with(others[i], List.of(others[i + 1].split("\\|")));
			}
		}
		Fields merged = all;
		return merged.names()
			.stream()
			.flatMap((name) -> java.util.stream.Stream.of(name, String.join("|", merged.inOrder(name))))
			.toArray(String[]::new);
	}

}
