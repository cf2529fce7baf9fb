package org.imprimatur.tasks;

import java.util.List;
import java.util.Optional;

import org.camunda.bpm.engine.TaskService;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.security.Door;
import org.imprimatur.security.Person;
import org.imprimatur.security.TaskGuard;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A task whose holder is away may be taken over by anybody whom it is offered to and who
 * may do it: the deputy like every other, and never past four eyes.
 */
@Component
@Policy({ "ONE-LOGIN", "APPROVED" })
public class TakingOver {

	private final TaskDoor door;

	private final TaskService tasks;

	private final List<TaskGuard> guards;

	private final Absences absences;

	private final Takeovers takeovers;

	TakingOver(TaskDoor door, TaskService tasks, List<TaskGuard> guards, Absences absences, Takeovers takeovers) {
		this.door = door;
		this.tasks = tasks;
		this.guards = guards;
		this.absences = absences;
		this.takeovers = takeovers;
	}

	/** Whether the person can take it over now. */
	public boolean isPossible(TaskAtHand task, Person person) {
		return whyNot(task, person).isEmpty();
	}

	/**
	 * Takes the task over.
	 * @throws Refusal 403 if it is not for this person, 409 if its holder is there
	 */
	@Transactional
	public void takeOver(String id, Person person) {
		Door.through(() -> {
			this.door.form(this.door.find(id, person)).lock(this.door.find(id, person).reference());
			TaskAtHand task = this.door.find(id, person);
			whyNot(task, person).ifPresent((refusal) -> {
				throw refusal;
			});
			boolean deputy = this.absences.now(task.assignee())
				.filter((absence) -> person.login().equals(absence.deputy()))
				.isPresent();
			this.tasks.setAssignee(id, person.login());
			this.takeovers.add(task, person.login(), deputy);
		});
	}

	private Optional<Refusal> whyNot(TaskAtHand task, Person person) {
		if (task.assignee() == null || task.assignee().equals(person.login())
				|| this.absences.now(task.assignee()).isEmpty()) {
			return Optional.of(Refusal.conflict("Nobody who is away has this task, so there is nothing to take over."));
		}
		if (task.groups().stream().noneMatch(person::isIn)) {
			return Optional.of(Refusal.forbidden("This task is for other people."));
		}
		return TaskGuard.whyNot(this.guards, task.process(), task.facts(), person).map(Refusal::forbidden);
	}

}
