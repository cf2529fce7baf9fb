package org.imprimatur.posts;

import java.time.Instant;

import org.springframework.data.annotation.Id;

/**
 * What happened on an account when a post was to go out.
 *
 * @param postedUrl where it can be seen; null if it was not posted
 * @param differences what differs from what was approved, or why it was not posted
 */
public record PostRelease(@Id Long id, String reference, int revision, String account, String taskId, Released decision,
		String postedUrl, Instant postedAt, String differences, String recordedBy, Instant recordedAt) {
}
