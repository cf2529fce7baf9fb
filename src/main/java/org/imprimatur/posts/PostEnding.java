package org.imprimatur.posts;

import java.time.Instant;

import org.springframework.data.annotation.Id;

/** How and when the approval of a post ended. */
public record PostEnding(@Id String reference, String ending, Instant endedAt) {
}
