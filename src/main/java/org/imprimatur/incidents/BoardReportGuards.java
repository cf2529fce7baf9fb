package org.imprimatur.incidents;

import java.time.Clock;
import java.util.function.Predicate;

import org.imprimatur.incidents.BoardReport.Ending;
import org.imprimatur.incidents.BoardReport.Step;
import org.imprimatur.incidents.BoardReport.Task;
import org.imprimatur.kernel.ModelName;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.meetings.Board;
import org.imprimatur.security.StepGuard;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * No report comes to a step or an ending that its record does not bear out, whatever
 * moved the case there: nobody is told, and no minute recorded, without a report; no
 * minute before the Board was told; no end without a minute.
 */
@Configuration(proxyBeanMethods = false)
@Policy("BOARD")
class BoardReportGuards {

	@Bean
	StepGuard tellMembersGuard(Incidents incidents) {
		return new Guard(Step.TELL_MEMBERS, (at) -> isWritten(incidents, at),
				"cannot be told to the members: nobody has written the report");
	}

	@Bean
	StepGuard acknowledgeBoardNoticeGuard(BoardRecord record) {
		return new Guard(Task.ACKNOWLEDGE_BOARD_NOTICE,
				(at) -> record.notices(at.caseId())
					.stream()
					.anyMatch((one) -> one.member().equals(at.remembered().apply(BoardReport.MEMBER.name()))),
				"has no notice for this member");
	}

	@Bean
	StepGuard recordBoardMinuteGuard(Incidents incidents, BoardRecord record, BoardPeople people, Clock clock) {
		return new Guard(Task.RECORD_BOARD_MINUTE,
				(at) -> isWritten(incidents, at) && isTold(record, people, clock, at),
				"has no minute yet: the Board is told first, by a written report, at its meeting or between meetings");
	}

	@Bean
	StepGuard boardInformedGuard(Incidents incidents) {
		return new Guard(Ending.BOARD_INFORMED,
				(at) -> incidents.last(at.caseId(), Task.RECORD_BOARD_MINUTE.id()).isPresent(),
				"may not end as reported: nobody has recorded the Board’s minute");
	}

	private static boolean isWritten(Incidents incidents, StepGuard.At at) {
		return incidents.last(at.caseId(), Task.PREPARE_BOARD_REPORT.id()).isPresent();
	}

	/** At a meeting whose time has come, or by notices; or there is nobody to notify. */
	private static boolean isTold(BoardRecord record, BoardPeople people, Clock clock, StepGuard.At at) {
		return record.target(at.caseId())
			.filter((one) -> one.heldAt() != null && !one.heldAt().isAfter(clock.instant()))
			.isPresent() || !record.notices(at.caseId()).isEmpty()
				|| people.members(at.reference(), Board.valueOf(at.remembered().apply(BoardReport.BOARD.name())))
					.isEmpty();
	}

	/** One step and what its record has to say. */
	private record Guard(ModelName guarded, Predicate<StepGuard.At> holds, String otherwise) implements StepGuard {

		@Override
		public String process() {
			return BoardReport.KEY;
		}

		@Override
		public String step() {
			return this.guarded.id();
		}

		@Override
		public void check(At at) {
			if (!this.holds.test(at)) {
				throw Refusal.conflict("The report of " + at.reference() + " " + this.otherwise + ". See /items/"
						+ at.reference() + ".");
			}
		}

	}

}
