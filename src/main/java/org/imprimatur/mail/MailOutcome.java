package org.imprimatur.mail;

/** What came of one try to send a mail. */
public enum MailOutcome {

	/** The mail server has taken it. */
	SENT("Sent"),

	/** It could not be sent now and is tried again. */
	PUT_OFF("Not sent yet, tried again"),

	/** The mail server refuses it; trying again would not help. */
	REFUSED("Refused by the mail server"),

	/** It was tried for days. */
	GIVEN_UP("Given up"),

	/**
	 * The connection or the program ended after the whole mail was handed over and before
	 * the server said that it took it. It is not sent again by itself: that could be a
	 * second time.
	 */
	NOT_KNOWN("May have arrived"),

	/** The person has no mail address that can be used. */
	NO_ADDRESS("No mail address"),

	/** The task was done, or is for others, before the mail went out. */
	NOT_NEEDED("No longer needed"),

	/** It is part of the mail with all tasks of the day. */
	IN_DIGEST("In the mail of the day"),

	/** An administrator has put it into the queue once more. */
	AGAIN("To be sent again");

	private final String label;

	MailOutcome(String label) {
		this.label = label;
	}

	public String label() {
		return this.label;
	}

	/** Whether nothing more is tried by itself, and the person was not told for sure. */
	public boolean isMissed() {
		return this == REFUSED || this == GIVEN_UP || this == NOT_KNOWN || this == NO_ADDRESS;
	}

}
