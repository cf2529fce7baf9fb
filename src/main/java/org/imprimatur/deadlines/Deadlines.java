package org.imprimatur.deadlines;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.function.Supplier;

import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.imprimatur.kernel.Deadline;
import org.imprimatur.kernel.UsableInModels;
import org.imprimatur.kernel.WorkingTime;
import org.imprimatur.security.Door;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * When a step is due: models ask {@code ${deadlines.of(execution, 'sign-off-post')}} for
 * due dates and timers.
 * <p>
 * The answer is a row of the decision {@code <process key>-deadlines}, which policy staff
 * change without a developer. Inputs: {@code step}, and {@code urgency}, NORMAL where the
 * case has none. Outputs: {@code due} (a {@link Deadline} such as "4 working hours");
 * {@code from}, ARRIVAL (now, also if empty) or SLOT (the case's {@code publishAt}, now
 * where there is none), AWARE (the case's {@code awareAt}), PAPERS (its
 * {@code papersDue}: that very time where {@code due} is empty); {@code halfwayToSlot}:
 * not later than half the time, by the clock, that is left to a slot still to come. The
 * newest version of the table is asked: a change holds for every step reached after it.
 */
@Component("deadlines")
@UsableInModels
public class Deadlines {

	private final ObjectProvider<DecisionService> decisions;

	private final ObjectProvider<RepositoryService> models;

	private final WorkingTime workingTime;

	private final Clock clock;

	// providers, since the engine looks beans up while it is itself being built
	Deadlines(ObjectProvider<DecisionService> decisions, ObjectProvider<RepositoryService> models,
			WorkingTime workingTime, Clock clock) {
		this.decisions = decisions;
		this.models = models;
		this.workingTime = workingTime;
		this.clock = clock;
	}

	/** The same for another engine, by a clock of its own. */
	public static Deadlines over(Supplier<ProcessEngine> engine, WorkingTime workingTime, Clock clock) {
		return new Deadlines(later(() -> engine.get().getDecisionService()),
				later(() -> engine.get().getRepositoryService()), workingTime, clock);
	}

	private static <T> ObjectProvider<T> later(Supplier<T> one) {
		return new ObjectProvider<>() {
			@Override
			public T getObject() {
				return one.get();
			}
		};
	}

	/**
	 * When the step is due if it is reached now.
	 * @param step the id of the step as the table names it
	 * @throws IllegalStateException naming the decision and the step if the table has no
	 * one row for it or the row cannot be understood
	 */
	public Date of(DelegateExecution execution, String step) {
		Instant now = this.clock.instant();
		Instant slot = slot(execution);
		String table = tableOf(execution);
		Object urgency = execution.getVariable("urgency");
		Map<String, Object> row = row(table, step, (urgency != null) ? urgency.toString() : "NORMAL");
		if ("PAPERS".equals(row.get("from")) && row.get("due") == null) {
			return Date.from(moment(execution, "papersDue", now));
		}
		Instant start = "AWARE".equals(row.get("from")) ? moment(execution, "awareAt", now)
				: start(row, table, step, now, slot);
		Instant due = deadline(row, table, step).from(start, this.workingTime);
		if (Boolean.TRUE.equals(row.get("halfwayToSlot")) && slot != null && slot.isAfter(now)) {
			Instant halfway = now.plus(Duration.between(now, slot).dividedBy(2));
			due = halfway.isBefore(due) ? halfway : due;
		}
		return Date.from(due);
	}

	/**
	 * When a step is due if it is counted from this moment, whatever the table says it is
	 * counted from.
	 * @param process key of the process
	 * @param urgency as the case remembers it, such as NORMAL
	 */
	public Instant of(String process, String step, String urgency, Instant start) {
		String table = process + "-deadlines";
		return deadline(row(table, step, urgency), table, step).from(start, this.workingTime);
	}

	/**
	 * How long people have for a step, such as "72 hours".
	 * @param process key of the process
	 */
	public Deadline allowed(String process, String step, String urgency) {
		String table = process + "-deadlines";
		return deadline(row(table, step, urgency), table, step);
	}

	private static Instant slot(DelegateExecution execution) {
		return moment(execution, "publishAt", null);
	}

	private static Instant moment(DelegateExecution execution, String variable, Instant otherwise) {
		Object moment = execution.getVariable(variable);
		if (moment == null) {
			return otherwise;
		}
		if (moment instanceof Date date) {
			return Instant.ofEpochMilli(date.getTime());
		}
		throw new IllegalStateException(variable + " is no date but " + moment.getClass().getName());
	}

	private static Instant start(Map<String, Object> row, String table, String step, Instant now, Instant slot) {
		Object from = row.get("from");
		if ("SLOT".equals(from)) {
			return (slot != null) ? slot : now;
		}
		if ("LATER".equals(from)) {
			return (slot != null && slot.isAfter(now)) ? slot : now;
		}
		if (from == null || "ARRIVAL".equals(from)) {
			return now;
		}
		throw new IllegalStateException("The decision " + table + " counts the step " + step + " from " + from
				+ "; write ARRIVAL, SLOT, LATER, AWARE or PAPERS there.");
	}

	private static Deadline deadline(Map<String, Object> row, String table, String step) {
		try {
			return Deadline.parse((String) row.get("due"));
		}
		catch (IllegalArgumentException | ClassCastException ex) {
			throw new IllegalStateException(
					"The decision " + table + " gives the step " + step + " no deadline: " + ex.getMessage(), ex);
		}
	}

	private Map<String, Object> row(String table, String step, String urgency) {
		Map<String, Object> inputs = Map.of("step", step, "urgency", urgency);
		DmnDecisionTableResult rows;
		try {
			// a person whose act leads to this step may have no right on the table itself
			rows = Door.through(
					() -> this.decisions.getObject().evaluateDecisionTableByKey(table).variables(inputs).evaluate());
		}
		catch (ProcessEngineException | DmnEngineException ex) {
			throw new IllegalStateException(
					"The decision " + table + " could not be asked when the step " + step + " is due.", ex);
		}
		if (rows.size() != 1) {
			throw new IllegalStateException(
					"The decision " + table + " has " + (rows.isEmpty() ? "no row" : "several rows") + " for the step "
							+ step + " with urgency " + inputs.get("urgency") + ".");
		}
		return rows.getFirstResult().getEntryMap();
	}

	private String tableOf(DelegateExecution execution) {
		return Door.through(() -> this.models.getObject().getProcessDefinition(execution.getProcessDefinitionId()))
			.getKey() + "-deadlines";
	}

}
