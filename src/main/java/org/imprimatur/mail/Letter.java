package org.imprimatur.mail;

/**
 * A mail as it goes out.
 *
 * @param number of the mail, from which its Message-ID is made
 */
record Letter(long number, String subject, String text, String html) {
}
