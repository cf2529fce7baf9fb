package org.imprimatur.accounts;

import java.time.Instant;
import java.time.LocalDate;

import org.imprimatur.kernel.Policy;

import org.springframework.data.annotation.Id;

/**
 * Somebody looked at the public profile of an account. Never changed.
 *
 * @param checkedOn the day in London on which they looked
 * @param bioText what the profile said; may be null
 * @param evidence where it can be seen, or a note of what the profile said
 * @param checkedBy login
 */
@Policy("ACCOUNT-OWNER")
public record BioCheck(@Id Long id, String account, LocalDate checkedOn, BioFinding finding, String bioText,
		String evidence, String checkedBy, Instant recordedAt) {
}
