package org.imprimatur.incidents;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.imprimatur.incidents.IncidentEscalation.Task;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.security.TaskFacts;
import org.imprimatur.security.TaskGuard;

import org.springframework.stereotype.Component;

/**
 * Who does the tasks of an incident, whatever model the case runs on: the people of the
 * policy, nobody who is too near, and an acknowledgement only whoever was told.
 */
@Component
@Policy({ "CEO", "RESPOND", "PERSONAL" })
class IncidentEyes implements TaskGuard {

	private static final List<String> TRIAGE_TEAM = List.of("supporter-communications", "digital-engagement-manager");

	private static final Map<String, List<String>> GROUPS = Map.of(Task.TRIAGE_INCIDENT.id(), TRIAGE_TEAM,
			Task.HANDLE_INCIDENT.id(), TRIAGE_TEAM, Task.REVIEW_INCIDENT.id(), TRIAGE_TEAM, Task.CONFIRM_TRIAGE.id(),
			List.of("head-of-communications"), Task.DECIDE_BREACH_NOTIFICATION.id(), List.of("data-protection-lead"),
			Task.PREPARE_INCIDENT_BRIEF.id(), List.of("trust-board-secretary"));

	private final Incidents incidents;

	private final Involved involved;

	private final People people;

	IncidentEyes(Incidents incidents, Involved involved, People people) {
		this.incidents = incidents;
		this.involved = involved;
		this.people = people;
	}

	@Override
	public String process() {
		return IncidentEscalation.KEY;
	}

	@Override
	public Optional<String> whyNot(TaskFacts task, Person person) {
		if (task.task().equals(Task.ACKNOWLEDGE_INCIDENT.id())) {
			return wasTold(task.reference(), person) ? this.involved.whyNot(task.reference(), task.task(), person)
					: Optional.of("Only the person who was told can take note of it.");
		}
		List<String> groups = GROUPS.get(task.task());
		if (groups == null) {
			return Optional.of("Nobody may do this task. Tell an administrator.");
		}
		boolean asked = groups.stream().anyMatch(person::isIn)
				|| this.involved.isAskedInstead(task.reference(), task.task(), groups, person);
		return asked ? this.involved.whyNot(task.reference(), task.task(), person)
				: Optional.of("This task is for other people: "
						+ groups.stream().map(this.people::nameOfGroup).collect(Collectors.joining(", ")) + ".");
	}

	private boolean wasTold(String reference, Person person) {
		return this.incidents.duties(reference)
			.stream()
			.anyMatch((duty) -> duty.duty() == Duty.PERSON_TOLD && duty.person().equals(person.login()));
	}

}
