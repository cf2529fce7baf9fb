package org.imprimatur.history;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.camunda.bpm.engine.delegate.DelegateExecution;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The sequence flows each case has taken, in order: the path the engine itself forgets.
 */
@Component
public class Trail {

	private final JdbcClient jdbc;

	private final Clock clock;

	Trail(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	void taken(DelegateExecution execution) {
		this.jdbc.sql("insert into trail (reference, case_id, definition, flow, taken_at) values (?, ?, ?, ?, ?)")
			.params(execution.getProcessBusinessKey(), execution.getProcessInstanceId(),
					execution.getProcessDefinitionId(), execution.getCurrentTransitionId(),
					Timestamp.from(this.clock.instant()))
			.update();
	}

	/** One flow that a case of an item has taken. */
	record Taken(String caseId, String definition, String flow, Instant at) {
	}

	/** What every case of the item has taken, in order. */
	List<Taken> takenFor(String reference) {
		return this.jdbc.sql("select case_id, definition, flow, taken_at from trail where reference = ? order by id")
			.param(reference)
			.query((row, number) -> new Taken(row.getString(1), row.getString(2), row.getString(3),
					row.getTimestamp(4).toInstant()))
			.list();
	}

	/** The ids of the flows the case has taken, in order. */
	public List<String> of(String caseId) {
		return this.jdbc.sql("select flow from trail where case_id = ? order by id")
			.param(caseId)
			.query(String.class)
			.list();
	}

}
