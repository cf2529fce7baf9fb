package org.imprimatur.incidents;

import java.time.Instant;

import org.springframework.data.annotation.Id;

/**
 * A file that belongs to an incident.
 */
public record IncidentFile(@Id Long id, String reference, String file, String addedBy, Instant addedAt) {
}
