package org.imprimatur.posts;

import java.util.List;

/**
 * A post as a test speaks of it.
 *
 * @param reference such as {@code POST-2026-000001}
 * @param caseId the engine's id of its case
 * @param stage where it plays
 */
record OnePost(String reference, String caseId, Stage stage) {

	Post row() {
		return this.stage.posts.find(this.reference).orElseThrow();
	}

	/** The flows taken so far, in order. */
	List<String> trail() {
		return this.stage.trail.of(this.caseId);
	}

	/** A timer that runs for the post, by the id of its element. */
	Timer timer(String element) {
		return new Timer(this, element);
	}

}
