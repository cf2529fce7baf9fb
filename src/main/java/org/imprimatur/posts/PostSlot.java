package org.imprimatur.posts;

import java.time.Instant;

import org.springframework.data.annotation.Id;

/**
 * When a post is to go out; the latest row counts, and one without a time means that no
 * slot is set.
 */
public record PostSlot(@Id Long id, String reference, Instant publishAt, String reason, String setBy, Instant setAt) {
}
