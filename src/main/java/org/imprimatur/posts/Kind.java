package org.imprimatur.posts;

import org.imprimatur.kernel.Outcome;

/** What sort of content a post is. */
public enum Kind implements Outcome {

	/** Our own words or pictures. */
	ORIGINAL("Original post", "Our own words or pictures."),
	/** Passing on what a partner or an activist published. */
	SHARE("Share", "Passing on what a partner or an activist published."),
	/** Marking what somebody else published as liked. */
	LIKE("Like", "Marking what somebody else published as liked."),
	/** An answer to somebody in public. */
	REPLY("Reply", "An answer to somebody in public."),
	/** Content that disappears by itself after a day. */
	STORY("Story", "Content that disappears by itself after a day.");

	private final String label;

	private final String definition;

	Kind(String label, String definition) {
		this.label = label;
		this.definition = definition;
	}

	@Override
	public String label() {
		return this.label;
	}

	@Override
	public String definition() {
		return this.definition;
	}

}
