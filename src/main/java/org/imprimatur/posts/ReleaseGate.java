package org.imprimatur.posts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.PostApprovals.ObjectsAnswer;
import org.imprimatur.posts.StandingDecisions.Verdict;

import org.springframework.stereotype.Component;

/**
 * The one gate before release: what a post needs now, by the decisions that stand, by
 * what became of it on each account, by freezes and by its slot.
 */
@Component
@Policy({ "APPROVED", "OBJECTS", "CRISIS" })
public class ReleaseGate {

	private final Posts posts;

	private final StandingDecisions standing;

	private final PostAccounts onAccounts;

	private final PostSlots slots;

	private final PostApprovals approvals;

	private final Freezes freezes;

	ReleaseGate(Posts posts, StandingDecisions standing, PostAccounts onAccounts, PostSlots slots,
			PostApprovals approvals, Freezes freezes) {
		this.posts = posts;
		this.standing = standing;
		this.onAccounts = onAccounts;
		this.slots = slots;
		this.approvals = approvals;
		this.freezes = freezes;
	}

	/** What the post needs now. */
	public Verdict verdict(Post post) {
		if (!this.onAccounts.queued(post).isEmpty()) {
			return new Verdict(Need.CLEAR_QUEUE,
					"The post is in the platform’s own queue and has to come out of it first.");
		}
		boolean out = !this.onAccounts.out(post).isEmpty();
		Optional<PostAct> stopped = this.onAccounts.stopped(post);
		if (out && (stopped.isPresent() || this.onAccounts.left(post).isEmpty())) {
			return new Verdict(Need.PUBLISH, "Nothing more of the post goes out.");
		}
		if (stopped.isPresent()) {
			boolean recalled = stopped.get().act() == Act.RECALL;
			return new Verdict(recalled ? Need.RECALLED : Need.WITHDRAWN,
					"The post was " + (recalled ? "recalled." : "withdrawn."));
		}
		return decided(post, this.standing.concerned(post)).orElseGet(() -> this.slots.inTime(post));
	}

	/**
	 * What the post needs before its release on this account may begin or be recorded;
	 * what waits in the platform's queue only comes back to be recorded, however late.
	 */
	Verdict release(Post post, String account) {
		List<String> on = new ArrayList<>(this.onAccounts.left(post));
		if (account != null && !on.contains(account)) {
			on.add(account);
		}
		Verdict inTime = this.slots.inTime(post);
		boolean late = inTime.need() == Need.SCHEDULE && this.posts.slot(post.reference()).isPresent();
		return decided(post, on).orElse((late && account != null && this.onAccounts.wasQueued(post, account))
				? new Verdict(Need.PUBLISH, "The platform has released the post.") : inTime);
	}

	/** Empty if every decision stands on these accounts. */
	Optional<Verdict> decided(Post post, List<String> on) {
		Optional<PostRevision> revision = this.posts.latest(post.reference());
		if (revision.isEmpty() || changeAsked(post, revision.get())) {
			return Optional.of(new Verdict(Need.DRAFT, "The post is to be changed."));
		}
		ObjectsAnswer objects = this.approvals.objectsCheck(post, this.standing.facts(post, on));
		if (objects.check() == ObjectsCheck.REQUIRED) {
			return Optional.of(new Verdict(Need.OBJECTS, objects.reason()));
		}
		if (objects.check() == ObjectsCheck.BLOCKED) {
			return Optional.of(new Verdict(Need.SCHEDULE, objects.reason()));
		}
		Optional<PostDecision> signedOff = this.standing.signOff(post, on);
		if (signedOff.isEmpty()) {
			return Optional.of(new Verdict(Need.SIGN_OFF, "No sign-off covers the post as it is now."));
		}
		List<Freeze> holding = holding(post, signedOff.get(), on);
		if (!holding.isEmpty()) {
			return Optional.of(new Verdict(Need.CONFIRM, this.freezes.whyHeld(holding)));
		}
		return Optional.empty();
	}

	/** The freezes that hold an approved post back until somebody confirms it. */
	List<Freeze> holding(Post post) {
		List<String> on = this.standing.concerned(post);
		return this.standing.signOff(post, on).map((decision) -> holding(post, decision, on)).orElseGet(List::of);
	}

	private List<Freeze> holding(Post post, PostDecision signedOff, List<String> on) {
		return this.freezes.holding(this.standing.found(on), signedOff, this.posts.goAhead(post.reference()));
	}

	/** Whether a change of this very revision was asked for. */
	private boolean changeAsked(Post post, PostRevision revision) {
		return this.posts.acts(post.reference())
			.stream()
			.anyMatch((act) -> act.act() == Act.CHANGE && act.revision() == revision.number());
	}

}
