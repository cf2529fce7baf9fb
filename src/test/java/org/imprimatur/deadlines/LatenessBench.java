package org.imprimatur.deadlines;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ProcessEngine;

/**
 * How late slots are acted on: 30 timers, a second apart, with the job executor's own
 * look a minute away after each. Prints the median and the greatest lateness, from the
 * due date to the end of the case. No test, since a timing proves nothing on another
 * machine: run {@code main} from an IDE, or with the test class path. The argument
 * {@code plain} leaves the alarm out, to compare.
 */
final class LatenessBench {

	private static final int TIMERS = 30;

	private LatenessBench() {
	}

	public static void main(String[] args) {
		try (SmallEngine small = SmallEngine.withJobs()) {
			ProcessEngine engine = small.engine();
			engine.getRepositoryService().createDeployment().addClasspathResource("deadlines/small-wait.bpmn").deploy();
			if (args.length > 0 && args[0].equals("plain")) {
				small.bean(TimelyTimers.class).stop();
			}
			small.backOff();
			Instant first = Instant.now().plusSeconds(5);
			List<String> cases = new ArrayList<>();
			for (int timer = 0; timer < TIMERS; timer++) {
				cases.add(engine.getRuntimeService()
					.startProcessInstanceByKey("small-wait", Map.of("publishAt", Date.from(due(first, timer))))
					.getId());
			}
			Awaitility.await()
				.atMost(Duration.ofMinutes(5))
				.pollInterval(Duration.ofSeconds(1))
				.until(() -> engine.getHistoryService().createHistoricProcessInstanceQuery().unfinished().count() == 0);
			List<Long> late = new ArrayList<>();
			for (int timer = 0; timer < TIMERS; timer++) {
				late.add(Duration
					.between(due(first, timer),
							engine.getHistoryService()
								.createHistoricProcessInstanceQuery()
								.processInstanceId(cases.get(timer))
								.singleResult()
								.getEndTime()
								.toInstant())
					.toMillis());
			}
			late.sort(null);
			System.out.printf("%d timers late by p50 %d ms, max %d ms%n", TIMERS, late.get(TIMERS / 2),
					late.get(TIMERS - 1));
		}
	}

	private static Instant due(Instant first, int timer) {
		return first.plusMillis(1000L * timer);
	}

}
