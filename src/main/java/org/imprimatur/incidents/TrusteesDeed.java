package org.imprimatur.incidents;

/** What opens the Trustees' question from the page of an incident. */
public enum TrusteesDeed {

	/** A Trustee asks for a decision on what was found not relevant. */
	CALL_IN("call-in", "Call it in",
			"Every Trustee is asked for a view now, although it was found not relevant for the Charity Commission.",
			"Why should the Trustees decide about it?", "Every Trustee reads it, and it stays with the record."),
	/** A new fact opens what was decided. */
	REOPEN("reopen", "Open it again",
			"The Trustees’ question begins anew with what is known now. What was decided before stays on record.",
			"What is known now that was not known before?",
			"It becomes part of what is known, with your name and the time.");

	private final String path;

	private final String label;

	private final String definition;

	private final String question;

	private final String hint;

	TrusteesDeed(String path, String label, String definition, String question, String hint) {
		this.path = path;
		this.label = label;
		this.definition = definition;
		this.question = question;
		this.hint = hint;
	}

	/** The last part of its address. */
	public String path() {
		return this.path;
	}

	public String label() {
		return this.label;
	}

	public String definition() {
		return this.definition;
	}

	/** What its form asks for. */
	public String question() {
		return this.question;
	}

	public String hint() {
		return this.hint;
	}

}
