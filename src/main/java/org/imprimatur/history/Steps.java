package org.imprimatur.history;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.imprimatur.kernel.ModelName;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.WorkingTime;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Each step of a person, when it is done or taken away: who, what was decided, by when it
 * was due and how much working time it took. The engine's own history of tasks ends with
 * its clean-up; these rows stay.
 */
@Component
@Policy("ONE-LOGIN")
class Steps {

	private static final String FACTS = """
			select 'STEP' as sort, task, person, outcome, ended_at, due_at, way from history_step where reference = :reference
			union all
			select 'OPEN', t.task_def_key_, null, null, null, t.due_date_, null from act_ru_task t
			join act_ru_execution e on e.id_ = t.proc_inst_id_ where e.business_key_ = :reference
			union all
			select 'ADMINISTRATOR', null, person, null, null, null, null from intervention where reference = :reference
			union all
			select 'COMMENT', null, made_by, null, null, null, null from item_comment where reference = :reference""";

	private static final String ACKNOWLEDGE = "acknowledge-";

	private final JdbcClient jdbc;

	private final Clock clock;

	private final PolicyInForce policy;

	private final WorkingTime hours = WorkingTime.ofEnglandAndWales();

	Steps(JdbcClient jdbc, Clock clock, PolicyInForce policy) {
		this.policy = policy;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** How a step came to its end. */
	enum Way {

		/** A person did it. */
		DONE,
		/** It was no longer asked of anybody. */
		TAKEN_AWAY

	}

	void ended(DelegateTask task, Way way) {
		// whoever goes on in the same transaction after a refusal may take a task away
		// again
		if (way == Way.TAKEN_AWAY && isEnded(task.getId())) {
			return;
		}
		Instant now = this.clock.instant();
		Instant offered = task.getCreateTime().toInstant();
		this.jdbc.sql("""
				insert into history_step (reference, case_id, definition, task, task_id, person, outcome, way,
				offered_at, due_at, ended_at, working_seconds, policy_version)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
			.params(task.getExecution().getProcessBusinessKey(), task.getProcessInstanceId(),
					task.getProcessDefinitionId(), task.getTaskDefinitionKey(), task.getId(), task.getAssignee(),
					(way == Way.DONE) ? outcome(task) : null, way.name(), Timestamp.from(offered),
					timestamp(task.getDueDate()), Timestamp.from(now),
					offered.isBefore(now) ? this.hours.between(offered, now).toSeconds() : 0, this.policy.version())
			.update();
	}

	private boolean isEnded(String taskId) {
		return !this.jdbc.sql("select id from history_step where task_id = ?")
			.param(taskId)
			.query(Long.class)
			.list()
			.isEmpty();
	}

	/** What the steps of this item tell. */
	StepFacts facts(String reference) {
		Set<Mark> marks = new LinkedHashSet<>();
		Set<String> waits = new TreeSet<>();
		Instant[] due = new Instant[1];
		this.jdbc.sql(FACTS).param("reference", reference).query((row) -> {
			String task = row.getString("task");
			String person = row.getString("person");
			if (person != null) {
				marks.add(new Mark(Facet.PERSON, person));
			}
			switch (row.getString("sort")) {
				case "OPEN" -> {
					waits.add(task);
					Timestamp by = row.getTimestamp("due_at");
					if (by != null && (due[0] == null || by.toInstant().isBefore(due[0]))) {
						due[0] = by.toInstant();
					}
					if (task.startsWith(ACKNOWLEDGE)) {
						marks.add(Sign.UNACKNOWLEDGED.mark());
					}
				}
				case "ADMINISTRATOR" -> marks.add(Sign.ADMINISTERED.mark());
				case "STEP" -> {
					boolean done = row.getString("way").equals(Way.DONE.name());
					if (row.getString("outcome") != null) {
						marks.add(new Mark(Facet.OUTCOME, task + "=" + row.getString("outcome")));
					}
					if (row.getTimestamp("due_at") != null
							&& row.getTimestamp("ended_at").after(row.getTimestamp("due_at"))) {
						marks.add(Sign.LATE.mark());
					}
					if (!done && task.startsWith(ACKNOWLEDGE)) {
						marks.add(Sign.UNACKNOWLEDGED.mark());
					}
				}
				default -> {
				}
			}
		});
		return new StepFacts(marks, String.join(",", waits), due[0]);
	}

	private static String outcome(DelegateTask task) {
		ModelName name = task::getTaskDefinitionKey;
		Object code = task.getVariable(name.camel());
		return (code instanceof String text) ? text : null;
	}

	private static Timestamp timestamp(Date date) {
		return (date != null) ? Timestamp.from(date.toInstant()) : null;
	}

}
