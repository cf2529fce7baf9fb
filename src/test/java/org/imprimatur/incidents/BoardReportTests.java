package org.imprimatur.incidents;

import org.camunda.bpm.engine.task.Task;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.meetings.Board;
import org.imprimatur.meetings.Meeting;
import org.imprimatur.security.Door;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Policy("BOARD")
@DisplayName("A Board is told")
class BoardReportTests extends BoardsAtWork {

	@Test
	@DisplayName("at its next meeting: the report by the papers deadline, the minute not before the meeting")
	void atTheNextMeeting() {
		meeting(Board.TRUST, "2026-12-03T10:00");
		meeting(Board.SECTION, "2026-11-30T10:00");
		String report = report(Board.TRUST, Severity.S2);
		Task paper = open(report, BoardReport.Task.PREPARE_BOARD_REPORT);
		isDue(paper, "2026-11-28T10:00");
		assertThat(askedOf(paper)).containsExactly("trust-board-secretary");
		isAskedFor("trust-secretary", paper, "paper", "Write the report", "route", "NEXT_MEETING");
		isAskedFor("trust-secretary", paper, "route", "Choose how", "paper", "x");
		handsIn("trust-secretary", report, BoardRoute.NEXT_MEETING);
		assertThat(waitsForItsMeeting(report)).isTrue();
		assertThat(told(report)).isEmpty();
		begins(report);
		Task minute = open(report, BoardReport.Task.RECORD_BOARD_MINUTE);
		isDue(minute, "2026-12-10T10:00");
		itIs("2026-12-04T09:00");
		isAskedFor("trust-secretary", minute, "reportedAt", "3 December 2026, 10am on", "reportedAt",
				"2026-12-03T09:30", "minuteReference", "TB 12/4");
		isAskedFor("trust-secretary", minute, "reportedAt", "has not come yet", "reportedAt", "2026-12-04T09:30",
				"minuteReference", "TB 12/4");
		isAskedFor("trust-secretary", minute, "minuteReference", "Enter the reference", "reportedAt",
				"2026-12-03T10:40");
		does("trust-secretary", minute, "reportedAt", "2026-12-03T10:40", "minuteReference", "TB 12/4");
		assertThat(hasEnded(report)).isTrue();
		assertThat(this.incidents.last(report, "record-board-minute").orElseThrow().value("minuteReference"))
			.isEqualTo("TB 12/4");
		assertThat(this.incidents.last(report, "prepare-board-report").orElseThrow().value("paper"))
			.isEqualTo("An address was posted. 🏠\n<b>All</b> of it.");
	}

	@Test
	@DisplayName("between meetings where the next is seven weeks away; each member acknowledges, and nobody holds it up")
	void sevenWeeksAway() {
		meeting(Board.TRUST, "2027-01-12T10:00");
		String report = report(Board.TRUST, Severity.S3);
		isDue(open(report, BoardReport.Task.PREPARE_BOARD_REPORT), "2026-11-25T10:00");
		handsIn("trust-secretary", report, BoardRoute.BETWEEN_MEETINGS);
		assertThat(told(report)).containsExactly("chair", "trustee1", "trustee2");
		assertThat(open(report)).extracting(Task::getTaskDefinitionKey)
			.containsExactlyInAnyOrder("acknowledge-board-notice", "acknowledge-board-notice",
					"acknowledge-board-notice", "record-board-minute");
		Task notice = notice(report, "trustee1");
		isDue(notice, "2026-11-25T10:00");
		isAskedFor("trustee1", notice, "acknowledged", "Tick the box");
		for (String other : new String[] { "trustee2", "chair", "trust-secretary", "ceo", "manager" }) {
			isRefused(other, notice, (other.equals("manager")) ? Refusal.Kind.NOT_FOUND : Refusal.Kind.FORBIDDEN,
					"acknowledged", "YES");
		}
		does("trustee1", notice, "acknowledged", "YES");
		Task minute = open(report, BoardReport.Task.RECORD_BOARD_MINUTE);
		isAskedFor("trust-secretary", minute, "reportedAt", "was not told before", "reportedAt", "2026-11-23T10:00",
				"minuteReference", "TB");
		does("trust-secretary", minute, "reportedAt", "2026-11-24T10:00", "minuteReference", "TB 11/by letter");
		assertThat(hasEnded(report)).isTrue();
		assertThat(open(report)).isEmpty();
	}

	@Test
	@DisplayName("where it was over within the hour as well")
	void overWithinTheHour() {
		meeting(Board.SECTION, "2026-12-03T10:00");
		String report = report(Board.SECTION, Severity.S4);
		itIs("2026-11-24T10:50");
		assessed(null);
		handsIn("section-secretary", report, BoardRoute.BETWEEN_MEETINGS);
		assertThat(told(report)).containsExactly("section-board1", "section-board2");
		does("section-secretary", open(report, BoardReport.Task.RECORD_BOARD_MINUTE), "reportedAt", "2026-11-24T10:50",
				"minuteReference", "SB 7");
		assertThat(hasEnded(report)).isTrue();
	}

