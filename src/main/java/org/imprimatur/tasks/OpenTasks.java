package org.imprimatur.tasks;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.imprimatur.security.Door;
import org.imprimatur.security.Person;

import org.springframework.stereotype.Component;

/** The tasks that wait for people, as the engine has them now. */
@Component
public class OpenTasks {

	/** How many tasks a list shows at the most. */
	private static final int MOST = 200;

	private final TaskService tasks;

	private final RuntimeService runtime;

	OpenTasks(TaskService tasks, RuntimeService runtime) {
		this.tasks = tasks;
		this.runtime = runtime;
	}

	/** The open task of this id, whoever may see it. */
	Optional<TaskAtHand> find(String id) {
		Task task = Door.through(() -> this.tasks.createTaskQuery().taskId(id).singleResult());
		return Optional.ofNullable(task).flatMap(this::atHand);
	}

	/** The open tasks the person has taken, the most urgent first. */
	public List<TaskAtHand> assigned(Person person) {
		return Door.through(() -> all(this.tasks.createTaskQuery().taskAssignee(person.login())));
	}

	/**
	 * The open tasks that the person or one of their groups is offered and nobody has
	 * taken, the most urgent first.
	 */
	public List<TaskAtHand> offered(Person person) {
		return Door.through(() -> all(this.tasks.createTaskQuery().taskCandidateUser(person.login()).taskUnassigned()));
	}

	/** Those among them that somebody has taken who is not there. */
	public List<TaskAtHand> takenBy(String login, Person person) {
		return person.groups().isEmpty() ? List.of()
				: Door.through(() -> all(this.tasks.createTaskQuery()
					.taskCandidateGroupIn(List.copyOf(person.groups()))
					.includeAssignedTasks()
					.taskAssignee(login)));
	}

	private List<TaskAtHand> all(TaskQuery query) {
		List<Task> open = query.orderByTaskPriority().desc().orderByDueDate().asc().listPage(0, MOST);
		if (open.isEmpty()) {
			return List.of();
		}
		Map<String, ProcessInstance> cases = this.runtime.createProcessInstanceQuery()
			.processInstanceIds(open.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet()))
			.listPage(0, MOST)
			.stream()
			.collect(Collectors.toMap(ProcessInstance::getId, (one) -> one));
		return open.stream()
			.filter((task) -> cases.containsKey(task.getProcessInstanceId()))
			.map((task) -> atHand(task, cases.get(task.getProcessInstanceId())))
			.toList();
	}

	private Optional<TaskAtHand> atHand(Task task) {
		ProcessInstance instance = Door.through(() -> this.runtime.createProcessInstanceQuery()
			.processInstanceId(task.getProcessInstanceId())
			.singleResult());
		if (instance == null) {
			return Optional.empty();
		}
		return Optional.of(atHand(task, instance));
	}

	private TaskAtHand atHand(Task task, ProcessInstance instance) {
		List<IdentityLink> links = Door.through(() -> this.tasks.getIdentityLinksForTask(task.getId()));
		Set<String> groups = links.stream()
			.map(IdentityLink::getGroupId)
			.filter((group) -> group != null)
			.collect(Collectors.toCollection(TreeSet::new));
		Set<String> people = links.stream()
			.filter((link) -> IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getUserId() != null)
			.map(IdentityLink::getUserId)
			.collect(Collectors.toCollection(TreeSet::new));
		return new TaskAtHand(task.getId(), task.getTaskDefinitionKey(), task.getName(),
				instance.getProcessDefinitionKey(), task.getProcessDefinitionId(), task.getProcessInstanceId(),
				instance.getBusinessKey(), task.getAssignee(), groups, people, task.getCreateTime().toInstant(),
				instant(task.getDueDate()));
	}

	private static Instant instant(Date date) {
		return (date != null) ? date.toInstant() : null;
	}

}
