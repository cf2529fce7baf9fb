package org.imprimatur.incidents;

/** What has to be done about an incident; each begins at most once, by a message. */
public enum Duty {

	/** The clock for notifying a breach of personal data runs. */
	BREACH_CLOCK(IncidentEscalation.Message.BREACH_SUSPECTED, "Breach of personal data"),
	/**
	 * One person has to take note: the Chief Executive or who stands in, and deputies.
	 */
	PERSON_TOLD(IncidentEscalation.Message.PERSON_TO_TELL, "Chief Executive informed"),
	/** The brief for everybody who decides. */
	BRIEF(IncidentEscalation.Message.BRIEF_NEEDED, "Brief"),
	/** The report to the Trust's Board. */
	TRUST_BOARD(IncidentEscalation.Message.TRUST_BOARD_CONCERNED, "Report to the Trust’s Board"),
	/** The report to the Section's Board. */
	SECTION_BOARD(IncidentEscalation.Message.SECTION_BOARD_CONCERNED, "Report to the Section’s Board"),
	/** The Trustees' decision on a serious incident report. */
	TRUSTEES(IncidentEscalation.Message.TRUSTEES_CONCERNED, "Trustees’ decision");

	private final IncidentEscalation.Message message;

	private final String label;

	Duty(IncidentEscalation.Message message, String label) {
		this.message = message;
		this.label = label;
	}

	/** What begins it in the case. */
	public IncidentEscalation.Message message() {
		return this.message;
	}

	public String label() {
		return this.label;
	}

}
