package org.imprimatur.mail;

import java.time.Instant;

/**
 * One mail to one person, as it was put into the queue. It never changes; what came of it
 * are its {@link MailTry tries}.
 *
 * @param cause what it is about, such as {@code TASK:<id of the task>}; a person gets one
 * mail for each cause
 * @param login whom it is for
 * @param reference the item, such as {@code POST-2026-000001}; null if it is about none
 * @param taskId the engine's id of the task; null if it is about none
 * @param subject one line without a person's name and without text of an item
 * @param words sentences, one to a line
 * @param path what it links to, such as {@code /tasks/<id>}
 */
public record Mail(Long id, String cause, String login, MailKind kind, String reference, String taskId, String subject,
		String words, String path, Instant madeAt) {

	/** How many characters a subject may have. */
	static final int LONGEST_SUBJECT = 200;

	public Mail {
		subject = oneLine(subject);
	}

	/** Told to whoever it concerns, whatever they have chosen. */
	public static Mail notice(String cause, String login, String reference, String subject, String words, String path,
			Instant now) {
		return new Mail(null, cause, login, MailKind.NOTICE, reference, null, subject, words, path, now);
	}

	private static String oneLine(String text) {
		String line = text.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ").strip();
		return (line.length() <= LONGEST_SUBJECT) ? line : line.substring(0, LONGEST_SUBJECT - 1) + "…";
	}

}
