package org.imprimatur.incidents;

import java.util.List;

import org.camunda.bpm.engine.task.Task;
import org.imprimatur.incidents.IncidentEscalations.OpenTask;
import org.imprimatur.kernel.ModelName;
import org.imprimatur.kernel.Policy;
import org.imprimatur.meetings.Board;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@Policy({ "BOARD", "CEO", "TRUSTEES" })
@DisplayName("From the report of an incident to its Boards")
class BoardStoryTests extends BoardsAtWork {

	@Autowired
	Clocks clocks;

	@Test
	@DisplayName("each Board by its own secretary and its own clock, and both at once when it gets worse")
	void bothBoards() {
		meeting(Board.TRUST, "2026-12-03T10:00");
		meeting(Board.SECTION, "2026-12-02T10:00");
		String reference = significantForBoth();
		assertThat(paper(reference, "trust-board-secretary").due()).isEqualTo(at("2026-11-28T10:00"));
		assertThat(paper(reference, "section-board-secretary").due()).isEqualTo(at("2026-11-27T10:00"));
		assertThat(clock(reference)).contains("; it is due on a fixed date");
		assertThat(this.clocks.runningOf(reference)).extracting(Clocks.Running::name)
			.contains("Prepare the Board report, " + Board.TRUST.label(),
					"Prepare the Board report, " + Board.SECTION.label());
		handsIn("trust-secretary", paper(reference, "trust-board-secretary").caseId(), BoardRoute.NEXT_MEETING);
		String waiting = report(reference, Board.TRUST);
		assertThat(waitsForItsMeeting(waiting)).isTrue();
		does("dem", reference, IncidentDeed.REASSESS, "risk", "SIGNIFICANT", "riskReason", "Lives are at stake.",
				"severity", "S1", "entities", "TRUST|SECTION", "personalDataBreach", "NO", "response", "LATER");
		assertThat(told(waiting)).containsExactly("chair", "trustee1", "trustee2");
		assertThat(paper(reference, "section-board-secretary").due()).isEqualTo(at("2026-11-25T10:00"));
	}

	@Test
	@DisplayName("the next meeting seven weeks away and no answer of the Chief Executive: nobody waits for another")
	void sevenWeeksAwayAndNoAnswer() {
		meeting(Board.TRUST, "2027-01-12T10:00");
		meeting(Board.SECTION, "2027-01-13T10:00");
		String reference = significantForBoth();
		assertThat(clock(reference)).contains(" + 1 working day = 25 November 2026, 10am GMT");
		fires(reference, "note-overdue");
		handsIn("trust-secretary", paper(reference, "trust-board-secretary").caseId(), BoardRoute.BETWEEN_MEETINGS);
		List<OpenTask> open = this.engine.open(reference);
		assertThat(open).extracting(OpenTask::task)
			.contains("assess-relevance", "acknowledge-board-notice", "record-board-minute", "prepare-board-report");
		assertThat(open(reference, IncidentEscalation.Task.ACKNOWLEDGE_INCIDENT)).extracting(OpenTask::assignee)
			.containsExactlyInAnyOrder("ceo", "deputy");
		assertThat(told(report(reference, Board.TRUST))).containsExactly("chair", "trustee1", "trustee2");
		Task minute = open(report(reference, Board.TRUST), BoardReport.Task.RECORD_BOARD_MINUTE);
		does("trust-secretary", minute, "reportedAt", "2026-11-24T12:00", "minuteReference", "TB 11/1");
		assertThat(this.engine.open(reference)).extracting(OpenTask::task)
			.contains("assess-relevance", "acknowledge-incident", "prepare-board-report")
			.doesNotContain("record-board-minute", "acknowledge-board-notice");
	}

	/** How the clock of a report is counted. */
	private String clock(String reference) {
		return this.clocks.runningOf(reference)
			.stream()
			.filter((one) -> one.name().startsWith("Prepare the Board report"))
			.findFirst()
			.orElseThrow()
			.arithmetic();
	}

	private String significantForBoth() {
		String reference = reports("author", "what", "Threats under a post.", "personalData", "NO", "immediateDanger",
				"NO");
		assesses(reference, "SIGNIFICANT", "entities", "TRUST|SECTION");
		return reference;
	}

	private OpenTask paper(String reference, String group) {
		return open(reference, (ModelName) BoardReport.Task.PREPARE_BOARD_REPORT).stream()
			.filter((task) -> task.groups().contains(group))
			.findFirst()
			.orElseThrow();
	}

	private String report(String reference, Board board) {
		return this.boardReports.of(reference)
			.stream()
			.filter((one) -> one.board() == board)
			.findFirst()
			.orElseThrow()
			.caseId();
	}

}
