package org.imprimatur.incidents;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.imprimatur.deadlines.Deadlines;
import org.imprimatur.incidents.IncidentEscalation.Urgency;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.Door;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * What incidents ask of the engine: the only place that does. Begins a case, tells it
 * what has to be done, and says where it is.
 */
@Component
@Policy({ "CEO", "BOARD", "TRUSTEES" })
public class IncidentEscalations {

	/** How many open tasks of one incident are looked at. */
	private static final int MOST = 500;

	private final RuntimeService runtime;

	private final TaskService tasks;

	private final DecisionService decisions;

	private final ManagementService jobs;

	private final Deadlines deadlines;

	IncidentEscalations(@Lazy RuntimeService runtime, @Lazy TaskService tasks, @Lazy DecisionService decisions,
			@Lazy ManagementService jobs, Deadlines deadlines) {
		this.runtime = runtime;
		this.tasks = tasks;
		this.decisions = decisions;
		this.jobs = jobs;
		this.deadlines = deadlines;
	}

	/**
	 * A task that is open about an incident, in whichever of its processes.
	 *
	 * @param task id of the user task in its model
	 * @param people logins that are offered it
	 * @param due may be null
	 */
	public record OpenTask(String id, String caseId, String task, String name, String assignee, List<String> groups,
			List<String> people, Instant due, Instant since) {
	}

	/**
	 * An incident was reported.
	 * @return the engine's id of its case
	 */
	String reported(IncidentFacts facts, Risk suggested) {
		return Door.through(() -> this.runtime
			.startProcessInstanceByKey(IncidentEscalation.KEY, facts.reference(), variables(facts, suggested, null))
			.getId());
	}

	/** An incident whose case has ended is taken up again, as significant. */
	String takenUpAgain(IncidentFacts facts, Assessment assessment) {
		return Door.through(
				() -> this.runtime.createMessageCorrelation(IncidentEscalation.Message.INCIDENT_TAKEN_UP_AGAIN.id())
					.processInstanceBusinessKey(facts.reference())
					.setVariables(variables(facts, assessment.suggested(), assessment))
					.correlateStartMessage()
					.getId());
	}

	/** What is known or how serious it is has changed: the open case remembers it. */
	void isNow(String caseId, IncidentFacts facts, Assessment assessment) {
		Door.through(() -> this.runtime.setVariables(caseId, variables(facts, assessment.suggested(), assessment)));
	}

	/** One more thing has to be done, on its own clock. */
	void begin(String caseId, Duty duty, Map<String, Object> remembered) {
		Door.through(() -> this.runtime.createMessageCorrelation(duty.message().id())
			.processInstanceId(caseId)
			.setVariablesToTriggeredScope(remembered)
			.correlate());
	}

	/** The case leaves the handling of a low risk. */
	void raised(String caseId) {
		Door.through(() -> this.runtime.createMessageCorrelation(IncidentEscalation.Message.INCIDENT_RAISED.id())
			.processInstanceId(caseId)
			.correlate());
	}

	/** Whether the open case waits for this message. */
	boolean hears(String caseId, IncidentEscalation.Message message) {
		return Door.through(() -> {
			List<EventSubscription> waiting = this.runtime.createEventSubscriptionQuery()
				.processInstanceId(caseId)
				.eventType("message")
				.eventName(message.id())
				.listPage(0, 1);
			return !waiting.isEmpty();
		});
	}

	/** Every task that is open about this incident, the most urgent first. */
	public List<OpenTask> open(String reference) {
		return Door.through(() -> this.tasks.createTaskQuery()
			.processInstanceBusinessKey(reference)
			.orderByDueDate()
			.asc()
			.listPage(0, MOST)
			.stream()
			.map(this::open)
			.toList());
	}

	/** The open task of this id, of whatever process. */
	Optional<OpenTask> openTask(String id) {
		return Door
			.through(() -> Optional.ofNullable(this.tasks.createTaskQuery().taskId(id).singleResult()).map(this::open));
	}

