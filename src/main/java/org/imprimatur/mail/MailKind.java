package org.imprimatur.mail;

/** Why a mail is sent. */
public enum MailKind {

	/** A task waits for the person. */
	TASK("A new task"),

	/** A task that waits for the person should be done by now. */
	REMINDER("A reminder"),

	/** The person is to be told of something, without a task. */
	NOTICE("A notice"),

	/** All tasks that came since the day before, in one mail. */
	DIGEST("The tasks of a day");

	private final String label;

	MailKind(String label) {
		this.label = label;
	}

	public String label() {
		return this.label;
	}

}
