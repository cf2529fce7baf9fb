package org.imprimatur.posts;

import java.time.Instant;

import org.springframework.data.annotation.Id;

/** Something done to a post from its own page, and why. */
public record PostAct(@Id Long id, String reference, Act act, String reason, String doneBy, Instant doneAt) {
}
