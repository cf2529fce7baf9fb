package org.imprimatur.operating;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.imprimatur.security.Door;

import org.springframework.stereotype.Component;

/** What waits for people, and what the engine does late or not at all: six queries. */
@Component
class WorkFigures implements Figures {

	private final TaskService tasks;

	private final ManagementService management;

	private final StuckWork stuck;

	WorkFigures(TaskService tasks, ManagementService management, StuckWork stuck) {
		this.tasks = tasks;
		this.management = management;
		this.stuck = stuck;
	}

	@Override
	public List<Figure> at(Instant now) {
		return Door.through(() -> figures(now));
	}

	private List<Figure> figures(Instant now) {
		List<Figure> figures = new ArrayList<>();
		this.tasks.createTaskReport()
			.taskCountByCandidateGroup()
			.stream()
			.filter((count) -> count.getGroupName() != null)
			.forEach((count) -> figures
				.add(new Figure("tasks_open", "Tasks that a group is offered and nobody has taken.",
						Map.of("group", count.getGroupName()), count.getTaskCount())));
		figures.add(Figure.of("tasks_taken", "Tasks that somebody has taken.",
				this.tasks.createTaskQuery().taskAssigned().count()));
		figures.add(Figure.of("tasks_overdue", "Open tasks whose deadline has passed.",
				this.tasks.createTaskQuery().dueBefore(Date.from(now)).count()));
		figures.add(Figure.of("jobs_failed", "Steps that the program has given up; see the page Stuck work.",
				this.stuck.givenUp()));
		figures.add(Figure.of("jobs_retried", "Steps that failed and are tried again by themselves.",
				this.stuck.triedAgain()));
		figures
			.add(Figure.of("job_oldest_due_seconds", "How long the oldest step that is due has waited.", oldest(now)));
		return figures;
	}

	private double oldest(Instant now) {
		List<Job> oldest = this.management.createJobQuery()
			.active()
			.withRetriesLeft()
			.duedateLowerThan(Date.from(now))
			.orderByJobDuedate()
			.asc()
			.listPage(0, 1);
		return oldest.isEmpty() ? 0 : Duration.between(oldest.get(0).getDuedate().toInstant(), now).toMillis() / 1000.0;
	}

}
