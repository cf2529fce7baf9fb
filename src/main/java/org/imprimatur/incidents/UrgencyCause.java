package org.imprimatur.incidents;

/** Why a report to a Board is urgent or can wait, as the table of its urgency answers. */
public enum UrgencyCause {

	WAIT_AGREED("The Chief Executive or the Chair agreed that it waits for the next meeting."),
	SEVERITY("The severity is S1."), LEGAL_CLOCK("The legal clock for a data breach runs."),
	NO_MEETING("No meeting is planned that can take it."),
	MEETING_FAR("The next meeting that can take it is too far away."),
	CAN_WAIT("The next meeting is near, and nothing makes it urgent."),
	NOT_JUDGED("The severity has not been judged yet.");

	private final String sentence;

	UrgencyCause(String sentence) {
		this.sentence = sentence;
	}

	/** For people, with a full stop. */
	public String sentence() {
		return this.sentence;
	}

}
