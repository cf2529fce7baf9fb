package org.imprimatur.deadlines;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.UsableInModels;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.BDDMockito;
import org.mockito.Mockito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Times in these tables are London's; every case begins on a Friday, 11am. */
@Tag("engine")
class DeadlinesTest {

	private static final Instant FRIDAY = london("2026-11-27T11:00");

	private static SmallEngine small;

	private static ProcessEngine engine;

	private static String model;

	@BeforeAll
	static void start() {
		small = SmallEngine.withoutJobs();
		engine = small.engine();
		engine.getRepositoryService()
			.createDeployment()
			.addClasspathResource("deadlines/small-approval.bpmn")
			.addClasspathResource("deadlines/small-approval-deadlines.dmn")
			.deploy();
		model = engine.getRepositoryService().createProcessDefinitionQuery().singleResult().getId();
	}

	@AfterAll
	static void stop() {
		small.close();
	}

	@BeforeEach
	void itIsFriday() {
		ClockUtil.setCurrentTime(Date.from(FRIDAY));
	}

	@ParameterizedTest(name = "{0}, {1}, slot {2}: {3}")
	@CsvSource({ "sign-off-item, , , 2026-11-27T15:00", "sign-off-item, NORMAL, , 2026-11-27T15:00",
			"sign-off-item, BREAKING, , 2026-11-27T11:30", "sign-off-item, NORMAL, 2026-11-27T13:00, 2026-11-27T12:00",
			"sign-off-item, NORMAL, 2026-11-30T11:00, 2026-11-27T15:00",
			"sign-off-item, NORMAL, 2026-11-27T10:00, 2026-11-27T15:00",
			"sign-off-item, NORMAL, 2026-11-27T11:00, 2026-11-27T15:00",
			"sign-off-item, BREAKING, 2026-11-27T11:10, 2026-11-27T11:30",
			"slot-grace, , 2026-11-28T20:00, 2026-11-28T21:00", "slot-grace, , 2026-11-26T20:00, 2026-11-26T21:00",
			"slot-grace, , , 2026-11-27T12:00", "short, , , 2026-12-01T11:00" })
	void theTableSaysWhenAStepIsDue(String step, String urgency, String slot, String due) {
		assertThat(deadlines().of(execution(urgency, slot), step).toInstant()).isEqualTo(london(due));
	}

	@Test
	void aStepWithoutARowIsNamedWithItsTable() {
		assertThatIllegalStateException().isThrownBy(() -> deadlines().of(execution(null, null), "draft-item"))
			.withMessage(
					"The decision small-approval-deadlines has no row for the step draft-item with urgency NORMAL.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"wrong-due | The decision small-approval-deadlines gives the step wrong-due no deadline: \"2 weeks\" is no deadline",
			"no-due | The decision small-approval-deadlines gives the step no-due no deadline",
			"wrong-from | The decision small-approval-deadlines counts the step wrong-from from TOMORROW; write ARRIVAL, SLOT, LATER, AWARE or PAPERS" })
	void aRowThatCannotBeReadIsNamed(String step, String message) {
		assertThatIllegalStateException().isThrownBy(() -> deadlines().of(execution(null, null), step))
			.withMessageStartingWith(message);
	}

	@Test
	void aSlotThatIsNoDateIsRefused() {
		DelegateExecution execution = execution(null, null);
		BDDMockito.given(execution.getVariable("publishAt")).willReturn("2026-11-27T11:00");
		assertThatIllegalStateException().isThrownBy(() -> deadlines().of(execution, "sign-off-item"))
			.withMessageContaining("publishAt");
	}

	@Test
	void aPersonWithoutARightOnTheTableGetsTheDueDateInTheModel() {
		String started = engine.getRuntimeService().startProcessInstanceByKey("small-approval", "POST-1").getId();
		engine.getRuntimeService().deleteProcessInstance(started, "only to know that it starts");
		grantStartTo("author");
		engine.getIdentityService().setAuthentication("author", List.of());
		try {
			started = engine.getRuntimeService()
				.startProcessInstanceByKey("small-approval", "POST-2",
						Map.of("publishAt", Date.from(london("2026-11-27T13:00"))))
				.getId();
		}
		finally {
			engine.getIdentityService().clearAuthentication();
		}
		Task task = engine.getTaskService().createTaskQuery().processInstanceId(started).singleResult();
		assertThat(task.getDueDate()).hasSameTimeAs(Date.from(london("2026-11-27T12:00")));
		Job reminder = engine.getManagementService()
			.createJobQuery()
			.processInstanceId(started)
			.orderByJobDuedate()
			.asc()
			.list()
			.get(0);
		assertThat(reminder.getDuedate()).hasSameTimeAs(Date.from(london("2026-11-27T12:00")));
	}

	@Test
	void theApplicationsClockIsTheEngines() {
		assertThat(small.bean(Clock.class).instant()).isEqualTo(FRIDAY);
		ClockUtil.setCurrentTime(Date.from(FRIDAY.plusSeconds(60)));
		assertThat(small.bean(Clock.class).instant()).isEqualTo(FRIDAY.plusSeconds(60));
		assertThat(small.bean(Clock.class).withZone(LondonTime.ZONE).getZone()).isEqualTo(LondonTime.ZONE);
	}

	@Test
	void modelsMayNameTheDeadlinesAndNothingElseOfThisModule() {
		assertThat(Deadlines.class).hasAnnotation(UsableInModels.class);
		assertThat(Reminders.class.isAnnotationPresent(UsableInModels.class)).isFalse();
	}

	@Test
	void noAlarmIsSetWhereNoJobsRun() {
		assertThat(small.has(TimelyTimers.class)).isFalse();
	}

	private static void grantStartTo(String login) {
		var definition = engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
		definition.setUserId(login);
		definition.setResource(Resources.PROCESS_DEFINITION);
		definition.setResourceId("small-approval");
		definition.addPermission(Permissions.CREATE_INSTANCE);
		engine.getAuthorizationService().saveAuthorization(definition);
		var cases = engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
		cases.setUserId(login);
		cases.setResource(Resources.PROCESS_INSTANCE);
		cases.setResourceId("*");
		cases.addPermission(Permissions.CREATE);
		engine.getAuthorizationService().saveAuthorization(cases);
	}

	private static Deadlines deadlines() {
		return small.bean(Deadlines.class);
	}

	private static DelegateExecution execution(String urgency, String slot) {
		Map<String, Object> variables = new HashMap<>();
		variables.put("urgency", urgency);
		variables.put("publishAt", (slot != null) ? Date.from(london(slot)) : null);
		DelegateExecution execution = Mockito.mock(DelegateExecution.class);
		BDDMockito.given(execution.getProcessDefinitionId()).willReturn(model);
		BDDMockito.given(execution.getVariable(Mockito.anyString()))
			.willAnswer((call) -> variables.get(call.<String>getArgument(0)));
		return execution;
	}

	private static Instant london(String time) {
		return LocalDateTime.parse(time).atZone(LondonTime.ZONE).toInstant();
	}

}
