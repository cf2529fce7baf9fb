package org.imprimatur.crash;

import java.util.Arrays;
import java.util.List;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

/** A mail server that is not killed with the application, and what it was handed. */
final class MailTaken {

	private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());

	void start() {
		this.server.start();
	}

	void stop() {
		this.server.stop();
	}

	int port() {
		return this.server.getSmtp().getPort();
	}

	/** What the application needs to know of it, and how soon it gives a try up. */
	String[] settings() {
		return new String[] { "--spring.mail.host=127.0.0.1", "--spring.mail.port=" + port(),
				"--imprimatur.mail.from=imprimatur@example.org", "--imprimatur.mail.longest-try=5s" };
	}

	/** The Message-IDs of all mails so far, in the order in which they came. */
	List<String> received() {
		return Arrays.stream(this.server.getReceivedMessages()).map(MailTaken::messageId).toList();
	}

	private static String messageId(MimeMessage mail) {
		try {
			return mail.getMessageID();
		}
		catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
