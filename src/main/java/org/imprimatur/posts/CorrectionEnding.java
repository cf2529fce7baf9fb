package org.imprimatur.posts;

import java.time.Instant;

import org.springframework.data.annotation.Id;

/** That a correction has ended, and how. */
public record CorrectionEnding(@Id String caseId, String ending, Instant endedAt) {
}
