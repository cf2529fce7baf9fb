package org.imprimatur.deadlines;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether slots and deadlines are looked after: the engine takes up jobs, and the alarm
 * is set. Where jobs are switched off there is nothing to say.
 */
@Component("timersHealthIndicator")
class TimersHealth implements HealthIndicator {

	private final ObjectProvider<TimelyTimers> timers;

	private final ObjectProvider<ProcessEngine> engine;

	TimersHealth(ObjectProvider<TimelyTimers> timers, ObjectProvider<ProcessEngine> engine) {
		this.timers = timers;
		this.engine = engine;
	}

	@Override
	public Health health() {
		TimelyTimers alarm = this.timers.getIfAvailable();
		boolean atWork = alarm == null || (alarm.isRunning() && jobsRun());
		return (atWork ? Health.up() : Health.down()).build();
	}

	private boolean jobsRun() {
		return ((ProcessEngineConfigurationImpl) this.engine.getObject().getProcessEngineConfiguration())
			.getJobExecutor()
			.isActive();
	}

}
