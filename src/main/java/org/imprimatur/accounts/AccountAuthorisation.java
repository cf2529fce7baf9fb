package org.imprimatur.accounts;

import java.time.Instant;
import java.time.LocalDate;

import org.imprimatur.kernel.Policy;

import org.springframework.data.annotation.Id;

/**
 * A person may use an account for a time.
 *
 * @param person login
 * @param validUntil the first moment at which it no longer holds
 * @param reason normally why the job needs it; null in rows older than the register
 * @param vaultEntry name of the person's entry in the password vault, never a secret; may
 * be null
 * @param givenBy login; null in rows older than the register
 */
@Policy({ "AUTHORISED", "ONE-LOGIN" })
public record AccountAuthorisation(@Id Long id, String account, String person, Instant validUntil, String reason,
		String vaultEntry, String givenBy, Instant givenAt) {

	/** The last day in London on which it holds. */
	public LocalDate lastDay() {
		return Periods.lastDay(this.validUntil);
	}

}
