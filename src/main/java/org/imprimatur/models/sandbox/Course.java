package org.imprimatur.models.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.imprimatur.kernel.WorkingTime;
import org.imprimatur.models.check.Fact;
import org.imprimatur.models.check.Questions;
import org.imprimatur.models.sandbox.Trial.Stop;

/** One case that is tried, as it goes. */
final class Course {

	private final TrialEngine trial;

	private final ProcessEngine engine;

	private final Tried tried;

	private final String process;

	private final String definition;

	private final WorkingTime workingTime;

	private boolean begun;

	private List<String> unanswered = List.of();

	Course(TrialEngine trial, Tried tried, String process, String deployment, WorkingTime workingTime) {
		this.trial = trial;
		this.engine = trial.engine();
		this.tried = tried;
		this.process = process;
		this.workingTime = workingTime;
		this.definition = this.engine.getRepositoryService()
			.createProcessDefinitionQuery()
			.deploymentId(deployment)
			.processDefinitionKey(process)
			.singleResult()
			.getId();
	}

	/**
	 * Lets one thing happen, and everything that follows by itself.
	 * @return what it is called in words
	 * @throws IllegalArgumentException saying what has to be answered or is not there
	 */
	String make(Move move) {
		String words = switch (move.kind()) {
			case BEGIN, DO, MESSAGE -> at(move);
			case CLOCK -> clock(move.target());
		};
		settle();
		return words;
	}

