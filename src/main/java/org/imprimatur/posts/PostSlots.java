package org.imprimatur.posts;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.StandingDecisions.Verdict;

import org.springframework.stereotype.Component;

/** Whether the time of a post has come, is still to come or has passed. */
@Component
@Policy("APPROVED")
class PostSlots {

	private final Posts posts;

	private final PostApprovals approvals;

	private final Clock clock;

	PostSlots(Posts posts, PostApprovals approvals, Clock clock) {
		this.posts = posts;
		this.approvals = approvals;
		this.clock = clock;
	}

	/** What a post that is approved needs now, by its slot and nothing else. */
	Verdict inTime(Post post) {
		Optional<PostSlot> set = this.posts.slot(post.reference());
		Instant now = this.clock.instant();
		if (set.isEmpty()) {
			return new Verdict(Need.SCHEDULE, "The post is approved and has no slot yet.");
		}
		Instant slot = set.get().publishAt();
		if (slot.isAfter(now)) {
			return queueAsked(post, set.get())
					? new Verdict(Need.PUBLISH,
							"The post is approved and may be put into the platform’s own queue for its slot.")
					: new Verdict(Need.WAIT, "The post is approved and waits for its slot.");
		}
		if (!now.isBefore(this.approvals.graceEnds(post, slot).truncatedTo(ChronoUnit.MILLIS))) {
			return new Verdict(Need.SCHEDULE,
					"The slot has passed. Choose another one. If the post is out already, choose the time now: you can then record when it went out.");
		}
		return new Verdict(Need.PUBLISH, "The post is approved and its slot has come.");
	}

	/** Whether this version is to wait for this slot in the platform's own queue. */
	private boolean queueAsked(Post post, PostSlot slot) {
		int revision = this.posts.latest(post.reference()).map(PostRevision::number).orElse(0);
		return this.posts.acts(post.reference())
			.stream()
			.anyMatch((act) -> act.act() == Act.QUEUE && act.revision() == revision
					&& !act.doneAt().isBefore(slot.setAt()));
	}

}
