package org.imprimatur.posts;

import java.time.Instant;

import org.springframework.data.annotation.Id;

/**
 * Something done to a post from its own page, and why.
 *
 * @param revision number of the latest revision then; 0 before the first
 */
public record PostAct(@Id Long id, String reference, int revision, Act act, String reason, String doneBy,
		Instant doneAt) {
}
