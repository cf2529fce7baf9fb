package org.imprimatur.posts;

import java.time.Clock;
import java.time.Instant;

import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.TaskAtHand;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Posts in the platforms' own queues that have to come out again: why, and what became of
 * each.
 */
@Component
@Policy("APPROVED")
public class PostQueues {

	private final Posts posts;

	private final PostAccounts onAccounts;

	private final StandingDecisions standing;

	private final ReleaseGate gate;

	private final PostWriting writing;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	PostQueues(Posts posts, PostAccounts onAccounts, StandingDecisions standing, ReleaseGate gate, PostWriting writing,
			ApplicationEventPublisher events, Clock clock) {
		this.posts = posts;
		this.onAccounts = onAccounts;
		this.standing = standing;
		this.gate = gate;
		this.writing = writing;
		this.events = events;
		this.clock = clock;
	}

	/** Why the post has to come out of the queue of this account, as a sentence. */
	public String because(Post post, String account) {
		return stopped(post, account) ? why(post, account)
				: "Nobody recorded within the hour after its slot what became of it.";
	}

	/** Appends that it was taken out in time. */
	public void takenOut(Post post, TaskAtHand task, String account, String reason, Person person) {
		PostRelease queued = queued(post, account);
		this.writing.release(post, task, queued.revision(), account, Released.NOT_POSTED, null, null,
				"Taken out of the platform’s queue. " + because(post, account) + ((reason != null) ? " " + reason : ""),
				person);
	}

	/**
	 * Appends that it had gone out before, and has somebody decide what follows if it
	 * should not have.
	 * @param postedAt null if it is not known: then its slot, or now if that is earlier
	 */
	public void alreadyOut(Post post, TaskAtHand task, String account, String address, Instant postedAt, String reason,
			Person person) {
		PostRelease queued = queued(post, account);
		String because = because(post, account);
		boolean stopped = stopped(post, account);
		Instant now = this.clock.instant();
		Instant slot = queued.postedAt().isAfter(now) ? now : queued.postedAt();
		this.writing.release(post, task, queued.revision(), account, Released.POSTED, address,
				(postedAt != null) ? postedAt : slot, reason, person);
		if (stopped) {
			this.events.publishEvent(new WentOutAnyway(post.reference(), account, because, person.login()));
		}
	}

	private boolean stopped(Post post, String account) {
		return lastAct(post, account) != null || this.gate.decided(post, this.standing.concerned(post)).isPresent();
	}

	private String why(Post post, String account) {
		PostAct act = lastAct(post, account);
		if (act == null) {
			return this.gate.decided(post, this.standing.concerned(post)).orElseThrow().why();
		}
		String what = switch (act.act()) {
			case RECALL -> "It was recalled";
			case WITHDRAW -> "It was withdrawn";
			case MOVE_SLOT -> "Its slot was moved";
			default -> "It is to be changed";
		};
		return what + " on " + LondonTime.dateTime(act.doneAt()) + ((act.reason() != null) ? ": " + act.reason() : ".");
	}

	/** What somebody did to the post since it was put there; null if nothing. */
	private PostAct lastAct(Post post, String account) {
		Instant since = queued(post, account).recordedAt();
		return this.posts.acts(post.reference())
			.stream()
			.filter((act) -> act.act() != Act.QUEUE && !act.doneAt().isBefore(since))
			.reduce((first, second) -> (first.act() == Act.RECALL || first.act() == Act.WITHDRAW) ? first : second)
			.orElse(null);
	}

	private PostRelease queued(Post post, String account) {
		PostRelease queued = this.onAccounts.queued(post).get(account);
		if (queued == null) {
			throw Refusal.conflict(post.reference() + " is not in the queue of this account any more. See /items/"
					+ post.reference() + " for what happens now.");
		}
		return queued;
	}

}