	private String at(Move move) {
		Stop stop = (switch (move.kind()) {
			case BEGIN -> Beginnings.of(this.tried, this.process);
			case DO -> stops();
			default -> messages();
		}).stream()
			.filter((one) -> one.key().equals(move.target()))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(
					"The case does not stand at “" + move.target() + "” any more. Go one step back."));
		Map<String, Object> facts = Facts.read(stop, move.facts(), this.tried.questions(stop.process()));
		String id = stop.key();
		this.unanswered = stop.asked()
			.stream()
			.filter((fact) -> !facts.containsKey(fact.name()) && !stop.known().containsKey(fact.name()))
			.map(Fact::label)
			.toList();
		switch (move.kind()) {
			case BEGIN -> begin(stop, facts);
			case DO -> {
				Watch.Open open = this.trial.watch()
					.open()
					.stream()
					.filter((one) -> one.key().equals(id))
					.findFirst()
					.orElseThrow();
				if (open.sort().equals("userTask")) {
					this.engine.getTaskService().complete(task(open).getId(), facts);
				}
				else {
					this.engine.getRuntimeService().signal(open.execution(), facts);
				}
			}
			default -> {
				EventSubscription awaited = awaited().get(id);
				this.engine.getRuntimeService()
					.messageEventReceived(awaited.getEventName(), awaited.getExecutionId(), facts);
			}
		}
		String decided = move.facts().get((stop.outcome() != null) ? stop.outcome().name() : "");
		return "“" + stop.label() + "”"
				+ ((decided != null && !decided.isEmpty())
						? ": " + stop.outcome().codes().getOrDefault(decided, decided) : "")
				+ Facts.words(stop, move.facts());
	}

	private void begin(Stop stop, Map<String, Object> facts) {
		Map<String, Object> all = new HashMap<>(facts);
		all.putIfAbsent("reference", "TRIED-1");
		String message = Beginnings.message(this.tried, this.process, stop.element());
		if (message == null) {
			this.engine.getRuntimeService().startProcessInstanceById(this.definition, "TRIED-1", all);
		}
		else {
			this.engine.getRuntimeService()
				.createMessageCorrelation(message)
				.processDefinitionId(this.definition)
				.processInstanceBusinessKey("TRIED-1")
				.setVariables(all)
				.correlateStartMessage();
		}
		this.begun = true;
	}

	private String clock(String to) {
		if (!this.begun) {
			throw new IllegalArgumentException("Begin the case first.");
		}
		Instant now = this.trial.now();
		Instant until;
		if (to.equals(Move.NEXT)) {
			until = timers().stream()
				.map((job) -> job.getDuedate().toInstant())
				.filter((due) -> due.isAfter(now))
				.min(Comparator.naturalOrder())
				.orElseThrow(() -> new IllegalArgumentException("Nothing is due: the clock need not be moved."));
		}
		else {
			until = to.equals(Move.WORKING_DAY) ? this.workingTime.plusWorkingDays(now, 1) : Instant.parse(to);
		}
		if (until.isBefore(now)) {
			throw new IllegalArgumentException("The clock goes on only. To go back, take a step back.");
		}
		for (Optional<Job> next = next(until); next.isPresent(); next = next(until)) {
			Instant due = next.get().getDuedate().toInstant();
			this.trial.itIs(due.isAfter(this.trial.now()) ? due : this.trial.now());
			this.engine.getManagementService().executeJob(next.get().getId());
			settle();
		}
		this.trial.itIs(until);
		return "The clock moves to " + Telling.text(Date.from(until));
	}

	/** Whatever needs neither an answer nor time. */
	private void settle() {
		boolean moved = true;
		while (moved) {
			moved = false;
			for (Watch.Open open : this.trial.watch().open()) {
				if (open.sort().equals("serviceTask") && questions(open.process()).behind(open.element()).isEmpty()) {
					this.engine.getRuntimeService().signal(open.execution());
					moved = true;
				}
			}
			for (Job job : this.engine.getManagementService().createJobQuery().messages().list()) {
				this.engine.getManagementService().executeJob(job.getId());
				moved = true;
			}
			Optional<Job> due = moved ? Optional.empty() : next(this.trial.now());
			due.ifPresent((job) -> this.engine.getManagementService().executeJob(job.getId()));
			moved |= due.isPresent();
		}
	}

	private Optional<Job> next(Instant until) {
		return timers().stream().filter((job) -> !job.getDuedate().toInstant().isAfter(until)).findFirst();
	}

	private List<Job> timers() {
		return this.engine.getManagementService()
			.createJobQuery()
			.timers()
			.active()
			.list()
			.stream()
			.sorted(Comparator.comparing(Job::getDuedate).thenComparing((job) -> number(job.getId())))
			.toList();
	}

	/** What the last move was asked and did not answer. */
	List<String> unanswered() {
		return this.unanswered;
	}

	List<Trial.Clock> clocks() {
		return timers().stream().map((job) -> {
			JobDefinition about = this.engine.getManagementService()
				.createJobDefinitionQuery()
				.jobDefinitionId(job.getJobDefinitionId())
				.singleResult();
			boolean reminder = about.getJobType().equals("timer-task-listener");
			return new Trial.Clock(about.getActivityId(),
					(reminder ? "Reminder of " : "") + "“" + this.tried.label(about.getActivityId()) + "”", reminder,
					job.getDuedate().toInstant());
		}).toList();
	}

	boolean isOver() {
		return this.begun && this.engine.getRuntimeService().createExecutionQuery().count() == 0;
	}

	/** Where it is somebody's turn, or that of a step of the application. */
	List<Stop> stops() {
		if (!this.begun) {
			return Beginnings.of(this.tried, this.process);
		}
		List<Stop> stops = new ArrayList<>();
		for (Watch.Open open : this.trial.watch().open()) {
			boolean person = open.sort().equals("userTask");
			if (person || open.sort().equals("serviceTask")) {
				Task task = person ? task(open) : null;
				String who = person ? who(task) : "the application, which would find this out by itself";
				Questions questions = questions(open.process());
				List<Fact> asked = questions.behind(open.element());
				Map<String, Object> known = this.engine.getRuntimeService().getVariables(open.execution());
				stops.add(new Stop(Move.Kind.DO, open.key(), open.element(), open.process(),
						this.tried.label(open.element()), who,
						(task != null && task.getDueDate() != null) ? task.getDueDate().toInstant() : null,
						person ? questions.outcome(open.element()) : null, asked, Facts.known(asked, known)));
			}
		}
		return stops;
	}

	/** What may come in from outside. */
	List<Stop> messages() {
		List<Stop> stops = new ArrayList<>();
		awaited().forEach((key, awaited) -> {
			String of = this.engine.getRuntimeService()
				.createProcessInstanceQuery()
				.processInstanceId(awaited.getProcessInstanceId())
				.singleResult()
				.getProcessDefinitionId();
			String key2 = this.engine.getRepositoryService().getProcessDefinition(of).getKey();
			List<Fact> asked = questions(key2).behind(awaited.getActivityId());
			Map<String, Object> known = this.engine.getRuntimeService().getVariables(awaited.getExecutionId());
			stops.add(new Stop(Move.Kind.MESSAGE, key, awaited.getActivityId(), key2,
					this.tried.label(awaited.getActivityId()), "", null, null, asked, Facts.known(asked, known)));
		});
		return stops;
	}

	private Map<String, EventSubscription> awaited() {
		Map<String, EventSubscription> awaited = new TreeMap<>();
		Map<String, Integer> numbers = new HashMap<>();
		this.engine.getRuntimeService()
			.createEventSubscriptionQuery()
			.eventType("message")
			.list()
			.stream()
			.filter((one) -> one.getExecutionId() != null)
			.sorted(Comparator.comparing((one) -> number(one.getId())))
			.forEach((one) -> awaited
				.put(one.getActivityId() + ":" + numbers.merge(one.getActivityId(), 1, Integer::sum), one));
		return awaited;
	}

	private Questions questions(String key) {
		return this.tried.questions(key);
	}

	private Task task(Watch.Open open) {
		return this.engine.getTaskService().createTaskQuery().activityInstanceIdIn(open.id()).singleResult();
	}

	private String who(Task task) {
		return (task.getAssignee() != null) ? task.getAssignee()
				: Who.among(this.engine.getTaskService().getIdentityLinksForTask(task.getId()));
	}

	/** Ids of this engine are numbers, in the order in which things came to be. */
	private static long number(String id) {
		return Long.parseLong(id);
	}

}
