package org.imprimatur.accounts;

import java.time.Instant;

import org.springframework.data.annotation.Id;

/**
 * One field of one change of the register. Never changed.
 *
 * @param beforeValue what it said before; null if nothing
 * @param afterValue what it says since; null if nothing
 * @param act what was done, such as {@code CHANGED}
 * @param field such as {@code owner}
 * @param about login of the person it is about; null if it is about the account alone
 * @param entry the same for the fields that were changed in one act; null in rows from
 * before there was a register
 */
record AccountChange(@Id Long id, String account, String beforeValue, String afterValue, String reason,
		String changedBy, Instant changedAt, Act act, String field, String about, String entry) {

	/** What can be done to the register. */
	enum Act {

		ADDED("Account added"), CHANGED("Facts changed"), BIO_CHECKED("Public profile checked"),
		AUTHORISED("Person authorised"), AUTHORISATION_ENDED("Authorisation ended");

		private final String label;

		Act(String label) {
			this.label = label;
		}

		String label() {
			return this.label;
		}

	}

}
