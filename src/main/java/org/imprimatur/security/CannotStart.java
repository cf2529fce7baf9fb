package org.imprimatur.security;

/**
 * The application must not start like this; the message says what to do, in a paragraph.
 */
public class CannotStart extends RuntimeException {

	public CannotStart(String message) {
		super(message);
	}

}
