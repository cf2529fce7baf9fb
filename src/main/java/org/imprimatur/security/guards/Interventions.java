package org.imprimatur.security.guards;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.ProcessInstanceModificationBuilderImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.migration.MigrationPlanExecutionBuilderImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.imprimatur.kernel.ItemChanged;
import org.imprimatur.security.guards.CommandDoor.Asked;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The append-only record of what administrators did to cases and people, written in the
 * same transaction as the act: no act without its row, no row without its act.
 */
class Interventions {

	private final ObjectProvider<JdbcClient> jdbc;

	private final ApplicationEventPublisher events;

	Interventions(ObjectProvider<JdbcClient> jdbc, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.events = events;
	}

	void record(Asked asked, String detail) {
		String target = target(asked);
		String reference = cut(reference(asked, target), 255);
		this.jdbc.getObject()
			.sql("insert into intervention (at, person, act, target, reference, detail) values (?, ?, ?, ?, ?, ?)")
			.params(Stream
				.of(Timestamp.from(Instant.now()), asked.login(), asked.name(), cut(target, 255), reference,
						cut((detail != null) ? detail : detail(asked), 1000))
				.map(Interventions::orNull)
				.toList())
			.update();
		if (reference != null) {
			this.events.publishEvent(new ItemChanged(reference));
		}
	}

	private static Object orNull(Object value) {
		return (value != null) ? value
				: new org.springframework.jdbc.core.SqlParameterValue(java.sql.Types.VARCHAR, null);
	}

	private static String target(Asked asked) {
		for (String field : List.of("processInstanceId", "jobId", "taskId", "batchId", "userId", "groupId",
				"authorizationId", "processDefinitionKey", "processDefinitionId")) {
			String value = asked.text(field);
			if (value != null) {
				return value;
			}
		}
		Object plan = asked.value("executionBuilder").orElse(null);
		if (plan instanceof MigrationPlanExecutionBuilderImpl migration) {
			return String.join(" ", Objects.requireNonNullElse(migration.getProcessInstanceIds(), List.of()));
		}
		if (asked.value("builder").orElse(null) instanceof ProcessInstanceModificationBuilderImpl modification) {
			return modification.getProcessInstanceId();
		}
		Object many = asked.value("processInstanceIds").orElse(plan);
		if (many == null) {
			many = asked.value("builder").orElse(null);
		}
		return (many instanceof List<?> ids) ? String.join(" ", ids.stream().map(Object::toString).toList()) : null;
	}

	private static String reference(Asked asked, String target) {
		if (target == null) {
			return null;
		}
		String instance = target.split(" ")[0];
		if (asked.text("jobId") != null) {
			JobEntity job = asked.context().getJobManager().findJobById(target);
			instance = (job != null) ? job.getProcessInstanceId() : null;
		}
		else if (asked.text("taskId") != null) {
			TaskEntity task = asked.context().getTaskManager().findTaskById(target);
			instance = (task != null) ? task.getProcessInstanceId() : null;
		}
		ExecutionEntity execution = (instance != null)
				? asked.context().getExecutionManager().findExecutionById(instance) : null;
		return (execution != null) ? execution.getProcessBusinessKey() : null;
	}

	private static String detail(Asked asked) {
		if (asked.value("user").orElse(null) instanceof User user) {
			return user.getId();
		}
		if (asked.value("group").orElse(null) instanceof Group group) {
			return group.getId();
		}
		if (asked.value("authorization").orElse(null) instanceof Authorization grant) {
			return "type " + grant.getAuthorizationType() + ", person " + grant.getUserId() + ", group "
					+ grant.getGroupId() + ", resource " + grant.getResourceType() + " " + grant.getResourceId();
		}
		if (asked.text("groupId") != null) {
			return "group " + asked.text("groupId");
		}
		return asked.value("builder").map(Interventions::instructions).orElse(null);
	}

	private static String instructions(Object builder) {
		if (builder instanceof ProcessInstanceModificationBuilderImpl modification) {
			return modification.getProcessInstanceId() + ": " + String.join("; ",
					modification.getModificationOperations().stream().map(Interventions::describe).toList());
		}
		return builder.getClass().getSimpleName();
	}

	private static String describe(Object operation) {
		if (operation instanceof Command<?> command) {
			Asked step = new Asked(command, null, null);
			return step.name() + " " + Objects.requireNonNullElse(step.text("activityId"), "");
		}
		return operation.getClass().getSimpleName();
	}

	private static String cut(String text, int length) {
		return (text == null || text.length() <= length) ? text : text.substring(0, length);
	}

}
