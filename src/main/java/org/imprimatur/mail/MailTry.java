package org.imprimatur.mail;

import java.time.Instant;

/**
 * What came of a mail at one time.
 *
 * @param answer what the mail server or the network said, at most 500 characters
 * @param askedBy login of the administrator who had it sent again; otherwise null
 */
public record MailTry(long mailId, Instant at, MailOutcome outcome, String answer, String askedBy) {
}
