package org.imprimatur.deadlines;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.event.HistoricJobLogEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.runtime.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets the engine act on a slot or a deadline when it is due. By itself the engine looks
 * ever more rarely while nothing happens, up to once a minute, and never at the next due
 * time.
 * <p>
 * One alarm is set to the earliest due job: it is set nearer when a timer is made (which
 * the history tells, at level full), wakes the job executor when it rings, and is set to
 * the next. Once a minute, and when the application is ready, the jobs are asked for
 * anew, which meets due dates moved by an administrator or made by another node. Waking
 * an executor for nothing is harmless, so every node may keep its own alarm. The engine
 * alone still decides what runs: without the alarm jobs are late, never lost.
 */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class TimelyTimers extends AbstractProcessEnginePlugin implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(TimelyTimers.class);

	/** The engine looks for jobs due before now, so the alarm rings just after. */
	private static final Duration AFTER_DUE = Duration.ofMillis(5);

	private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

	private final Clock clock;

	private ProcessEngine engine;

	private ScheduledThreadPoolExecutor thread;

	private ScheduledFuture<?> alarm;

	private Instant alarmAt;

	TimelyTimers(Clock clock) {
		this.clock = clock;
	}

	@Override
	public void preInit(ProcessEngineConfigurationImpl configuration) {
		// not a bean: the starter makes the one bean of that type and fails on two
		configuration.getCustomHistoryEventHandlers().add(new Noticing());
	}

	@Override
	public void postProcessEngineBuild(ProcessEngine built) {
		this.engine = built;
	}

	@Override
	public synchronized void start() {
		if (this.thread != null || this.engine == null) {
			return;
		}
		this.thread = new ScheduledThreadPoolExecutor(1, (work) -> {
			Thread made = new Thread(work, "timely-timers");
			made.setDaemon(true);
			return made;
		});
		this.thread.setRemoveOnCancelPolicy(true);
		this.thread.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
	}

	@EventListener(ApplicationReadyEvent.class)
	void whenReady() {
		soon(this::look);
	}

	/**
	 * Stops before the engine and the data source do, after a look that has begun.
	 */
	@Override
	public void stop() {
		ScheduledThreadPoolExecutor stopping;
		synchronized (this) {
			stopping = this.thread;
			this.thread = null;
			this.alarm = null;
		}
		if (stopping == null) {
			return;
		}
		stopping.shutdownNow();
		try {
			if (!stopping.awaitTermination(5, TimeUnit.SECONDS)) {
				log.warn("A look for the next due job still runs while the application stops.");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.thread != null;
	}

	/** Sets the alarm nearer if it would ring after that time, or not at all. */
	private synchronized void setFor(Instant due) {
		Instant at = due.plus(AFTER_DUE);
		if (this.thread == null || (this.alarm != null && !this.alarmAt.isAfter(at))) {
			return;
		}
		if (this.alarm != null) {
			this.alarm.cancel(false);
		}
		long wait = Math.max(0, Duration.between(this.clock.instant(), at).toMillis());
		this.alarmAt = at;
		this.alarm = this.thread.schedule(this::ring, wait, TimeUnit.MILLISECONDS);
	}

	private void ring() {
		synchronized (this) {
			this.alarm = null;
		}
		wake();
		look();
	}

	private void wake() {
		((ProcessEngineConfigurationImpl) this.engine.getProcessEngineConfiguration()).getJobExecutor().jobWasAdded();
	}

	private void look() {
		try {
			List<Job> next = this.engine.getManagementService()
				.createJobQuery()
				.active()
				.withRetriesLeft()
				.duedateHigherThan(Date.from(this.clock.instant()))
				.orderByJobDuedate()
				.asc()
				.listPage(0, 1);
			next.forEach((job) -> setFor(Instant.ofEpochMilli(job.getDuedate().getTime())));
		}
		catch (RuntimeException ex) {
			// thrown on, it would end the looks for good
			if (isRunning()) {
				log.warn("The next due job could not be looked up; timers may be up to a minute late: {}",
						ex.toString());
			}
		}
	}

	private synchronized void soon(Runnable work) {
		if (this.thread != null) {
			this.thread.execute(work);
		}
	}

	private static void afterCommit(Runnable work) {
		if (!TransactionSynchronizationManager.isSynchronizationActive()) {
			work.run();
			return;
		}
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				work.run();
			}
		});
	}

	/** Notices jobs that are made for later, and those that will be tried again. */
	private final class Noticing implements HistoryEventHandler {

		@Override
		public void handleEvent(HistoryEvent event) {
			// the event's type is empty for jobs; their log carries a state instead
			if (event instanceof HistoricJobLogEvent job) {
				if (job.isCreationLog() && job.getJobDueDate() != null) {
					Instant due = Instant.ofEpochMilli(job.getJobDueDate().getTime());
					afterCommit(() -> setFor(due));
				}
				else if (job.isFailureLog()) {
					// the time of the next try is not in the event
					afterCommit(() -> soon(TimelyTimers.this::look));
				}
			}
		}

		@Override
		public void handleEvents(List<HistoryEvent> events) {
			events.forEach(this::handleEvent);
		}

	}

}
