package org.imprimatur.incidents;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.imprimatur.incidents.BoardReport.Ending;
import org.imprimatur.incidents.BoardReport.Task;
import org.imprimatur.kernel.ModelName;
import org.imprimatur.kernel.Promise;
import org.imprimatur.kernel.Promises;
import org.imprimatur.kernel.Variable;

import org.springframework.stereotype.Component;

import static org.imprimatur.kernel.Promise.answer;
import static org.imprimatur.kernel.Promise.before;
import static org.imprimatur.kernel.Promise.passing;

/** A Board is told in writing, and only the minute of its meeting ends the report. */
@Component
class BoardReportPromises implements Promises {

	private static final String AWAITED = "meeting-awaited";

	private static final String TELL = "tell-members";

	private static final String URGENCY = "board-urgency";

	@Override
	public String process() {
		return BoardReport.KEY;
	}

	@Override
	public List<Promise> promises() {
		return List.of(
				before("BOARD", AWAITED, TELL).needs(passing(Task.PREPARE_BOARD_REPORT.id()),
						answer("find-next-meeting", BoardReport.PAPER.name(), BoardReport.Paper.READY.name())),
				before("BOARD", AWAITED)
					.needs(answer(URGENCY, BoardReport.BOARD_ROUTE.name(), BoardRoute.NEXT_MEETING.name())),
				before("BOARD", Ending.BOARD_INFORMED.id()).needs(passing(Task.RECORD_BOARD_MINUTE.id())),
				before("BOARD", Task.RECORD_BOARD_MINUTE.id()).needs(passing("meeting-begun"), passing(TELL))
					.since("meeting-not-held"),
				before("BOARD", Task.ACKNOWLEDGE_BOARD_NOTICE.id()).needs(passing(TELL)),
				before("BOARD", "notices-acknowledged").needs(passing(Task.ACKNOWLEDGE_BOARD_NOTICE.id())));
	}

	@Override
	public List<? extends ModelName> endedByPeopleOnly() {
		return List.of(Task.PREPARE_BOARD_REPORT, Task.ACKNOWLEDGE_BOARD_NOTICE);
	}

	@Override
	public Map<String, Variable<?>> onceForEach() {
		return Map.of(Task.ACKNOWLEDGE_BOARD_NOTICE.id(), BoardReport.MEMBERS_TOLD);
	}

	@Override
	public List<Beside> beside() {
		return List
			.of(Beside.message("meeting-not-held", Task.RECORD_BOARD_MINUTE.id(), BoardReport.Message.MEETING_MOVED));
	}

	@Override
	public Map<String, Set<String>> leadsTo() {
		return Map.of(TELL, Set.of(Task.RECORD_BOARD_MINUTE.id(), Task.ACKNOWLEDGE_BOARD_NOTICE.id()));
	}

}
