package org.imprimatur.mail;

import org.imprimatur.kernel.Outcome;

/** What a person wants to be told by mail of new tasks. */
public enum MailChoice implements Outcome {

	AT_ONCE("At once", "A mail for each task, as it comes, and a reminder when it is late."),

	DIGEST("Once a day", "One mail at 9am on working days with the tasks that came, and a reminder when one is late."),

	OFF("Not at all", "Your tasks still stand on “My work”.");

	private final String label;

	private final String definition;

	MailChoice(String label, String definition) {
		this.label = label;
		this.definition = definition;
	}

	@Override
	public String label() {
		return this.label;
	}

	@Override
	public String definition() {
		return this.definition;
	}

}
