package org.imprimatur.deadlines;

import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.health.Status;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Whether slots are looked after")
class TimersHealthTest {

	@Test
	@DisplayName("is told by health: jobs that nobody takes up and an alarm that is off are down")
	void isTold() {
		try (SmallEngine small = SmallEngine.withJobs()) {
			small.ready();
			TimersHealth health = small.bean(TimersHealth.class);
			assertThat(health.health().getStatus()).isEqualTo(Status.UP);
			small.bean(SpringProcessEngineConfiguration.class).getJobExecutor().shutdown();
			assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
			small.bean(SpringProcessEngineConfiguration.class).getJobExecutor().start();
			assertThat(health.health().getStatus()).isEqualTo(Status.UP);
			small.bean(TimelyTimers.class).stop();
			assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
		}
	}

}
