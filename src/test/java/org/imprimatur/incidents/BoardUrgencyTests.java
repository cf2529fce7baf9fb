package org.imprimatur.incidents;

import org.camunda.bpm.engine.task.Task;
import org.imprimatur.kernel.Policy;
import org.imprimatur.meetings.Board;
import org.imprimatur.meetings.Meeting;
import org.imprimatur.tasks.Happening;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@Policy("BOARD")
@DisplayName("Meetings move, and what is urgent does not wait for them")
class BoardUrgencyTests extends BoardsAtWork {

	@Test
	@DisplayName("a meeting cancelled twice: the report goes to the next one, then to the members by itself")
	void cancelledTwice() {
		Meeting first = meeting(Board.TRUST, "2026-12-03T10:00");
		Meeting second = meeting(Board.TRUST, "2026-12-08T10:00");
		Meeting third = meeting(Board.TRUST, "2027-01-12T10:00");
		String report = report(Board.TRUST, Severity.S2);
		handsIn("trust-secretary", report, BoardRoute.NEXT_MEETING);
		cancelled(first);
		assertThat(waitsForItsMeeting(report)).isTrue();
		assertThat(this.boardReports.at(report).meetingAt()).isEqualTo(second.heldAt());
		cancelled(second);
		assertThat(told(report)).containsExactly("chair", "trustee1", "trustee2");
		assertThat(this.boardReports.at(report).cause()).isEqualTo(UrgencyCause.MEETING_FAR);
		assertThat(this.boards.targets(report)).extracting(BoardTarget::meeting)
			.containsExactly(first.id(), second.id(), third.id());
		assertThat(this.record.happened(REFERENCE)).extracting(Happening::title)
			.containsSubsequence("Next meeting of the Trust Board: 3 December 2026, 10am",
					"Next meeting of the Trust Board: 8 December 2026, 10am",
					"Next meeting of the Trust Board: 12 January 2027, 10am", "Trust Board told between meetings");
		assertThat(open(report, BoardReport.Task.RECORD_BOARD_MINUTE)).isNotNull();
	}

	@Test
	@DisplayName("a meeting of the other Board, or a later one, changes nothing; a nearer one takes the report")
	void nearerMeeting() {
		Meeting first = meeting(Board.TRUST, "2026-12-03T10:00");
		String report = report(Board.TRUST, Severity.S2);
		handsIn("trust-secretary", report, BoardRoute.NEXT_MEETING);
		cancelled(meeting(Board.SECTION, "2026-12-02T10:00"));
		meeting(Board.TRUST, "2026-12-08T10:00");
		assertThat(this.boards.targets(report)).hasSize(1);
		Meeting nearer = meeting(Board.TRUST, "2026-12-01T10:00");
		assertThat(this.boards.target(report)).map(BoardTarget::meeting).hasValue(nearer.id());
		moved(nearer, "2026-12-02T10:00", "2026-11-26T10:00");
		assertThat(this.boards.target(report)).map(BoardTarget::heldAt).hasValue(at("2026-12-02T10:00"));
		cancelled(nearer);
		assertThat(this.boards.target(report)).map(BoardTarget::meeting).hasValue(first.id());
	}

	@Test
	@DisplayName("a meeting whose papers have closed is too early for a report that is still to be written")
	void papersHaveClosed() {
		meeting(Board.TRUST, "2026-12-03T10:00");
		itIs("2026-11-29T10:00");
		String report = report(Board.TRUST, Severity.S2);
		assertThat(this.boardReports.at(report).cause()).isEqualTo(UrgencyCause.NO_MEETING);
		Task paper = open(report, BoardReport.Task.PREPARE_BOARD_REPORT);
		isDue(paper, "2026-12-01T09:00");
		isAskedFor("trust-secretary", paper, "route", "no meeting to wait for", "route", "NEXT_MEETING", "paper", "x",
				"reason", "The Chair agreed.");
	}

