package org.imprimatur.posts.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.imprimatur.posts.PostApproval.Task;
import org.imprimatur.posts.PostDifference;
import org.imprimatur.posts.SlotWarnings;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Fields;

import org.springframework.stereotype.Component;

/**
 * What stands beside a post on the pages of its tasks: what changed since the person last
 * looked, and what is worth a look before they decide.
 */
@Component
class PostAsides {

	private static final Set<String> WARNED = Set.of(Task.SCHEDULE_POST.id(), Task.SIGN_OFF_POST.id(),
			"check-and-sign-off");

	private final PostDifference difference;

	private final SlotWarnings warnings;

	PostAsides(PostDifference difference, SlotWarnings warnings) {
		this.difference = difference;
		this.warnings = warnings;
	}

	Map<String, Object> ofTask(String task, String reference, Fields fields, Person person) {
		Map<String, Object> page = new HashMap<>();
		this.difference.look(reference, person)
			.filter((view) -> !task.equals(Task.DRAFT_POST.id()))
			.ifPresent((view) -> page.put("difference", view));
		page.put("warnings",
				WARNED.contains(task) ? this.warnings.of(reference, fields.value("publishAt"), person) : List.of());
		return page;
	}

	Map<String, Object> ofItem(String reference, Person person) {
		Map<String, Object> page = new HashMap<>();
		this.difference.look(reference, person).ifPresent((view) -> page.put("difference", view));
		page.put("warnings", this.warnings.of(reference, "", person));
		return page;
	}

	List<SlotWarnings.Warning> ofTyped(Fields fields, Person person) {
		return this.warnings.of(fields, person);
	}

}
