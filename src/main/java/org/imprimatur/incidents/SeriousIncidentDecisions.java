package org.imprimatur.incidents;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.imprimatur.incidents.SeriousIncidentDecision.Decision;
import org.imprimatur.incidents.SeriousIncidentDecision.Message;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.Door;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * What the Trustees' decisions ask of the engine: the only place that does. Opens a
 * decision again, calls one in, and asks the rules.
 */
@Component
@Policy("TRUSTEES")
public class SeriousIncidentDecisions {

	private final RuntimeService runtime;

	private final TaskService tasks;

	private final DecisionService rules;

	private final ManagementService jobs;

	SeriousIncidentDecisions(@Lazy RuntimeService runtime, @Lazy TaskService tasks, @Lazy DecisionService rules,
			@Lazy ManagementService jobs) {
		this.runtime = runtime;
		this.tasks = tasks;
		this.rules = rules;
		this.jobs = jobs;
	}

	/**
	 * A task of a decision that is open.
	 *
	 * @param place the engine's id of where in the case it is
	 * @param task id of the user task in its model
	 * @param people logins that are offered it
	 */
	record OpenTask(String id, String caseId, String place, String task, String assignee, List<String> people) {
	}

	/** New facts open the question again, in a case of its own. */
	String reopened(String reference) {
		return Door.through(() -> this.runtime.createMessageCorrelation(Message.INCIDENT_REOPENED.id())
			.processInstanceBusinessKey(reference)
			.setVariables(SeriousIncidentDecision.REFERENCE.is(reference))
			.correlateStartMessage()
			.getId());
	}

	/** A Trustee calls in what was found not relevant. */
	void calledIn(String caseId) {
		Door.through(() -> this.runtime.createMessageCorrelation(Message.CALLED_IN.id())
			.processInstanceId(caseId)
			.correlate());
	}

	/** Whether the case waits for somebody to call it in. */
	boolean waitsForCallIn(String caseId) {
		return Door.through(() -> this.runtime.createEventSubscriptionQuery()
			.processInstanceId(caseId)
			.eventType("message")
			.eventName(Message.CALLED_IN.id())
			.count() > 0);
	}

	/** Until when the case waits at this timer; empty if it does not. */
	Optional<Instant> waitsUntil(String caseId, String timer) {
		return Door.through(() -> this.jobs.createJobQuery()
			.processInstanceId(caseId)
			.activityId(timer)
			.listPage(0, 1)
			.stream()
			.map((job) -> job.getDuedate().toInstant())
			.findFirst());
	}

	/** The decision that is open about this incident. */
	Optional<String> open(String reference) {
		return Door.through(() -> this.runtime.createProcessInstanceQuery()
			.processDefinitionKey(SeriousIncidentDecision.KEY)
			.processInstanceBusinessKey(reference)
			.listPage(0, 1)
			.stream()
			.map(ProcessInstance::getId)
			.findFirst());
	}

	/** The open task of this id. */
	Optional<OpenTask> task(String taskId) {
		return Door.through(
				() -> Optional.ofNullable(this.tasks.createTaskQuery().taskId(taskId).singleResult()).map(this::open));
	}

	/** Every task that this case waits for. */
	List<OpenTask> tasks(String caseId) {
		return Door.through(() -> this.tasks.createTaskQuery()
			.processInstanceId(caseId)
			.listPage(0, 500)
			.stream()
			.map(this::open)
			.toList());
	}

	/** An open task is for these people now, and nobody else has it. */
	void offerTo(OpenTask task, List<String> people) {
		Door.through(() -> {
			task.people()
				.stream()
				.filter((login) -> !people.contains(login))
				.forEach((login) -> this.tasks.deleteCandidateUser(task.id(), login));
			people.stream()
				.filter((login) -> !task.people().contains(login))
				.forEach((login) -> this.tasks.addCandidateUser(task.id(), login));
			if (task.assignee() != null && !people.contains(task.assignee())) {
				this.tasks.setAssignee(task.id(), null);
			}
		});
	}

	/** Nobody has this task any more. */
	void takeFrom(OpenTask task) {
		Door.through(() -> this.tasks.setAssignee(task.id(), null));
	}

	/**
	 * The incident concerns the Trustee who has this task: it is taken back, and the
	 * views are counted without it.
	 */
	void isConcerned(OpenTask task) {
		String concerned = Message.TRUSTEE_CONCERNED.id();
		Door.through(() -> {
			if (this.runtime.createEventSubscriptionQuery()
				.executionId(task.place())
				.eventName(concerned)
				.count() > 0) {
				this.runtime.messageEventReceived(concerned, task.place());
			}
			else {
				// a case of before this message was drawn: nobody has the task any more
				takeFrom(task);
			}
		});
	}

	/** What the rules say of these facts, in the order of their rows. */
	List<Map<String, Object>> indicators(Map<String, Object> facts) {
		return Door
			.through(() -> this.rules.evaluateDecisionTableByKey(Decision.SERIOUS_INCIDENT_INDICATORS.id(), facts)
				.getResultList());
	}

	/** How many views are enough. */
	int quorum(int inOffice) {
		Map<String, Object> facts = Map.of(SeriousIncidentDecision.TRUSTEES_IN_OFFICE.name(), inOffice);
		return Door.through(() -> {
			Number size = this.rules.evaluateDecisionTableByKey(Decision.TRUSTEES_QUORUM.id(), facts)
				.getSingleResult()
				.getEntry(SeriousIncidentDecision.QUORUM_SIZE.name());
			return size.intValue();
		});
	}

	private OpenTask open(Task task) {
		List<String> people = this.tasks.getIdentityLinksForTask(task.getId())
			.stream()
			.filter((link) -> IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getUserId() != null)
			.map(IdentityLink::getUserId)
			.sorted()
			.toList();
		return new OpenTask(task.getId(), task.getProcessInstanceId(), task.getExecutionId(),
				task.getTaskDefinitionKey(), task.getAssignee(), people);
	}

}
