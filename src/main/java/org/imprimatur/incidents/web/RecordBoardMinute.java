package org.imprimatur.incidents.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.imprimatur.incidents.BoardMinuted;
import org.imprimatur.incidents.BoardNotice;
import org.imprimatur.incidents.BoardRecord;
import org.imprimatur.incidents.BoardReport;
import org.imprimatur.incidents.BoardReport.Task;
import org.imprimatur.incidents.BoardReports;
import org.imprimatur.incidents.BoardReports.Report;
import org.imprimatur.incidents.BoardRoute;
import org.imprimatur.incidents.IncidentAct;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Outcome;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Asked;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.TaskAtHand;

import org.springframework.stereotype.Component;

/** The secretary of a Board records when it was told, and in which minute it stands. */
@Component("recordBoardMinuteForm")
@Policy("BOARD")
class RecordBoardMinute extends IncidentForm {

	private static final int LONGEST_REFERENCE = 200;

	private final BoardReports reports;

	private final BoardRecord board;

	RecordBoardMinute(Shared shared, BoardReports reports, BoardRecord board) {
		super(BoardReport.KEY, Task.RECORD_BOARD_MINUTE, shared);
		this.reports = reports;
		this.board = board;
	}

	@Override
	public Set<String> fields() {
		return Set.of("reportedAt", "minuteReference");
	}

	@Override
	public List<? extends Outcome> outcomes() {
		return List.of(BoardMinuted.values());
	}

	@Override
	public Fields initial(TaskAtHand task, Person person) {
		return Fields.none().with("reportedAt", LondonTime.input(earliest(task)));
	}

	@Override
	public Map<String, Object> page(TaskAtHand task, Fields fields, Person person) {
		Map<String, Object> page = super.page(task, fields, person);
		Report report = this.reports.at(task.caseId());
		page.put("told",
				(isAtMeeting(report) ? "It was to be reported at the meeting of the " + report.board().label() + " on "
						: "The members of the " + report.board().label() + " were told on ")
						+ LondonTime.dateTime(earliest(task)) + ".");
		page.put("atMeeting", isAtMeeting(report));
		page.put("paper", written(task).value("paper"));
		return page;
	}

	@Override
	public Map<String, Object> complete(TaskAtHand task, Fields fields, Asked asked, Person person) {
		FieldCheck check = new FieldCheck(fields);
		Instant reportedAt = writing().past("reportedAt", fields, check, "when the Board was told");
		Instant earliest = earliest(task);
		if (reportedAt == null && !check.hasProblem("reportedAt")) {
			check.problem("reportedAt", "Enter when the Board was told.");
		}
		// people type whole minutes
		if (reportedAt != null && reportedAt.plusSeconds(60).isBefore(earliest)) {
			check.problem("reportedAt",
					"Enter a time from " + LondonTime.dateTime(earliest) + " on: the Board was not told before that.");
		}
		String reference = check.required("minuteReference", LONGEST_REFERENCE, "the reference",
				"Enter the reference of the Board’s minute.");
		check.done();
		writing().record(task, BoardMinuted.RECORDED, null,
				kept("reportedAt", LondonTime.iso(reportedAt), "minuteReference", reference), asked, person);
		return BoardReport.RECORD_BOARD_MINUTE.is(BoardMinuted.RECORDED);
	}

	private boolean isAtMeeting(Report report) {
		return report.route() == BoardRoute.NEXT_MEETING && report.meetingAt() != null;
	}

	/** The meeting, or the first notice; nobody was told before. */
	private Instant earliest(TaskAtHand task) {
		Report report = this.reports.at(task.caseId());
		return isAtMeeting(report) ? report.meetingAt()
				: this.board.notices(task.caseId())
					.stream()
					.map(BoardNotice::toldAt)
					.min(Instant::compareTo)
					.orElseGet(() -> written(task).doneAt());
	}

	private IncidentAct written(TaskAtHand task) {
		return incidents().last(task.caseId(), Task.PREPARE_BOARD_REPORT.id()).orElseThrow();
	}

}
