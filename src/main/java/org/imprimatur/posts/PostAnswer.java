package org.imprimatur.posts;

import java.time.Instant;

import org.springframework.data.annotation.Id;

/** Which incident a post answers, by its reference alone. */
record PostAnswer(@Id String reference, String incident, String namedBy, Instant namedAt) {
}
