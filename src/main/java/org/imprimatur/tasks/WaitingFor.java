package org.imprimatur.tasks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.imprimatur.security.Door;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.security.TaskGuard;

import org.springframework.stereotype.Component;

/** Whom an open task waits for: those whom it is offered to and who may do it. */
@Component
public class WaitingFor {

	private final OpenTasks open;

	private final List<TaskGuard> guards;

	private final People people;

	private final Absences absences;

	WaitingFor(OpenTasks open, List<TaskGuard> guards, People people, Absences absences) {
		this.open = open;
		this.guards = guards;
		this.people = people;
		this.absences = absences;
	}

	/** The open task of this id; empty once it is done. */
	public Optional<TaskAtHand> task(String id) {
		return this.open.find(id);
	}

	/**
	 * The people who may do the task now, each once. Who is away is left out while
	 * somebody else may do it; of a task that one person has taken or owes, whoever acts
	 * for them is among these.
	 */
	public List<Person> people(TaskAtHand task) {
		return Door.through(() -> {
			Map<String, Person> asked = new LinkedHashMap<>();
			if (task.assignee() != null) {
				add(asked, task, task.assignee());
				this.absences.now(task.assignee())
					.map(Absence::deputy)
					.filter((deputy) -> deputy != null && task.isOffered())
					.ifPresent((deputy) -> add(asked, task, deputy));
				return List.copyOf(asked.values());
			}
			task.people().forEach((login) -> add(asked, task, login));
			task.groups()
				.forEach((group) -> this.people.inGroup(group).forEach((person) -> add(asked, task, person.login())));
			List<Person> there = asked.values()
				.stream()
				.filter((person) -> !this.absences.isAway(person.login()))
				.toList();
			return there.isEmpty() ? List.copyOf(asked.values()) : there;
		});
	}

	private void add(Map<String, Person> asked, TaskAtHand task, String login) {
		if (!asked.containsKey(login)) {
			this.people.find(login)
				.filter((person) -> mayDo(task, person))
				.ifPresent((person) -> asked.put(login, person));
		}
	}

	private boolean mayDo(TaskAtHand task, Person person) {
		return TaskGuard.whyNot(this.guards, task.process(), task.facts(), person).isEmpty();
	}

}
