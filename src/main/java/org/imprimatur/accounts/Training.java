package org.imprimatur.accounts;

import java.time.Instant;
import java.time.LocalDate;

import org.imprimatur.kernel.Policy;

import org.springframework.data.annotation.Id;

/**
 * Somebody was trained for posting. Never changed; the one recorded last counts.
 *
 * @param person login
 * @param trainedOn the day in London
 * @param evidence such as the course and where its list of people is
 * @param recordedBy login
 */
@Policy("TRAINED")
public record Training(@Id Long id, String person, LocalDate trainedOn, String evidence, String recordedBy,
		Instant recordedAt) {
}
