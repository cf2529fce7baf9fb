package org.imprimatur.incidents;

import java.time.Instant;

import org.springframework.data.annotation.Id;

/**
 * An incident that somebody reported; what is known and decided about it stands in rows
 * of its own.
 *
 * @param startKey made for the page it was reported on; null if no page was
 */
public record Incident(@Id String reference, String startKey, String reportedBy, Instant reportedAt) {
}
