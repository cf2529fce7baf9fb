package org.imprimatur.deadlines;

import java.time.Instant;
import java.util.Date;
import java.util.List;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Tag("engine")
class RemindersTest {

	private static final Instant FRIDAY = Instant.parse("2026-11-27T11:00:00Z");

	private static final Instant DUE = Instant.parse("2026-11-27T15:00:00Z");

	private static SmallEngine small;

	private static ProcessEngine engine;

	@BeforeAll
	static void start() {
		small = SmallEngine.withoutJobs();
		engine = small.engine();
		engine.getRepositoryService()
			.createDeployment()
			.addClasspathResource("deadlines/small-approval.bpmn")
			.addClasspathResource("deadlines/small-approval-deadlines.dmn")
			.deploy();
	}

	@AfterAll
	static void stop() {
		small.close();
	}

	@Test
	void aTaskNobodyClaimedRemindsTheGroupsItIsOfferedTo() {
		Task task = taskOf("POST-2026-000001");
		fireReminders(task, 1);
		assertThat(reminders().of("POST-2026-000001")).containsExactly(new Reminder("POST-2026-000001", task.getId(),
				"sign-off-item", DUE, DUE.plusSeconds(1), "digital-team-approvers, news-approvers"));
		assertThat(again(task).getPriority()).isEqualTo(80);
	}

	@Test
	void aTaskSomebodyClaimedRemindsThatPerson() {
		Task task = taskOf("POST-2026-000002");
		engine.getTaskService().claim(task.getId(), "approver");
		fireReminders(task, 1);
		assertThat(reminders().of("POST-2026-000002")).extracting(Reminder::people).containsExactly("approver");
	}

	@Test
	void aSecondReminderChangesNothing() {
		Task task = taskOf("POST-2026-000003");
		fireReminders(task, 1);
		List<Reminder> first = reminders().of("POST-2026-000003");
		engine.getTaskService().setPriority(task.getId(), 10);
		fireReminders(task, 1);
		assertThat(reminders().of("POST-2026-000003")).isEqualTo(first).hasSize(1);
		assertThat(again(task).getPriority()).isEqualTo(10);
	}

	@Test
	void aTaskThatIsMoreUrgentAlreadyStaysSo() {
		Task task = taskOf("POST-2026-000004");
		engine.getTaskService().setPriority(task.getId(), 95);
		fireReminders(task, 1);
		assertThat(again(task).getPriority()).isEqualTo(95);
		assertThat(reminders().of("POST-2026-000004")).hasSize(1);
	}

	@Test
	void theTableItselfRefusesASecondRowForATask() {
		assertThat(reminders().add(new Reminder("POST-2026-000005", "t5", "sign-off-item", null, DUE, ""))).isTrue();
		assertThat(reminders().add(new Reminder("POST-2026-000005", "t5", "sign-off-item", null, DUE, ""))).isFalse();
		assertThat(reminders().of("POST-2026-000005")).extracting(Reminder::dueAt).containsOnlyNulls();
		assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> small.bean(JdbcClient.class)
			.sql("insert into reminder (reference, task_id, task, reminded_at, people) "
					+ "select reference, task_id, task, reminded_at, people from reminder where task_id = 't5'")
			.update());
	}

	private static Task taskOf(String reference) {
		ClockUtil.setCurrentTime(Date.from(FRIDAY));
		engine.getRuntimeService().startProcessInstanceByKey("small-approval", reference);
		return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(reference).singleResult();
	}

	/** Fires the next reminders of the task, a second after the task was due. */
	private static void fireReminders(Task task, int count) {
		ClockUtil.setCurrentTime(Date.from(DUE.plusSeconds(1)));
		List<Job> jobs = engine.getManagementService()
			.createJobQuery()
			.processInstanceId(task.getProcessInstanceId())
			.orderByJobDuedate()
			.asc()
			.listPage(0, count);
		assertThat(jobs).hasSize(count);
		jobs.forEach((job) -> engine.getManagementService().executeJob(job.getId()));
	}

	private static Task again(Task task) {
		return engine.getTaskService().createTaskQuery().taskId(task.getId()).singleResult();
	}

	private static Reminders reminders() {
		return small.bean(Reminders.class);
	}

}
