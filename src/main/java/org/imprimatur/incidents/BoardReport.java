package org.imprimatur.incidents;

import java.util.Date;
import java.util.List;

import org.imprimatur.kernel.ModelName;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.ProcessFace;
import org.imprimatur.kernel.Variable;
import org.imprimatur.meetings.Board;

import org.springframework.stereotype.Component;

/** How one Board hears of one incident, up to the reference of its minute. */
@Component
@Policy("BOARD")
public final class BoardReport extends ProcessFace {

	/** What people are asked to do. */
	public enum Task implements ModelName {

		PREPARE_BOARD_REPORT("prepare-board-report"), ACKNOWLEDGE_BOARD_NOTICE("acknowledge-board-notice"),
		RECORD_BOARD_MINUTE("record-board-minute");

		private final String id;

		Task(String id) {
			this.id = id;
		}

		@Override
		public String id() {
			return this.id;
		}

	}

	/** What happens by itself. */
	public enum Step implements ModelName {

		FIND_NEXT_MEETING("find-next-meeting"), TELL_MEMBERS("tell-members");

		private final String id;

		Step(String id) {
			this.id = id;
		}

		@Override
		public String id() {
			return this.id;
		}

	}

	/** Where paths end; the case itself ends as informed. */
	public enum Ending implements ModelName {

		BOARD_INFORMED("board-informed"), NOTICES_ACKNOWLEDGED("notices-acknowledged");

		private final String id;

		Ending(String id) {
			this.id = id;
		}

		@Override
		public String id() {
			return this.id;
		}

	}

	/** The table it asks. */
	public enum Decision implements ModelName {

		URGENCY("urgency");

		private final String id;

		Decision(String id) {
			this.id = id;
		}

		@Override
		public String id() {
			return this.id;
		}

	}

	/** What it waits to hear. */
	public enum Message implements ModelName {

		MEETING_MOVED("meeting-moved"), MADE_URGENT("made-urgent");

		private final String id;

		Message(String id) {
			this.id = id;
		}

		@Override
		public String id() {
			return this.id;
		}

	}

	/** Whether the report has been written. */
	public enum Paper {

		MISSING, READY

	}

	/** Whether the register knows a meeting that can take the report. */
	public enum NextMeeting {

		PLANNED, NONE

	}

	/** Whether somebody with the right agreed that an urgent report waits. */
	public enum WaitAgreed {

		YES, NO

	}

	public static final Variable<Board> BOARD = Variable.of("board", Board.class, "the Board that is told");

	public static final Variable<String> REFERENCE = Variable.of("reference", String.class, "the incident");

	public static final Variable<String> SECRETARIES = Variable.of("secretaries", String.class,
			"group of the secretary who is asked");

	public static final Variable<String> SEVERITY = Variable.of("severity", String.class,
			"S1 to S4, as it was judged last");

	public static final Variable<String> BREACH_CLOCK = Variable.of("breachClock", String.class,
			"RUNNING while the legal clock for a data breach runs, else NONE");

	public static final Variable<NextMeeting> MEETING = Variable.of("meeting", NextMeeting.class,
			"whether there is a next meeting");

	public static final Variable<Integer> DAYS_TO_MEETING = Variable.of("daysToMeeting", Integer.class,
			"calendar days in London to the next meeting; 0 where there is none");

	public static final Variable<Date> MEETING_AT = Variable.of("meetingAt", Date.class, "when that meeting begins");

	public static final Variable<Date> PAPERS_DUE = Variable.of("papersDue", Date.class,
			"when the papers of that meeting close");

	public static final Variable<Paper> PAPER = Variable.of("paper", Paper.class, "whether the report is written");

	public static final Variable<WaitAgreed> WAIT_AGREED = Variable.of("waitAgreed", WaitAgreed.class,
			"whether the Chief Executive or the Chair agreed that an urgent report waits");

	public static final Variable<String> URGENCY = Variable.of("urgency", String.class,
			"NORMAL or URGENT, answer of the decision urgency");

	public static final Variable<UrgencyCause> URGENCY_CAUSE = Variable.of("urgencyCause", UrgencyCause.class,
			"why, answer of the decision urgency");

	public static final Variable<BoardRoute> BOARD_ROUTE = Variable.of("boardRoute", BoardRoute.class,
			"how the Board is told: as the table suggests, then as the secretary decided");

	/** Kept for the moment only, since each notice has the member of its own. */
	public static final Variable<Object> MEMBERS_TOLD = Variable.of("membersTold", Object.class,
			"logins of the members who are told now");

	public static final Variable<String> MEMBER = Variable.of("member", String.class,
			"login of the member whom one notice is for");

	public static final Variable<BoardRoute> PREPARE_BOARD_REPORT = Variable.outcome(Task.PREPARE_BOARD_REPORT,
			BoardRoute.class);

	public static final Variable<Acknowledgement> ACKNOWLEDGE_BOARD_NOTICE = Variable
		.outcome(Task.ACKNOWLEDGE_BOARD_NOTICE, Acknowledgement.class);

	public static final Variable<BoardMinuted> RECORD_BOARD_MINUTE = Variable.outcome(Task.RECORD_BOARD_MINUTE,
			BoardMinuted.class);

	public static final String KEY = "board-report";

	public BoardReport() {
		super(KEY);
	}

	@Override
	public String feature() {
		return "incidents";
	}

	@Override
	public List<Task> tasks() {
		return List.of(Task.values());
	}

	@Override
	public List<Step> steps() {
		return List.of(Step.values());
	}

	@Override
	public List<Ending> endings() {
		return List.of(Ending.values());
	}

	@Override
	public List<Decision> decisions() {
		return List.of(Decision.values());
	}

	@Override
	public List<Message> messages() {
		return List.of(Message.values());
	}

	@Override
	public List<Variable<?>> variables() {
		return List.of(BOARD, REFERENCE, SECRETARIES, SEVERITY, BREACH_CLOCK, MEETING, DAYS_TO_MEETING, MEETING_AT,
				PAPERS_DUE, PAPER, WAIT_AGREED, URGENCY, URGENCY_CAUSE, BOARD_ROUTE, MEMBERS_TOLD, MEMBER,
				PREPARE_BOARD_REPORT, ACKNOWLEDGE_BOARD_NOTICE, RECORD_BOARD_MINUTE);
	}

}
