package org.imprimatur.posts;

import java.time.Instant;

import org.springframework.data.annotation.Id;

/**
 * What was noticed about something that is out, never changed afterwards.
 *
 * @param caseId the engine's id of the case
 * @param startKey made for the page it was registered on; null if no page was
 * @param reference of the post, or one of its own if no post is known
 * @param post reference of the post; null if none is known
 * @param postedBy login of who posted it, or words about who did; null if not known
 * @param body what it says; null if the post says it
 * @param objectsCheck what the rules asked for when it was noticed; GIVEN if it had been
 * approved
 */
public record Correction(@Id String caseId, String startKey, String reference, String post, CorrectionOrigin origin,
		String account, String team, String address, String postedBy, Instant postedAt, String body, String why,
		String objectsCheck, String startedBy, Instant startedAt) {
}