	@Test
	@DisplayName("while the report is being written its time follows its meeting, and urgency")
	void whileBeingWritten() {
		Meeting first = meeting(Board.TRUST, "2026-12-03T10:00");
		String report = report(Board.TRUST, Severity.S2);
		moved(first, "2026-12-07T10:00", "2026-12-02T12:00");
		isDue(open(report, BoardReport.Task.PREPARE_BOARD_REPORT), "2026-12-02T12:00");
		cancelled(first);
		isDue(open(report, BoardReport.Task.PREPARE_BOARD_REPORT), "2026-11-25T10:00");
		meeting(Board.TRUST, "2026-12-01T10:00");
		isDue(open(report, BoardReport.Task.PREPARE_BOARD_REPORT), "2026-11-26T10:00");
		assertThat(this.boardReports.at(report).urgent()).isFalse();
		assessed(Severity.S1);
		isDue(open(report, BoardReport.Task.PREPARE_BOARD_REPORT), "2026-11-25T10:00");
		assertThat(this.boardReports.at(report).cause()).isEqualTo(UrgencyCause.SEVERITY);
	}

	@Test
	@DisplayName("a report that waits is told to the members at once when it becomes urgent; a lower risk ends nothing")
	void madeUrgentWhileWaiting() {
		meeting(Board.TRUST, "2026-12-03T10:00");
		String report = report(Board.TRUST, Severity.S3);
		handsIn("trust-secretary", report, BoardRoute.NEXT_MEETING);
		assessed(null);
		assessed(Severity.S4);
		assertThat(waitsForItsMeeting(report)).isFalse();
		assertThat(told(report)).isNotEmpty();
	}

	@Test
	@DisplayName("an urgent report waits only with a reason and the consent of the Chief Executive or the Chair")
	void lowered() {
		meeting(Board.TRUST, "2026-12-03T10:00");
		String report = report(Board.TRUST, Severity.S1, "ceo");
		Task paper = open(report, BoardReport.Task.PREPARE_BOARD_REPORT);
		String[] fields = { "route", "NEXT_MEETING", "paper", "x" };
		isAskedFor("trust-secretary", paper, "reason", "why it can wait", fields);
		isAskedFor("trust-secretary", paper, "agreedBy", "who agreed", "route", "NEXT_MEETING", "paper", "x", "reason",
				"It can wait, I think.");
		isAskedFor("trust-secretary", paper, "agreedBy", "Choose the Chief Executive", "route", "NEXT_MEETING", "paper",
				"x", "reason", "It can wait.", "agreedBy", "trust-secretary");
		// the Chief Executive is concerned, so cannot agree
		isAskedFor("trust-secretary", paper, "agreedBy", "who agreed", "route", "NEXT_MEETING", "paper", "x", "reason",
				"The Chief Executive agreed.");
		handsIn("trust-secretary", report, BoardRoute.NEXT_MEETING, "reason", "Nobody is in danger any more.",
				"agreedBy", "chair");
		assertThat(waitsForItsMeeting(report)).isTrue();
		assertThat(this.incidents.last(report, "prepare-board-report").orElseThrow().value("agreedBy"))
			.contains("Winifred Blakely", "Chair");
		assessed(Severity.S1);
		assertThat(waitsForItsMeeting(report)).isTrue();
		legalClockRuns();
		assertThat(told(report)).containsExactly("chair", "trustee1", "trustee2");
	}

	@Test
	@DisplayName("what was agreed to wait follows its meeting while that is near, and not further")
	void agreedUntilTheNextMeeting() {
		Meeting first = meeting(Board.TRUST, "2026-12-03T10:00");
		String report = report(Board.TRUST, Severity.S1);
		handsIn("trust-secretary", report, BoardRoute.NEXT_MEETING, "reason", "Agreed with Rosalind Achebe.");
		moved(first, "2026-12-04T10:00", "2026-11-28T10:00");
		assertThat(waitsForItsMeeting(report)).isTrue();
		moved(first, "2026-12-20T10:00", "2026-12-15T10:00");
		assertThat(told(report)).isNotEmpty();
	}

}
