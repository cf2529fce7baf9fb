package org.imprimatur.security.demo;

import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;

import org.springframework.stereotype.Component;

/**
 * The filters that everybody finds in Tasklist, made at the start if they are not there.
 */
@Component
class ReadyFilters {

	private final FilterService filters;

	private final TaskService tasks;

	private final Grants grants;

	ReadyFilters(FilterService filters, TaskService tasks, Grants grants) {
		this.filters = filters;
		this.tasks = tasks;
		this.grants = grants;
	}

	void make() {
		everybody("My tasks", -30, "Tasks you have taken, the most urgent first",
				query().taskAssigneeExpression("${currentUser()}"));
		everybody("My teams' tasks", -20, "Tasks that your teams or you have to do and nobody has taken yet",
				query().or()
					.taskCandidateUserExpression("${currentUser()}")
					.taskCandidateGroupInExpression("${currentUserGroups()}")
					.endOr()
					.taskUnassigned());
		everybody("Due today and overdue", -10, "What your teams and you have to do by the end of today",
				query().or()
					.taskAssigneeExpression("${currentUser()}")
					.taskCandidateUserExpression("${currentUser()}")
					.taskCandidateGroupInExpression("${currentUserGroups()}")
					.endOr()
					.dueBeforeExpression("${dateTime().withTimeAtStartOfDay().plusDays(1)}"));
		Filter all = make("All tasks", 0, "Every task of everybody", query());
		this.grants.grant("camunda-admin", Resources.FILTER, all.getId(), Permissions.READ);
	}

	private void everybody(String name, int priority, String description, TaskQuery query) {
		this.grants.everybodyReads(make(name, priority, description, query).getId());
	}

	private TaskQuery query() {
		return this.tasks.createTaskQuery();
	}

	private Filter make(String name, int priority, String description, TaskQuery query) {
		Filter present = this.filters.createFilterQuery()
			.filterName(name)
			.listPage(0, 1)
			.stream()
			.findFirst()
			.orElse(null);
		// one that is there keeps its id and its readers, and says what this version says
		Filter filter = (present != null) ? present : this.filters.newTaskFilter(name);
		filter.setQuery(query.orderByTaskPriority().desc().orderByDueDate().asc());
		filter.setProperties(Map.of("description", description, "priority", priority, "refresh", true,
				"showUndefinedVariable", false, "variables", List.of(Map.of("name", "reference", "label", "Item"))));
		return this.filters.saveFilter(filter);
	}

}
