package org.imprimatur.deadlines.steps;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.imprimatur.deadlines.PeopleReminded;
import org.imprimatur.deadlines.Reminder;
import org.imprimatur.deadlines.Reminders;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Reminds the people who owe a task, as its timeout listener {@code ${remindPeople}}:
 * keeps that they were reminded, and puts the task first in their lists by priority 80. A
 * task is reminded of once; a second listener or a timer that fires again changes
 * nothing.
 */
@Component("remindPeople")
class RemindPeople implements TaskListener {

	private static final int FIRST_IN_LISTS = 80;

	private static final int LONGEST = 4000;

	private final Reminders reminders;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	RemindPeople(Reminders reminders, Clock clock, ApplicationEventPublisher events) {
		this.reminders = reminders;
		this.events = events;
		this.clock = clock;
	}

	@Override
	public void notify(DelegateTask task) {
		Reminder reminder = new Reminder(reference(task), task.getId(), task.getTaskDefinitionKey(),
				(task.getDueDate() != null) ? Instant.ofEpochMilli(task.getDueDate().getTime()) : null,
				this.clock.instant(), people(task));
		boolean first = this.reminders.add(reminder);
		if (first) {
			this.events.publishEvent(new PeopleReminded(reminder));
		}
		if (first && task.getPriority() < FIRST_IN_LISTS) {
			task.setPriority(FIRST_IN_LISTS);
		}
	}

	private static String reference(DelegateTask task) {
		String reference = task.getExecution().getProcessBusinessKey();
		return (reference != null) ? reference : task.getProcessInstanceId();
	}

	private static String people(DelegateTask task) {
		if (task.getAssignee() != null) {
			return task.getAssignee();
		}
		String offered = task.getCandidates()
			.stream()
			.flatMap((link) -> Stream.of(link.getGroupId(), link.getUserId()))
			.filter(Objects::nonNull)
			.distinct()
			.sorted()
			.collect(Collectors.joining(", "));
		return (offered.length() <= LONGEST) ? offered : offered.substring(0, LONGEST);
	}

}
