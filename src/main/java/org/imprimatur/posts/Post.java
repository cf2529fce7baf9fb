package org.imprimatur.posts;

import java.time.Instant;
import java.util.List;

import org.springframework.data.annotation.Id;

/**
 * One post on its way through approval. What it says and what was decided about it stand
 * in rows of their own, which are never changed.
 *
 * @param reference such as {@code POST-2026-000001}
 * @param caseId the engine's id of the case
 * @param startKey made for the page it was proposed on, so that a doubled submission
 * gives one post
 * @param title as people know it
 * @param urgencyReason why it is breaking news; may be null
 * @param campaign may be null
 * @param accounts ids chosen at the start, comma-separated
 * @param team the group that manages its account
 * @param author login of who proposed it
 */
public record Post(@Id String reference, String caseId, String startKey, String title, Kind kind, Urgency urgency,
		String urgencyReason, String campaign, String accounts, String team, String author, Instant startedAt) {

	public List<String> accountIds() {
		return PostRevision.split(this.accounts);
	}

}
