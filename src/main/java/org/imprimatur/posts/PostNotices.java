package org.imprimatur.posts;

import java.util.List;
import java.util.Optional;

import org.imprimatur.kernel.Policy;

import org.springframework.stereotype.Component;

/** What the pages of a post say first: that it is frozen, or that others are asked. */
@Component
@Policy("CRISIS")
public class PostNotices {

	private final Posts posts;

	private final StandingDecisions standing;

	private final Freezes freezes;

	private final Escalations escalations;

	PostNotices(Posts posts, StandingDecisions standing, Freezes freezes, Escalations escalations) {
		this.posts = posts;
		this.standing = standing;
		this.freezes = freezes;
		this.escalations = escalations;
	}

	/** The freezes in force on the accounts of an open post, each in words. */
	public List<String> frozen(String reference) {
		return this.posts.find(reference)
			.filter((post) -> this.posts.ending(reference).isEmpty())
			.map((post) -> this.freezes.covering(this.standing.accountsOf(post))
				.stream()
				.filter(Freeze::inForce)
				.map(this.freezes::words)
				.toList())
			.orElseGet(List::of);
	}

	/** Why this very task has come to other people than usual; empty if it has not. */
	public Optional<String> askedInstead(String taskId) {
		return this.escalations.of(taskId).map(Escalations.Escalation::why);
	}

}
