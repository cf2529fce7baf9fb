package org.imprimatur.deadlines;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;

import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The engine's own look at the jobs is at least 60 seconds away in each of these tests,
 * so a case that ends within 10 was woken by the alarm.
 */
@Tag("engine")
class TimelyTimersTest {

	private static final Duration FAR_BEFORE_THE_NEXT_LOOK = Duration.ofSeconds(10);

	private static SmallEngine small;

	private static ProcessEngine engine;

	@BeforeAll
	static void start() {
		small = SmallEngine.withJobs();
		engine = small.engine();
		engine.getRepositoryService().createDeployment().addClasspathResource("deadlines/small-wait.bpmn").deploy();
	}

	@AfterAll
	static void stop() {
		small.close();
	}

	@BeforeEach
	void theExecutorIsAsAfterMinutesWithoutWork() {
		small.bean(TimelyTimers.class).start();
		small.backOff();
	}

	@Test
	void aTimerFiresWhenItIsDue() {
		String item = wait(Duration.ofMillis(1200));
		awaitEnd(item);
	}

	@Test
	void anEarlierTimerMovesTheAlarmAndTheLaterOneIsNotForgotten() {
		String later = wait(Duration.ofSeconds(3));
		String earlier = wait(Duration.ofSeconds(1));
		awaitEnd(earlier);
		awaitEnd(later);
	}

	@Test
	void aTimerMadeInALongerTransactionCountsFromItsCommit() {
		String item = new TransactionTemplate(small.bean(PlatformTransactionManager.class))
			.execute((status) -> wait(Duration.ofSeconds(1)));
		awaitEnd(item);
	}

	@Test
	void aTimerOfATransactionThatWasRolledBackLeavesNothing() {
		new TransactionTemplate(small.bean(PlatformTransactionManager.class)).executeWithoutResult((status) -> {
			wait(Duration.ofMillis(500));
			status.setRollbackOnly();
		});
		long before = engine.getHistoryService().createHistoricProcessInstanceQuery().count();
		awaitEnd(wait(Duration.ofSeconds(1)));
		assertThat(engine.getHistoryService().createHistoricProcessInstanceQuery().count()).isEqualTo(before + 1);
	}

	@Test
	void aDueDateMovedByAnAdministratorIsMetByTheNextLook() {
		String item = wait(Duration.ofDays(1));
		String job = engine.getManagementService().createJobQuery().processInstanceId(item).singleResult().getId();
		engine.getManagementService().setJobDuedate(job, Date.from(Instant.now().plusSeconds(2)));
		small.ready();
		awaitEnd(item);
	}

	@Test
	void afterARestartTheAlarmIsSetForWhatWaits() {
		TimelyTimers timers = small.bean(TimelyTimers.class);
		timers.stop();
		String item = wait(Duration.ofSeconds(2));
		assertThat(timers.isRunning()).isFalse();
		timers.start();
		awaitEnd(item);
	}

	@Test
	void stoppingTwiceAndStartingTwiceIsHarmless() {
		TimelyTimers timers = small.bean(TimelyTimers.class);
		timers.start();
		timers.stop();
		timers.stop();
		assertThat(timers.isRunning()).isFalse();
		// a pool has ended a moment before its last thread has
		Awaitility.await().atMost(FAR_BEFORE_THE_NEXT_LOOK).until(() -> alarmThreads() == 0);
		timers.start();
		assertThat(timers.isRunning()).isTrue();
		assertThat(alarmThreads()).isOne();
	}

	private static long alarmThreads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((it) -> it.getName().equals("timely-timers"))
			.count();
	}

	private static String wait(Duration duration) {
		return engine.getRuntimeService()
			.startProcessInstanceByKey("small-wait", Map.of("publishAt", Date.from(Instant.now().plus(duration))))
			.getId();
	}

	private static void awaitEnd(String item) {
		Awaitility.await()
			.atMost(FAR_BEFORE_THE_NEXT_LOOK)
			.until(() -> engine.getHistoryService()
				.createHistoricProcessInstanceQuery()
				.processInstanceId(item)
				.finished()
				.count() == 1);
	}

}
