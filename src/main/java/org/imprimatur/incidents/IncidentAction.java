package org.imprimatur.incidents;

import java.time.Instant;
import java.time.LocalDate;

import org.springframework.data.annotation.Id;

/**
 * What somebody has to do after the review of an incident.
 *
 * @param taskId the engine's id of the review
 * @param position from 1, in the order of the review
 * @param owner login
 * @param due the last day in London
 */
public record IncidentAction(@Id Long id, String reference, String taskId, int position, String what, String owner,
		LocalDate due, String agreedBy, Instant agreedAt) {
}
