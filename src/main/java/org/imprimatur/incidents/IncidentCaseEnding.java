package org.imprimatur.incidents;

import java.time.Instant;

import org.springframework.data.annotation.Id;

/**
 * How a case ended.
 */
public record IncidentCaseEnding(@Id String caseId, String ending, Instant endedAt) {
}
