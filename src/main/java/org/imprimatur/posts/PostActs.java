package org.imprimatur.posts;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.imprimatur.accounts.Accounts;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.posts.PostApproval.Message;
import org.imprimatur.posts.PostApproval.Task;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do to a post from its own page, outside any task: change, move the slot,
 * withdraw, recall. Whoever overrides somebody else gives a reason.
 */
@Component
@Policy("APPROVED")
public class PostActs {

	private static final String STOPPED = "It has been withdrawn or recalled already, and ends once it is out of the platform’s queue.";

	private final Posts posts;

	private final PostApprovals approvals;

	private final PostWriting writing;

	private final StandingDecisions standing;

	private final ReleaseGate gate;

	private final PostAccounts onAccounts;

	private final PostAccess access;

	private final Recalls recalls;

	private final Accounts accounts;

	private final Clock clock;

	PostActs(Posts posts, PostApprovals approvals, PostWriting writing, StandingDecisions standing, ReleaseGate gate,
			PostAccounts onAccounts, PostAccess access, Recalls recalls, Accounts accounts, Clock clock) {
		this.onAccounts = onAccounts;
		this.posts = posts;
		this.approvals = approvals;
		this.writing = writing;
		this.standing = standing;
		this.gate = gate;
		this.access = access;
		this.recalls = recalls;
		this.accounts = accounts;
		this.clock = clock;
	}

	/** What this person may do to the post now. */
	public List<Act> possible(String reference, Person person) {
		Optional<Post> post = this.posts.find(reference);
		List<Act> acts = new ArrayList<>();
		if (post.isPresent()) {
			for (Act act : Act.values()) {
				if (whyNot(post.get(), act, person).isEmpty()) {
					acts.add(act);
				}
			}
		}
		return acts;
	}

	/**
	 * Asks before a person types a reason for nothing.
	 * @throws Refusal 403 if the person may not, 409 if it is too early or too late
	 */
	public void mustBePossible(String reference, Act act, Person person) {
		this.posts.find(reference).flatMap((post) -> whyNot(post, act, person)).ifPresent((refusal) -> {
			throw refusal;
		});
	}

	/** Whether the act overrides somebody else and so needs a reason. */
	public boolean needsReason(String reference, Act act, Person person) {
		Post post = this.posts.find(reference).orElseThrow();
		return switch (act) {
			case RECALL -> true;
			case QUEUE -> false;
			case CHANGE, WITHDRAW -> !this.posts.authors(reference).contains(person.login())
					|| this.posts.lastDecision(reference, Task.SIGN_OFF_POST).isPresent();
			case MOVE_SLOT ->
				this.posts.slot(post.reference()).filter((slot) -> !slot.setBy().equals(person.login())).isPresent();
		};
	}

	/**
	 * Does the act.
	 * @throws InvalidFields if a reason or a time is missing
	 * @throws Refusal 403 if the person may not, 409 if it is too late
	 */
	@Transactional
	public void act(String reference, Act act, Fields fields, Person person) {
		this.posts.lock(reference);
		Post post = this.posts.find(reference)
			.filter((found) -> this.access.maySee(reference, person))
			.orElseThrow(() -> Refusal.notFound("There is no post " + reference + " for you."));
		whyNot(post, act, person).ifPresent((refusal) -> {
			throw refusal;
		});
		FieldCheck check = new FieldCheck(fields);
		String reason = check.text("reason", PostWriting.LONGEST_REASON, "the reason");
		if (reason == null && needsReason(reference, act, person)) {
			check.problem("reason", switch (act) {
				case CHANGE -> "Enter why the post has to change.";
				case MOVE_SLOT -> "Enter why the slot moves.";
				case QUEUE -> "Enter why it is left to the platform.";
				case WITHDRAW -> "Enter why the post is withdrawn.";
				case RECALL -> "Enter why the post is recalled.";
			});
		}
		Instant publishAt = null;
		if (act == Act.MOVE_SLOT) {
			publishAt = this.writing.future(fields.value("publishAt"), "publishAt", check);
			if (publishAt == null && !check.hasProblem("publishAt")) {
				check.problem("publishAt", "Enter the new time.");
			}
		}
		check.done();
		int revision = this.posts.latest(reference).map(PostRevision::number).orElse(0);
		this.posts.add(new PostAct(null, reference, revision, act, reason, person.login(), this.clock.instant()));
		switch (act) {
			case CHANGE -> {
				this.approvals.draftedBy(post, person.login());
				toTheGate(post);
			}
			case QUEUE -> toTheGate(post);
			case MOVE_SLOT -> {
				this.writing.slot(post, publishAt, reason, person);
				// whoever is checking or signing goes on: the slot is no part of what is
				// decided
				if (!isBeingDecided(post)) {
					this.approvals.changed(post);
				}
			}
			case WITHDRAW -> stop(post, act);
			case RECALL -> {
				this.recalls.recall(post, reason, person);
				if (this.posts.ending(reference).isEmpty() && this.standing.signOff(post).isPresent()) {
					stop(post, act);
				}
			}
		}
	}

