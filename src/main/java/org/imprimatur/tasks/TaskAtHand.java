package org.imprimatur.tasks;

import java.time.Instant;
import java.util.Set;

import org.imprimatur.security.Person;
import org.imprimatur.security.TaskFacts;

/**
 * One open task.
 *
 * @param id the engine's id, part of the address
 * @param task the id of the user task in its model
 * @param name the label of the task
 * @param process the key of the process
 * @param definition the engine's id of the version of the process
 * @param caseId the engine's id of the case
 * @param reference the item, such as {@code POST-2026-000001}
 * @param assignee who has claimed it; may be null
 * @param groups whose members are offered it
 * @param people logins that are offered it
 * @param created when it arrived
 * @param due by when it is to be done; may be null
 */
public record TaskAtHand(String id, String task, String name, String process, String definition, String caseId,
		String reference, String assignee, Set<String> groups, Set<String> people, Instant created, Instant due) {

	/** Whether the person is offered it, by name or as a member of a group. */
	public boolean isOfferedTo(Person person) {
		return this.people.contains(person.login()) || this.groups.stream().anyMatch(person::isIn);
	}

	/** Whether more people than its assignee are offered it. */
	public boolean isOffered() {
		return !this.groups.isEmpty() || !this.people.isEmpty();
	}

	public TaskFacts facts() {
		return new TaskFacts(this.id, this.task, this.process, this.reference);
	}

}