	/** Only these people are offered an open task from now on. */
	void offerTo(OpenTask task, List<String> groups, List<String> people) {
		Door.through(() -> {
			task.groups().forEach((group) -> this.tasks.deleteCandidateGroup(task.id(), group));
			task.people().forEach((person) -> this.tasks.deleteCandidateUser(task.id(), person));
			groups.forEach((group) -> this.tasks.addCandidateGroup(task.id(), group));
			people.forEach((person) -> this.tasks.addCandidateUser(task.id(), person));
		});
	}

	/** Takes an open task from somebody who must not have it. */
	void takeFrom(OpenTask task) {
		Door.through(() -> this.tasks.setAssignee(task.id(), null));
	}

	/** The clock of a task counts from another moment: its due date and reminder move. */
	void isDue(OpenTask task, Instant due) {
		Door.through(() -> {
			Task open = this.tasks.createTaskQuery().taskId(task.id()).singleResult();
			Date before = open.getDueDate();
			open.setDueDate(Date.from(due));
			this.tasks.saveTask(open);
			this.jobs.createJobQuery()
				.executionId(open.getExecutionId())
				.listPage(0, MOST)
				.stream()
				.filter((job) -> before != null && before.equals(job.getDuedate()))
				.forEach((job) -> this.jobs.setJobDuedate(job.getId(), Date.from(due)));
		});
	}

	/** The answers of a table of rules, in the order of its rows. */
	List<Map<String, Object>> ask(String table, Map<String, Object> facts) {
		return Door.through(() -> {
			DmnDecisionTableResult answers = this.decisions.evaluateDecisionTableByKey(table, facts);
			return answers.getResultList();
		});
	}

	/** What a table of deadlines says about a step counted from this moment. */
	Instant due(String process, String step, String urgency, Instant from) {
		return this.deadlines.of(process, step, urgency, from);
	}

	static Urgency urgency(IncidentFacts facts, Assessment assessment) {
		boolean severe = assessment != null
				&& (assessment.severity() == Severity.S1 || assessment.severity() == Severity.S2);
		boolean unassessed = assessment == null && facts.personalData() == Fact.YES;
		return (facts.immediateDanger() == Fact.YES || severe || unassessed) ? Urgency.URGENT : Urgency.NORMAL;
	}

	private static Map<String, Object> variables(IncidentFacts facts, Risk suggested, Assessment assessment) {
		Map<String, Object> all = new HashMap<>();
		all.putAll(IncidentEscalation.REFERENCE.is(facts.reference()));
		all.putAll(IncidentEscalation.URGENCY.is(urgency(facts, assessment)));
		all.putAll(IncidentEscalation.SUGGESTED_RISK.is(suggested));
		all.putAll(IncidentEscalation.IMMEDIATE_DANGER.is(facts.immediateDanger()));
		all.putAll(IncidentEscalation.PERSONAL_DATA.is(facts.personalData()));
		all.putAll(IncidentEscalation.AWARE_AT.is(Date.from(facts.awareAt())));
		all.putAll(IncidentEscalation.BREACH_CLOCK
			.is((facts.personalData() != Fact.NO) ? IncidentEscalation.Clock.RUNNING : IncidentEscalation.Clock.NONE));
		if (assessment != null) {
			all.putAll(IncidentEscalation.RISK.is(assessment.risk()));
			all.putAll(IncidentEscalation.SEVERITY
				.is((assessment.severity() != null) ? assessment.severity().name() : "NONE"));
			all.putAll(IncidentEscalation.RESPONSE
				.is((assessment.response() != null) ? assessment.response().name() : Response.LATER.name()));
		}
		return all;
	}

	private OpenTask open(Task task) {
		List<IdentityLink> links = this.tasks.getIdentityLinksForTask(task.getId());
		TreeSet<String> groups = new TreeSet<>();
		TreeSet<String> people = new TreeSet<>();
		for (IdentityLink link : links) {
			if (link.getGroupId() != null) {
				groups.add(link.getGroupId());
			}
			else if (IdentityLinkType.CANDIDATE.equals(link.getType())) {
				people.add(link.getUserId());
			}
		}
		return new OpenTask(task.getId(), task.getProcessInstanceId(), task.getTaskDefinitionKey(), task.getName(),
				task.getAssignee(), List.copyOf(groups), List.copyOf(people),
				(task.getDueDate() != null) ? task.getDueDate().toInstant() : null, task.getCreateTime().toInstant());
	}

}
