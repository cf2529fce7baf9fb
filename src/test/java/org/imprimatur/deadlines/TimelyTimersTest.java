package org.imprimatur.deadlines;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;

import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterEach;
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

	private SmallEngine small;

	private ProcessEngine engine;

	@BeforeEach
	void start() {
		this.small = SmallEngine.withJobs();
		this.engine = this.small.engine();
		this.engine.getRepositoryService()
			.createDeployment()
			.addClasspathResource("deadlines/small-wait.bpmn")
			.deploy();
		QuietExecutor.backOff(this.engine);
	}

	@AfterEach
	void stop() {
		this.small.close();
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
		String item = new TransactionTemplate(this.small.bean(PlatformTransactionManager.class))
			.execute((status) -> wait(Duration.ofSeconds(1)));
		awaitEnd(item);
	}

	@Test
	void aTimerOfATransactionThatWasRolledBackLeavesNothing() {
		new TransactionTemplate(this.small.bean(PlatformTransactionManager.class)).executeWithoutResult((status) -> {
			wait(Duration.ofMillis(500));
			status.setRollbackOnly();
		});
		awaitEnd(wait(Duration.ofSeconds(1)));
		assertThat(this.engine.getHistoryService().createHistoricProcessInstanceQuery().count()).isEqualTo(1);
	}

	@Test
	void aDueDateMovedByAnAdministratorIsMetByTheNextLook() {
		String item = wait(Duration.ofDays(1));
		String job = this.engine.getManagementService().createJobQuery().processInstanceId(item).singleResult().getId();
		this.engine.getManagementService().setJobDuedate(job, Date.from(Instant.now().plusSeconds(2)));
		this.small.ready();
		awaitEnd(item);
	}

	@Test
	void afterARestartTheAlarmIsSetForWhatWaits() {
		TimelyTimers timers = this.small.bean(TimelyTimers.class);
		timers.stop();
		String item = wait(Duration.ofSeconds(2));
		assertThat(timers.isRunning()).isFalse();
		timers.start();
		awaitEnd(item);
	}

	@Test
	void stoppingTwiceAndStartingTwiceIsHarmless() {
		TimelyTimers timers = this.small.bean(TimelyTimers.class);
		timers.start();
		timers.stop();
		timers.stop();
		assertThat(timers.isRunning()).isFalse();
		assertThat(alarmThreads()).isZero();
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

	private String wait(Duration duration) {
		return this.engine.getRuntimeService()
			.startProcessInstanceByKey("small-wait", Map.of("publishAt", Date.from(Instant.now().plus(duration))))
			.getId();
	}

	private void awaitEnd(String item) {
		Awaitility.await()
			.atMost(FAR_BEFORE_THE_NEXT_LOOK)
			.until(() -> this.engine.getHistoryService()
				.createHistoricProcessInstanceQuery()
				.processInstanceId(item)
				.finished()
				.count() == 1);
	}

	/** A job executor as it is after minutes without work. */
	static final class QuietExecutor {

		private QuietExecutor() {
		}

		static void backOff(ProcessEngine engine) {
			var jobs = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
			jobs.shutdown();
			jobs.setWaitTimeInMillis(60_000);
			jobs.setMaxWait(60_000);
			jobs.start();
		}

	}

}