	/**
	 * What is in a platform's queue has to come out before the post ends, and what is out
	 * stays out: then the gate finds how it ends.
	 */
	private void stop(Post post, Act act) {
		boolean queued = !this.onAccounts.queued(post).isEmpty();
		boolean heard = this.approvals.hears(post, Message.POST_CHANGED);
		if (queued || (heard && !this.onAccounts.out(post).isEmpty())) {
			toTheGate(post);
		}
		else if (act == Act.RECALL) {
			this.approvals.recalled(post);
		}
		else {
			this.approvals.withdrawn(post);
		}
	}

	/** While it is being taken out of a queue it comes to the gate by itself. */
	private void toTheGate(Post post) {
		if (this.approvals.hears(post, Message.POST_CHANGED)) {
			this.approvals.changed(post);
		}
	}

	private Optional<Refusal> whyNot(Post post, Act act, Person person) {
		String reference = post.reference();
		if (act == Act.RECALL && this.recalls.isOut(post)) {
			return this.recalls.whyNot(post, person);
		}
		Optional<PostEnding> ending = this.posts.ending(reference);
		if (ending.isPresent()) {
			return Optional.of(Refusal
				.conflict(reference + " has ended: " + PostApproval.Ending.words(ending.get().ending()).toLowerCase()
						+ " on " + LondonTime.dateTime(ending.get().endedAt())
						+ ". Propose a new post if something has to follow."));
		}
		if (isBeingReviewed(post)) {
			return Optional.of(Refusal.conflict(reference + " is out already and is being looked at again: tell an "
					+ "objects reviewer what is wrong with it."));
		}
		if (!mayAct(post, act, person)) {
			return Optional.of(Refusal.forbidden(switch (act) {
				case CHANGE, MOVE_SLOT, QUEUE, WITHDRAW ->
					"Only people of the team who are authorised on the account may do this.";
				case RECALL ->
					"Only the people who check and sign posts, or the Head of Communications, may recall one.";
			}));
		}
		if (this.onAccounts.isStopped(post)) {
			return Optional.of(Refusal.conflict(STOPPED));
		}
		return switch (act) {
			case CHANGE -> conflictUnless(
					this.approvals.hears(post, Message.POST_CHANGED) || !this.onAccounts.queued(post).isEmpty(),
					"The post is being drafted already: change it in the task “Draft the post”.");
			case MOVE_SLOT -> conflictUnless(
					this.posts.slot(reference).isPresent() && this.approvals.hears(post, Message.POST_CHANGED),
					"The post has no slot to move yet.");
			case QUEUE -> conflictUnless(mayQueue(post),
					"Only a post that is approved and waits for a slot within the next 48 hours can be put into the platform’s own queue.");
			case WITHDRAW -> Optional.empty();
			case RECALL ->
				conflictUnless(this.posts.latest(reference).isPresent() && this.standing.signOff(post).isPresent(),
						"The post is not approved, so there is nothing to recall.");
		};
	}

	private boolean mayAct(Post post, Act act, Person person) {
		if (act == Act.RECALL) {
			return person.isIn("head-of-communications") || person.isIn("charity-objects-reviewers")
					|| person.isIn(post.team() + "-approvers");
		}
		boolean answers = person.isIn("head-of-communications") || person.isIn(post.team() + "-approvers");
		boolean author = this.posts.authors(post.reference()).contains(person.login());
		boolean authorised = this.standing.concerned(post)
			.stream()
			.allMatch((account) -> this.accounts.isAuthorised(person.login(), account));
		if (act == Act.WITHDRAW && (author || answers)) {
			// to stop a post nobody needs an account
			return true;
		}
		return authorised && (author || this.access.isOfTeam(post, person));
	}

	private boolean mayQueue(Post post) {
		return this.posts.slot(post.reference())
			.filter((slot) -> !slot.publishAt().isAfter(this.approvals.queueReaches(post, this.clock.instant())))
			.isPresent() && this.gate.verdict(post).need() == Need.WAIT
				&& this.approvals.hears(post, Message.POST_CHANGED);
	}

	private boolean isBeingDecided(Post post) {
		return this.approvals.open(post)
			.stream()
			.anyMatch((task) -> task.task().equals(Task.CHECK_CHARITY_OBJECTS.id())
					|| task.task().equals(Task.SIGN_OFF_POST.id()) || task.task().equals(Task.CONFIRM_AFTER_FREEZE.id())
					|| task.task().equals(Task.CHECK_AND_SIGN_OFF.id()));
	}

	private boolean isBeingReviewed(Post post) {
		return this.approvals.open(post).stream().anyMatch((task) -> task.task().equals(Task.REVIEW_URGENT_POST.id()));
	}

	private static Optional<Refusal> conflictUnless(boolean possible, String why) {
		return possible ? Optional.empty() : Optional.of(Refusal.conflict(why));
	}

}
