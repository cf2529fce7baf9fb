package org.imprimatur.erasure;

import java.time.Instant;

/**
 * A request that was answered.
 *
 * @param number of the erasure; null if it was declined
 * @param reason why it was declined; null if it was not
 * @param rows how many were written
 * @param items in how many items
 */
public record PastErasure(Long number, String ground, String caseNumber, String askedBy, String answeredBy,
		Instant answeredAt, String reason, long rows, long items) {
}
