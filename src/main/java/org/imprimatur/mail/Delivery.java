package org.imprimatur.mail;

/** The way a mail leaves Imprimatur: a mail server, or files where there is none. */
interface Delivery {

	/**
	 * Hands over one letter to one address.
	 * @return what came of it; never {@link MailOutcome#GIVEN_UP}, which the caller
	 * decides
	 */
	Answer send(Letter letter, String address);

	/**
	 * @param words what the server or the network said
	 * @param serverAnswers false if no other mail would get through now either
	 */
	record Answer(MailOutcome outcome, String words, boolean serverAnswers) {
	}

}
