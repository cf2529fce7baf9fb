package org.imprimatur.models.sandbox;

import java.util.Collection;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;

/** Who would be asked to do a task: a group, or one person. */
final class Who {

	private Who() {
	}

	static String is(DelegateTask task) {
		if (task.getAssignee() != null) {
			return task.getAssignee();
		}
		return among(task.getCandidates());
	}

	static String among(Collection<IdentityLink> links) {
		return links.stream().map(Who::name).sorted().distinct().collect(Collectors.joining(", "));
	}

	private static String name(IdentityLink link) {
		return (link.getGroupId() != null) ? link.getGroupId() : String.valueOf(link.getUserId());
	}

}
