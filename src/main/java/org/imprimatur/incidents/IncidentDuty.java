package org.imprimatur.incidents;

import java.time.Instant;

import org.springframework.data.annotation.Id;

/**
 * Something that has to be done about an incident, from when it began.
 *
 * @param person login of whoever is told; empty where it is nobody in particular
 * @param cause why it began, as a sentence
 */
public record IncidentDuty(@Id Long id, String reference, Duty duty, String person, String cause, Instant begunAt) {
}
