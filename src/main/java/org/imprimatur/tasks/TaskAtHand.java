package org.imprimatur.tasks;

import java.time.Instant;
import java.util.Set;

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
 * @param created when it arrived
 * @param due by when it is to be done; may be null
 */
public record TaskAtHand(String id, String task, String name, String process, String definition, String caseId,
		String reference, String assignee, Set<String> groups, Instant created, Instant due) {

	public TaskFacts facts() {
		return new TaskFacts(this.id, this.task, this.process, this.reference);
	}

}
