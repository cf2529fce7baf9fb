package org.imprimatur.posts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.imprimatur.accounts.Account;
import org.imprimatur.accounts.AccountState;
import org.imprimatur.accounts.Accounts;
import org.imprimatur.accounts.BioState;
import org.imprimatur.accounts.Owner;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.ModelName;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.posts.PostApproval.Task;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Asked;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.TaskAtHand;

import org.springframework.stereotype.Component;

/**
 * Writes what people decided about a post into its record: a decision, a slot, a release.
 */
@Component
@Policy({ "OBJECTS", "APPROVED", "CONDUCT" })
public class PostWriting {

	/** The longest reason. */
	public static final int LONGEST_REASON = 10_000;

	private final Posts posts;

	private final StandingDecisions standing;

	private final PostApprovals approvals;

	private final PostCorrections corrections;

	private final Accounts accounts;

	private final People people;

	private final Clock clock;

	PostWriting(Posts posts, StandingDecisions standing, PostApprovals approvals, PostCorrections corrections,
			Accounts accounts, People people, Clock clock) {
		this.posts = posts;
		this.standing = standing;
		this.approvals = approvals;
		this.corrections = corrections;
		this.accounts = accounts;
		this.people = people;
		this.clock = clock;
	}

	/** Why the account cannot be used and who can mend it. */
	public String blocked(Post post) {
		String why = this.standing.objectsCheck(post).reason();
		PostFacts facts = this.standing.facts(post);
		List<Account> on = this.standing.accountsOf(post);
		List<Account> unusable = on.stream()
			.filter((account) -> account.isClosed() || account.owner() == Owner.UNKNOWN
					|| this.accounts.bioState(account.id()) != BioState.CURRENT)
			.toList();
		String names = (unusable.isEmpty() ? on : unusable).stream()
			.map(Account::name)
			.collect(Collectors.joining(", "));
		String mend = (facts.accountState() == AccountState.CLOSED) ? "open it again, or propose the post elsewhere"
				: (facts.owner() == Owner.UNKNOWN) ? "record the owner, then send this again"
						: "look at its public profile and record what it says, then send this again";
		String who = Stream.of("head-of-communications", "digital-engagement-manager")
			.flatMap((group) -> this.people.inGroup(group).stream())
			.map(Person::name)
			.distinct()
			.collect(Collectors.joining(" or "));
		return names + " cannot be used now. " + why + " Ask " + (who.isEmpty() ? "the Head of Communications" : who)
				+ " to " + mend + ".";
	}

	/** Appends a decision on the latest revision. */
	public void decide(Post post, TaskAtHand task, Enum<?> decision, String reason, String object,
			Collection<Line> confirmed, Set<Trigger> triggers, Asked asked, Person person) {
		decide(post, new PostApproval().task(task.task()).orElseThrow(), task.id(),
				task.groups().stream().findFirst().orElse(""), Route.FULL, decision, reason, object, confirmed,
				triggers, asked, person);
	}

	private void decide(Post post, ModelName task, String taskId, String decidedFor, Route route, Enum<?> decision,
			String reason, String object, Collection<Line> confirmed, Set<Trigger> triggers, Asked asked,
			Person person) {
		PostRevision revision = this.posts.latest(post.reference()).orElse(null);
		String owners = this.standing.ownersNow(post)
			.entrySet()
			.stream()
			.map((one) -> one.getKey() + "=" + one.getValue())
			.collect(Collectors.joining(","));
		this.posts.add(new PostDecision(null, post.reference(), (revision != null) ? revision.number() : 0, task.id(),
				taskId, decision.name(), reason, object, codes(confirmed), codes(triggers), decidedFor,
				shorten(asked.because()), (revision != null) ? revision.contentDigest() : "",
				(revision != null) ? revision.groundsDigest() : "", owners, person.login(), this.clock.instant(),
				route));
	}

	/**
	 * Appends what one person decided in one go, each in a row of its own.
	 * @param finding null if the objects did not have to be checked
	 */
	public void decideTogether(Post post, TaskAtHand task, ObjectsFinding finding, String object, SignOff decision,
			String reason, Collection<Line> confirmed, Set<Trigger> triggers, Asked asked, Person person) {
		String group = this.standing.route(post).group();
		if (finding != null) {
			decide(post, Task.CHECK_CHARITY_OBJECTS, task.id(), "charity-objects-reviewers", Route.LIGHT, finding,
					reason, object, Set.of(), Set.of(), asked, person);
		}
		decide(post, Task.SIGN_OFF_POST, task.id(), group, Route.LIGHT, decision, reason, null, confirmed, triggers,
				asked, person);
		boolean asksForNoTime = this.posts.latest(post.reference()).map(PostRevision::publishAt).isEmpty();
		if (asksForNoTime && this.posts.slot(post.reference()).isEmpty() && this.standing.signOff(post).isPresent()) {
			slot(post, this.clock.instant(), "Nobody asked for a time, so it goes out at once.", person);
		}
	}

	/** Sets the slot. */
	public void slot(Post post, Instant publishAt, String reason, Person person) {
		this.posts.add(new PostSlot(null, post.reference(), publishAt, reason, person.login(), this.clock.instant()));
		this.approvals.slotIs(post, publishAt);
	}

	/** Clears the slot: the next one has to be chosen by a person. */
	public void noSlot(Post post, String reason, Person person) {
		this.posts.add(new PostSlot(null, post.reference(), null, reason, person.login(), this.clock.instant()));
	}

	/**
	 * Appends what happened on one account.
	 * @param revision the number of the version that it happened to
	 * @throws Refusal if the post is out on that account already
	 */
	public void release(Post post, TaskAtHand task, int revision, String account, Released released, String address,
			Instant postedAt, String differences, Person person) {
		notTwice(post, account);
		this.posts.add(new PostRelease(null, post.reference(), revision, account, task.id(), released, address,
				postedAt, differences, person.login(), this.clock.instant()));
		if (released == Released.POSTED_WITH_DIFFERENCE) {
			this.corrections.differs(post, account, differences, person);
		}
	}

	/** Whatever brought a second task to publish the post about. */
	private void notTwice(Post post, String account) {
		if (this.posts.releases(post.reference())
			.stream()
			.anyMatch((one) -> one.account().equals(account) && one.decision().isOut())) {
			throw Refusal
				.conflict("The release of " + post.reference() + " on this account is recorded already. See /items/"
						+ post.reference() + " for what happens now.");
		}
	}

	/** A time from a form that must not have passed; null if blank. */
	public Instant future(String typed, String field, FieldCheck check) {
		Instant time = time(typed, field, check);
		// two minutes, since people type whole minutes and then press a button
		if (time != null && time.isBefore(this.clock.instant().minusSeconds(120))) {
			check.problem(field, LondonTime.dateTime(time) + " has passed. Enter a later time.");
		}
		if (time != null && time.isAfter(this.clock.instant().plus(Duration.ofDays(366)))) {
			check.problem(field, "Enter a time within the next year.");
		}
		return time;
	}

	/** A time from a form; null if blank. */
	public static Instant time(String typed, String field, FieldCheck check) {
		if (typed.isEmpty()) {
			return null;
		}
		try {
			return LondonTime.parse(typed);
		}
		catch (LondonTime.NotATime ex) {
			check.problem(field, ex.getMessage());
			return null;
		}
	}

	static String codes(Collection<? extends Enum<?>> codes) {
		return new TreeSet<>(codes.stream().map(Enum::name).toList()).stream().collect(Collectors.joining(","));
	}

	private static String shorten(String text) {
		return (text.length() > 2000) ? text.substring(0, 2000) : text;
	}

}
