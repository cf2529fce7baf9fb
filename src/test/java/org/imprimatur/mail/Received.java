package org.imprimatur.mail;

import java.util.ArrayList;
import java.util.List;

/** A mail server that takes everything, or answers what it is told to. */
final class Received implements Delivery {

	private final List<String> to = new ArrayList<>();

	private final List<Letter> letters = new ArrayList<>();

	private Answer answer = new Answer(MailOutcome.SENT, "", true);

	void answers(MailOutcome outcome, boolean serverAnswers) {
		this.answer = new Answer(outcome, "as told", serverAnswers);
	}

	@Override
	public synchronized Answer send(Letter letter, String address) {
		this.letters.add(letter);
		this.to.add(address.replace("@imprimatur.example", ""));
		return this.answer;
	}

	/** The logins that mails went to, in order. */
	synchronized List<String> to() {
		return List.copyOf(this.to);
	}

	synchronized List<Letter> letters() {
		return List.copyOf(this.letters);
	}

	synchronized void forget() {
		this.to.clear();
		this.letters.clear();
	}

}
