package org.imprimatur.incidents;

import java.util.List;

import org.camunda.bpm.engine.RepositoryService;
import org.imprimatur.EveryElement;
import org.imprimatur.kernel.Policy;
import org.imprimatur.meetings.Board;
import org.imprimatur.meetings.Meeting;
import org.imprimatur.models.sandbox.SameRoute;
import org.imprimatur.models.sandbox.Trials;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

@Tag("one-database")
@Policy("BOARD")
@DisplayName("Nothing is drawn that no report to a Board can come to")
class EveryElementOfBoardReportsTests extends BoardsAtWork {

	@Autowired
	RepositoryService repository;

	@Autowired
	Trials trials;

	@Test
	@DisplayName("every element is entered and every flow taken")
	void everyElement() {
		Meeting meeting = meeting(Board.TRUST, "2026-12-03T10:00");
		String held = written();
		String notHeld = written();
		moved(meeting, "2026-12-05T10:00", "2026-11-30T10:00");
		begins(held);
		begins(notHeld);
		minuted(held, "2026-12-05T10:00");
		cancelled(meeting);
		for (String member : told(notHeld)) {
			does(member, open(notHeld).stream().filter((task) -> member.equals(task.getAssignee())).findFirst().get(),
					"acknowledged", "YES");
		}
		minuted(notHeld, "2026-12-05T10:00");
		meeting(Board.TRUST, "2026-12-15T10:00");
		String urgent = written();
		legalClockRuns();
		minuted(urgent, "2026-12-05T10:00");
		List<String> cases = List.of(held, notHeld, urgent);
		new EveryElement(this.history, this.repository, this.trail).isReachedBy(cases);
		new SameRoute(this.trials, this.history, this.repository, this.trail).isTakenBy(cases);
	}

	/** A report that waits for the next meeting. */
	private String written() {
		String report = report(Board.TRUST, Severity.S2);
		handsIn("trust-secretary", report, BoardRoute.NEXT_MEETING);
		return report;
	}

	private void minuted(String report, String at) {
		does("trust-secretary", open(report, BoardReport.Task.RECORD_BOARD_MINUTE), "reportedAt", at, "minuteReference",
				"TB 12");
	}

}
