package org.imprimatur.mail;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * Sends through the mail server of {@code spring.mail}. Tells a mail that was surely not
 * taken, which can be tried again, from one of which nobody knows: the connection ended
 * after the last line of it and before the server's answer.
 */
class SmtpDelivery implements Delivery {

	private static final int PERMANENT = 500;

	private final JavaMailSender server;

	private final String from;

	SmtpDelivery(JavaMailSender server, String from) {
		this.server = server;
		this.from = from;
	}

	@Override
	public Answer send(Letter letter, String address) {
		Watched message;
		try {
			message = message(letter, address);
		}
		catch (MessagingException ex) {
			return new Answer(MailOutcome.NO_ADDRESS, "The address cannot be used.", true);
		}
		try {
			this.server.send(message);
			return new Answer(MailOutcome.SENT, "", true);
		}
		catch (MailException ex) {
			return answer(cause(ex), message.isHandedOver);
		}
	}

	private Watched message(Letter letter, String address) throws MessagingException {
		Watched message = new Watched(letter.number(), this.from);
		MimeMessageHelper helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
		helper.setFrom(new InternetAddress(this.from, true));
		helper.setTo(new InternetAddress(address, true));
		helper.setSubject(letter.subject());
		helper.setText(letter.text(), letter.html());
		message.setHeader("Auto-Submitted", "auto-generated");
		return message;
	}

	private static Answer answer(Exception problem, boolean handedOver) {
		int code = code(problem);
		String words = words(problem);
		if (code >= PERMANENT) {
			return new Answer(MailOutcome.REFUSED, words, true);
		}
		if (handedOver && code < 0) {
			return new Answer(MailOutcome.NOT_KNOWN, words, false);
		}
		return new Answer(MailOutcome.PUT_OFF, words, code > 0);
	}

	/** What the server answered to this mail, such as 550; -1 if it answered nothing. */
	private static int code(Exception problem) {
		for (Throwable one = problem; one != null; one = (one instanceof MessagingException deeper)
				? deeper.getNextException() : one.getCause()) {
			int code = -1;
			if (one instanceof SMTPAddressFailedException failed) {
				code = failed.getReturnCode();
			}
			else if (one instanceof SMTPSenderFailedException failed) {
				code = failed.getReturnCode();
			}
			else if (one instanceof SMTPSendFailedException failed) {
				code = failed.getReturnCode();
			}
			if (code > 0) {
				return code;
			}
		}
		return -1;
	}

	private static Exception cause(MailException problem) {
		if (problem instanceof MailSendException several && several.getMessageExceptions().length > 0) {
			return several.getMessageExceptions()[0];
		}
		return (problem.getCause() instanceof Exception deeper) ? deeper : problem;
	}

	private static String words(Exception problem) {
		if (problem instanceof SendFailedException failed && failed.getNextException() != null) {
			return words(failed.getNextException());
		}
		return String.valueOf(problem.getMessage()).strip();
	}

	/** Knows whether all of it was handed over. */
	private static final class Watched extends MimeMessage {

		private boolean isHandedOver;

		private final String id;

		Watched(long number, String from) {
			super(Session.getInstance(new Properties()));
			this.id = "<mail-" + number + "." + from.replaceFirst(".*@", "imprimatur@") + ">";
		}

		@Override
		protected void updateMessageID() throws MessagingException {
			// the same for each try, so that a mail server can tell that it is the same
			// mail
			setHeader("Message-ID", this.id);
		}

		@Override
		public void writeTo(OutputStream out, String[] leftOut) throws IOException, MessagingException {
			super.writeTo(out, leftOut);
			this.isHandedOver = true;
		}

	}

}
