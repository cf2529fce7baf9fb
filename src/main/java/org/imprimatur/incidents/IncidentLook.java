package org.imprimatur.incidents;

import java.time.Instant;

import org.springframework.data.annotation.Id;

/**
 * Somebody looked at an incident that not everybody may read.
 *
 * @param place which page or answer
 */
public record IncidentLook(@Id Long id, String reference, String place, String lookedBy, Instant lookedAt) {
}
