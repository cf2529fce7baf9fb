package org.imprimatur.incidents;

import java.time.Instant;

import org.springframework.data.annotation.Id;

/**
 * A case of the engine about an incident.
 *
 * @param caseId the engine's id
 * @param process the key of the process
 */
public record IncidentCase(@Id String caseId, String reference, String process, Instant begunAt) {
}
