package org.imprimatur.incidents;

import java.util.List;
import java.util.Set;

import org.imprimatur.incidents.IncidentEscalation.Task;
import org.imprimatur.incidents.IncidentEscalations.OpenTask;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.People;

import org.springframework.stereotype.Component;

/**
 * Keeps open tasks in line with what is known: whom the incident turns out to be about
 * loses them, and the clock of a breach counts from when we became aware.
 */
@Component
@Policy({ "PERSONAL", "SAFE" })
class IncidentOffers {

	private final IncidentEscalations engine;

	private final Involved involved;

	private final People people;

	IncidentOffers(IncidentEscalations engine, Involved involved, People people) {
		this.engine = engine;
		this.involved = involved;
		this.people = people;
	}

	void keepFromSubjects(String reference) {
		for (OpenTask task : this.engine.open(reference)) {
			boolean offered = !task.groups().isEmpty() || !task.people().isEmpty();
			if (task.assignee() != null && offered && mayNot(reference, task, task.assignee())) {
				this.engine.takeFrom(task);
			}
			if (task.groups().isEmpty()) {
				offer(reference, task, task.people());
			}
			else {
				this.involved.instead(reference, task.task(), Set.copyOf(task.groups()))
					.ifPresent((offer) -> this.engine.offerTo(task, offer.groups(), offer.people()));
			}
		}
	}

	/** The clock of a breach that runs already counts from another moment. */
	void countFromAwareness(IncidentFacts facts) {
		this.engine.open(facts.reference())
			.stream()
			.filter((task) -> task.task().equals(Task.DECIDE_BREACH_NOTIFICATION.id()))
			.forEach((task) -> this.engine.isDue(task,
					this.engine.due(IncidentEscalation.KEY, task.task(), "NORMAL", facts.awareAt())));
	}

	private void offer(String reference, OpenTask task, List<String> offered) {
		List<String> left = offered.stream().filter((login) -> !mayNot(reference, task, login)).toList();
		if (left.size() == offered.size()) {
			return;
		}
		if (!left.isEmpty()) {
			this.engine.offerTo(task, List.of(), left);
			return;
		}
		this.involved.instead(reference, task.task(), Set.of())
			.ifPresent((offer) -> this.engine.offerTo(task, offer.groups(), offer.people()));
	}

	private boolean mayNot(String reference, OpenTask task, String login) {
		return this.people.find(login)
			.filter((person) -> this.involved.whyNot(reference, task.task(), person).isEmpty())
			.isEmpty();
	}

}
