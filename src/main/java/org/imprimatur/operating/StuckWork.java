package org.imprimatur.operating;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.history.HistoricJobLog;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.security.Door;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.TaskForm;

import org.springframework.stereotype.Component;

/**
 * The steps that the engine could not do by itself: given up, or tried again after a
 * pause. Trying one again goes through the guards of the engine, which ask who it is and
 * keep it on record.
 */
@Component
public class StuckWork {

	/** How many are listed; there are more only while something is wrong everywhere. */
	public static final int MOST = 200;

	private final ManagementService management;

	private final RuntimeService runtime;

	private final RepositoryService repository;

	private final HistoryService history;

	private final List<TaskForm> forms;

	private final Clock clock;

	StuckWork(ManagementService management, RuntimeService runtime, RepositoryService repository,
			HistoryService history, List<TaskForm> forms, Clock clock) {
		this.management = management;
		this.runtime = runtime;
		this.repository = repository;
		this.history = history;
		this.forms = forms;
		this.clock = clock;
	}

	/** As this person may see it: first what waits for somebody. */
	public List<StuckStep> all(Person person) {
		return Door.through(() -> jobs().stream().map((job) -> step(job, person)).toList());
	}

	/** How many steps the engine has given up. */
	public long givenUp() {
		return Door.through(() -> this.management.createJobQuery().noRetriesLeft().count());
	}

	/** How many failed and are tried again by themselves. */
	public long triedAgain() {
		return Door.through(() -> this.management.createJobQuery().withException().withRetriesLeft().count());
	}

	/**
	 * Has one step tried once more, at once.
	 * @throws Refusal 403 if the person may not, 409 if it has gone meanwhile
	 */
	public void tryAgain(String id) {
		Job job = Door.through(() -> failed(id)).orElseThrow(StuckWork::gone);
		try {
			// not through our own door: the guards ask who it is, and write it down
			this.management.setJobRetries(Math.max(1, job.getRetries()))
				.jobId(id)
				.dueDate(Date.from(this.clock.instant()))
				.execute();
		}
		catch (NullValueException ex) {
			throw gone();
		}
	}

	/**
	 * Has each of them tried once more; leaves out what has gone meanwhile.
	 * @return how many
	 * @throws Refusal 409 if there is none
	 */
	public int tryAllAgain() {
		int tried = 0;
		for (Job job : Door.through(this::jobs)) {
			try {
				tryAgain(job.getId());
				tried++;
			}
			catch (Refusal ex) {
				if (ex.kind() != Refusal.Kind.CONFLICT) {
					throw ex;
				}
			}
		}
		if (tried == 0) {
			throw gone();
		}
		return tried;
	}

	private Optional<Job> failed(String id) {
		return Optional.ofNullable(this.management.createJobQuery().jobId(id).singleResult())
			.filter((job) -> job.getRetries() == 0 || job.getExceptionMessage() != null);
	}

	private List<Job> jobs() {
		List<Job> jobs = new ArrayList<>(
				this.management.createJobQuery().noRetriesLeft().orderByJobId().asc().listPage(0, MOST));
		jobs.addAll(this.management.createJobQuery()
			.withException()
			.withRetriesLeft()
			.orderByJobDuedate()
			.asc()
			.listPage(0, MOST));
		return jobs;
	}

	private StuckStep step(Job job, Person person) {
		String reference = reference(job);
		boolean mayKnow = reference == null || mayKnow(job.getProcessDefinitionKey(), reference, person);
		String trace = (job.getExceptionMessage() != null)
				? TraceWithoutText.of(String.valueOf(this.management.getJobExceptionStacktrace(job.getId()))) : "";
		boolean tried = job.getRetries() > 0 && job.getDuedate() != null;
		return new StuckStep(job.getId(), mayKnow ? reference : null, !mayKnow, label(job), since(job),
				job.getRetries(), tried ? job.getDuedate().toInstant() : null, job.isSuspended(),
				WhatWentWrong.of(trace), trace);
	}

	private String reference(Job job) {
		if (job.getProcessInstanceId() == null) {
			return null;
		}
		ProcessInstance found = this.runtime.createProcessInstanceQuery()
			.processInstanceId(job.getProcessInstanceId())
			.singleResult();
		return (found != null) ? found.getBusinessKey() : null;
	}

	/** Somebody whom an item is about does not even learn that there is one. */
	private boolean mayKnow(String process, String reference, Person person) {
		return this.forms.stream()
			.filter((form) -> form.process().equals(process))
			.findFirst()
			.map((form) -> form.maySee(reference, person))
			.orElse(true);
	}

	private String label(Job job) {
		String activity = job.getFailedActivityId();
		if (activity == null && job.getJobDefinitionId() != null) {
			activity = this.management.createJobDefinitionQuery()
				.jobDefinitionId(job.getJobDefinitionId())
				.singleResult()
				.getActivityId();
		}
		if (activity == null || job.getProcessDefinitionId() == null) {
			return "The engine's own housekeeping";
		}
		FlowElement element = this.repository.getBpmnModelInstance(job.getProcessDefinitionId())
			.getModelElementById(activity);
		return (element != null && element.getName() != null) ? element.getName().strip() : activity;
	}

	private Instant since(Job job) {
		List<HistoricJobLog> first = this.history.createHistoricJobLogQuery()
			.jobId(job.getId())
			.failureLog()
			.orderByTimestamp()
			.asc()
			.listPage(0, 1);
		return first.isEmpty() ? job.getCreateTime().toInstant() : first.get(0).getTimestamp().toInstant();
	}

	private static Refusal gone() {
		return Refusal.conflict("This has gone meanwhile: it went on, or its item ended. Nothing was changed. "
				+ "Look at “Stuck work” for what is left.");
	}

}