	@Test
	@DisplayName("by its own secretary alone, at every door, and never by somebody it is about")
	void wrongPeople() {
		meeting(Board.TRUST, "2026-12-03T10:00");
		String report = report(Board.TRUST, Severity.S2, "trustee2", "hoc");
		Task paper = open(report, BoardReport.Task.PREPARE_BOARD_REPORT);
		String[] fields = { "route", "BETWEEN_MEETINGS", "paper", "x" };
		for (String other : new String[] { "section-secretary", "chair", "ceo", "sct", "dpo", "admin" }) {
			isRefused(other, paper, Refusal.Kind.FORBIDDEN, fields);
			assertThatThrownBy(() -> as(other, () -> {
				this.tasks.claim(paper.getId(), other);
				return null;
			})).as(other).isInstanceOf(RuntimeException.class);
		}
		for (String other : new String[] { "trustee2", "hoc", "author", "manager", "section-board1" }) {
			isRefused(other, paper, Refusal.Kind.NOT_FOUND, fields);
		}
		for (String any : new String[] { "trust-secretary", "admin" }) {
			assertThatThrownBy(() -> as(any, () -> {
				this.tasks.complete(paper.getId());
				return null;
			})).isInstanceOf(Refusal.class);
		}
		does("trust-secretary", paper, fields);
		assertThat(told(report)).containsExactly("chair", "trustee1");
		assertThat(open(report)).extracting(Task::getAssignee).doesNotContain("trustee2");
		isRefused("trustee2", notice(report, "chair"), Refusal.Kind.NOT_FOUND, "acknowledged", "YES");
	}

	@Test
	@DisplayName("by somebody else where its secretary is concerned")
	void secretaryIsConcerned() {
		meeting(Board.TRUST, "2026-12-03T10:00");
		String report = report(Board.TRUST, Severity.S2);
		assertThat(askedOf(open(report, BoardReport.Task.PREPARE_BOARD_REPORT)))
			.containsExactly("trust-board-secretary");
		facts("trust-secretary");
		assessed(Severity.S2);
		Task paper = open(report, BoardReport.Task.PREPARE_BOARD_REPORT);
		assertThat(askedOf(paper)).containsExactly("section-board-secretary");
		isRefused("trust-secretary", paper, Refusal.Kind.NOT_FOUND, "route", "NEXT_MEETING", "paper", "x");
		facts("trust-secretary", "section-secretary");
		assessed(Severity.S2);
		assertThat(askedOf(paper)).containsExactly("trustees-chair");
		handsIn("chair", report, BoardRoute.NEXT_MEETING);
		assertThat(waitsForItsMeeting(report)).isTrue();
	}

	@Test
	@DisplayName("but for a member whom it turns out to be about: the unread notice is taken back, the others keep theirs")
	void memberIsConcerned() {
		meeting(Board.TRUST, "2027-01-12T10:00");
		String report = report(Board.TRUST, Severity.S3);
		handsIn("trust-secretary", report, BoardRoute.BETWEEN_MEETINGS);
		Task notice = notice(report, "trustee2");
		facts("trustee2");
		assessed(Severity.S3);
		assertThat(open(report)).extracting(Task::getTaskDefinitionKey)
			.containsExactlyInAnyOrder("acknowledge-board-notice", "acknowledge-board-notice", "record-board-minute");
		isRefused("trustee2", notice, Refusal.Kind.NOT_FOUND, "acknowledged", "YES");
		assertThat(told(report)).as("who was told stays on record").contains("trustee2");
		does("trustee1", notice(report, "trustee1"), "acknowledged", "YES");
		facts("trustee2", "chair");
		assessed(Severity.S3);
		assertThat(open(report)).extracting(Task::getTaskDefinitionKey).containsExactly("record-board-minute");
		does("trust-secretary", open(report, BoardReport.Task.RECORD_BOARD_MINUTE), "reportedAt", "2026-11-24T10:00",
				"minuteReference", "TB 8");
		assertThat(hasEnded(report)).isTrue();
	}

	@Test
	@DisplayName("before there is a minute, and with a report: nobody can skip that")
	void nothingIsSkipped() {
		meeting(Board.TRUST, "2026-12-03T10:00");
		String report = report(Board.TRUST, Severity.S2);
		for (String step : new String[] { "record-board-minute", "tell-members", "board-informed" }) {
			// a case of its own: the test's transaction keeps what a refusal would take
			// back
			String tried = report(Board.TRUST, Severity.S2);
			assertThatThrownBy(() -> Door.through(
					() -> this.runtime.createProcessInstanceModification(tried).startBeforeActivity(step).execute()))
				.as(step)
				.isInstanceOf(Refusal.class)
				.hasMessageContaining(REFERENCE);
		}
		handsIn("trust-secretary", report, BoardRoute.NEXT_MEETING);
		assertThatThrownBy(() -> Door.through(() -> this.runtime.createProcessInstanceModification(report)
			.startBeforeActivity("record-board-minute")
			.execute())).isInstanceOf(Refusal.class).hasMessageContaining("no minute yet");
	}

	@Test
	@DisplayName("of a meeting that was not held after all: at the next one")
	void notHeldAfterAll() {
		Meeting first = meeting(Board.TRUST, "2026-12-03T10:00");
		meeting(Board.TRUST, "2026-12-10T10:00");
		String report = report(Board.TRUST, Severity.S2);
		handsIn("trust-secretary", report, BoardRoute.NEXT_MEETING);
		begins(report);
		assertThat(open(report)).hasSize(1);
		cancelled(first);
		assertThat(waitsForItsMeeting(report)).isTrue();
		assertThat(this.boards.target(report).orElseThrow().heldAt()).isEqualTo(at("2026-12-10T10:00"));
	}

	Task notice(String report, String member) {
		return open(report).stream().filter((task) -> member.equals(task.getAssignee())).findFirst().orElseThrow();
	}

}
