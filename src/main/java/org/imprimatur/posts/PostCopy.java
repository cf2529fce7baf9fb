package org.imprimatur.posts;

import java.time.Instant;

import org.springframework.data.annotation.Id;

/** Which post a post was begun from, and by whom. */
record PostCopy(@Id String reference, String copiedFrom, String copiedBy, Instant copiedAt) {
}
