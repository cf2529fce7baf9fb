package org.imprimatur.incidents;

import java.util.List;
import java.util.Optional;

import org.imprimatur.incidents.BoardReport.Task;
import org.imprimatur.kernel.Policy;
import org.imprimatur.meetings.Board;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.security.TaskFacts;
import org.imprimatur.security.TaskGuard;

import org.springframework.stereotype.Component;

/**
 * Who does the tasks of a report to a Board, whatever model the case runs on: its
 * secretary writes and records, each member acknowledges for themselves, and nobody whom
 * the incident is about does anything.
 */
@Component
@Policy({ "BOARD", "PERSONAL" })
class BoardReportEyes implements TaskGuard {

	private final BoardReports reports;

	private final BoardRecord record;

	private final BoardPeople board;

	private final Involved involved;

	private final People people;

	BoardReportEyes(BoardReports reports, BoardRecord record, BoardPeople board, Involved involved, People people) {
		this.reports = reports;
		this.record = record;
		this.board = board;
		this.involved = involved;
		this.people = people;
	}

	@Override
	public String process() {
		return BoardReport.KEY;
	}

	@Override
	public Optional<String> whyNot(TaskFacts task, Person person) {
		return this.involved.whyNot(task.reference(), task.task(), person).or(() -> notAsked(task, person));
	}

	private Optional<String> notAsked(TaskFacts task, Person person) {
		if (task.task().equals(Task.ACKNOWLEDGE_BOARD_NOTICE.id())) {
			boolean theirs = this.reports.memberOf(task.taskId()).filter(person.login()::equals).isPresent()
					&& this.record.noticesOf(task.reference())
						.stream()
						.anyMatch((one) -> one.member().equals(person.login()));
			return theirs ? Optional.empty()
					: Optional.of("Only the member whom this notice is for can acknowledge it.");
		}
		Optional<Board> told = this.reports.boardOf(task.taskId());
		if (told.isEmpty()) {
			return Optional.of("Nobody may do this task. Tell an administrator.");
		}
		String group = this.board.secretaries(task.reference(), told.get());
		return (person.isIn(group)
				|| this.involved.isAskedInstead(task.reference(), task.task(), List.of(group), person))
						? Optional.empty()
						: Optional.of("This task is for other people: " + this.people.nameOfGroup(group) + ".");
	}

}
