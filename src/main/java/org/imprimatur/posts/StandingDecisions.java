package org.imprimatur.posts;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.imprimatur.accounts.Account;
import org.imprimatur.accounts.AccountKind;
import org.imprimatur.accounts.Accounts;
import org.imprimatur.accounts.Owner;
import org.imprimatur.kernel.Policy;
import org.imprimatur.partners.Partners;
import org.imprimatur.posts.PostApproval.Need;
import org.imprimatur.posts.PostApproval.ObjectsCheck;
import org.imprimatur.posts.PostApproval.Standing;
import org.imprimatur.posts.PostApproval.Task;
import org.imprimatur.posts.PostApprovals.ObjectsAnswer;
import org.imprimatur.posts.PostApprovals.RouteAnswer;

import org.springframework.stereotype.Component;

/**
 * Which decisions still cover a post as it is now, and so what it needs next. Looks at
 * the record and the register only, never at variables of the case.
 * <p>
 * The objects decision stands while the content and the owners of its accounts are the
 * same; the sign-off while content, grounds and accounts are, an account taken away
 * apart. The slot depends on neither.
 */
@Component
@Policy({ "APPROVED", "OBJECTS" })
public class StandingDecisions {

	private final Posts posts;

	private final Accounts accounts;

	private final PostApprovals approvals;

	private final Partners partners;

	private final SecondPeople secondPeople;

	private final ElectionPeriods elections;

	private final Clock clock;

	StandingDecisions(Posts posts, Accounts accounts, PostApprovals approvals, Partners partners,
			SecondPeople secondPeople, ElectionPeriods elections, Clock clock) {
		this.posts = posts;
		this.accounts = accounts;
		this.approvals = approvals;
		this.partners = partners;
		this.secondPeople = secondPeople;
		this.elections = elections;
		this.clock = clock;
	}

	/**
	 * What a post needs and why.
	 *
	 * @param why a sentence for the people who are asked next
	 */
	public record Verdict(Need need, String why) {
	}

	/**
	 * Whether somebody has refused the post for good: no later decision outvotes that.
	 */
	public boolean refused(Post post) {
		return this.posts.decisions(post.reference())
			.stream()
			.anyMatch((decision) -> decision.decision().equals(ObjectsFinding.NOT_ALIGNED.name())
					|| decision.decision().equals(SignOff.REJECTED.name()));
	}

	/** The facts the decision tables look at, as if nobody could both check and sign. */
	public PostFacts facts(Post post) {
		List<Account> on = accountsOf(post);
		Owner owner = on.stream()
			.map(Account::owner)
			.max(Comparator.comparing(StandingDecisions::strictness))
			.orElse(Owner.UNKNOWN);
		AccountKind kind = on.isEmpty() ? AccountKind.MAIN : on.get(0).kind();
		boolean election = this.elections.include(this.clock.instant())
				|| releaseTime(post).filter(this.elections::include).isPresent();
		return new PostFacts(owner, kind, post.kind(), post.team(), election, triggers(post),
				alignment(post).isPresent() ? Standing.STANDS : Standing.NONE,
				this.posts.latest(post.reference())
					.filter((revision) -> this.partners.holds(revision.sourceUrl()))
					.isPresent(),
				false);
	}

	/** The objects decision that covers the post as it is now. */
	public Optional<PostDecision> alignment(Post post) {
		Optional<PostRevision> revision = this.posts.latest(post.reference());
		Map<String, String> owners = ownersNow(post);
		return this.posts.lastDecision(post.reference(), Task.CHECK_CHARITY_OBJECTS)
			.filter((decision) -> decision.decision().equals(ObjectsFinding.ALIGNED.name()))
			.filter((decision) -> revision.filter((now) -> now.contentDigest().equals(decision.contentDigest()))
				.isPresent())
			.filter((decision) -> owners.entrySet()
				.stream()
				.allMatch((one) -> one.getValue().equals(decision.ownersThen().get(one.getKey()))))
			.filter((decision) -> !this.posts.authors(post.reference()).contains(decision.decidedBy()));
	}

	/** The sign-off that covers the post as it is now. */
	public Optional<PostDecision> signOff(Post post) {
		Optional<PostRevision> revision = this.posts.latest(post.reference());
		String group = route(post).group();
		boolean central = facts(post).accountKind() != AccountKind.COMMUNITY;
		return this.posts.lastDecision(post.reference(), Task.SIGN_OFF_POST)
			.filter((decision) -> decision.decision().equals(SignOff.APPROVED.name()))
			.filter((decision) -> revision
				.filter((now) -> now.contentDigest().equals(decision.contentDigest())
						&& now.groundsDigest().equals(decision.groundsDigest())
						&& decision.ownersThen().keySet().containsAll(now.accountIds()))
				.isPresent())
			.filter((decision) -> decision.decidedFor().equals(group)
					|| (central && decision.decidedFor().equals("head-of-communications")))
			.filter((decision) -> !this.posts.authors(post.reference()).contains(decision.decidedBy()))
			.filter((decision) -> (decision.route() == Route.LIGHT) ? mayBeLight(post)
					: !this.posts.deciders(post.reference(), Task.CHECK_CHARITY_OBJECTS)
						.contains(decision.decidedBy()));
	}

	public ObjectsAnswer objectsCheck(Post post) {
		return this.approvals.objectsCheck(post, facts(post));
	}

	/** Who signs: the light route only while somebody is there to take it. */
	public RouteAnswer route(Post post) {
		RouteAnswer hoped = hoped(post);
		return (!hoped.isLight() || !secondPeople(post, hoped).isEmpty()) ? hoped
				: this.approvals.approvalRoute(post, facts(post));
	}

	/**
	 * Logins of those who may both check and sign the post; nobody unless it may take the
	 * light route.
	 */
	public Set<String> secondPeople(Post post) {
		RouteAnswer hoped = hoped(post);
		return hoped.isLight() ? secondPeople(post, hoped) : Set.of();
	}

	/**
	 * Whether one person may check and sign what this post is. Who is there to do it is
	 * no part of the question: what was decided so stands when that person has left.
	 */
	public boolean mayBeLight(Post post) {
		return hoped(post).isLight();
	}

	private RouteAnswer hoped(Post post) {
		return this.approvals.approvalRoute(post, facts(post).withSecondPerson());
	}

	private Set<String> secondPeople(Post post, RouteAnswer light) {
		return this.secondPeople.of(post, light.group(), objectsCheck(post).check() == ObjectsCheck.REQUIRED);
	}

	/** Triggers of the latest revision, and all that approvers have added to any. */
	public Set<Trigger> triggers(Post post) {
		Set<Trigger> triggers = EnumSet.noneOf(Trigger.class);
		this.posts.latest(post.reference()).ifPresent((revision) -> {
			triggers.addAll(revision.triggerCodes());
			// what a checker has added stays, whatever version follows
			this.posts.decisions(post.reference()).forEach((decision) -> triggers.addAll(decision.triggerCodes()));
		});
		return triggers;
	}

	/** What the post needs now: the one gate before release. */
	public Verdict verdict(Post post) {
		Optional<PostRevision> revision = this.posts.latest(post.reference());
		if (revision.isEmpty() || changeAsked(post, revision.get())) {
			return new Verdict(Need.DRAFT, "The post is to be changed.");
		}
		ObjectsAnswer objects = objectsCheck(post);
		if (objects.check() == ObjectsCheck.REQUIRED) {
			return new Verdict(Need.OBJECTS, objects.reason());
		}
		if (objects.check() == ObjectsCheck.BLOCKED) {
			return new Verdict(Need.SCHEDULE, objects.reason());
		}
		if (signOff(post).isEmpty()) {
			return new Verdict(Need.SIGN_OFF, "No sign-off covers the post as it is now.");
		}
		Optional<Instant> slot = this.posts.slot(post.reference()).map(PostSlot::publishAt);
		Instant now = this.clock.instant();
		if (slot.isEmpty()) {
			return new Verdict(Need.SCHEDULE, "The post is approved and has no slot yet.");
		}
		if (slot.get().isAfter(now)) {
			return new Verdict(Need.WAIT, "The post is approved and waits for its slot.");
		}
		if (now.isAfter(this.approvals.graceEnds(post, slot.get()))) {
			return new Verdict(Need.SCHEDULE,
					"The slot has passed. Choose another one. If the post is out already, choose the time now: you can then record when it went out.");
		}
		return new Verdict(Need.PUBLISH, "The post is approved and its slot has come.");
	}

	/** Whether a change of this very revision was asked for. */
	private boolean changeAsked(Post post, PostRevision revision) {
		return this.posts.acts(post.reference())
			.stream()
			.anyMatch((act) -> act.act() == Act.CHANGE && act.revision() == revision.number());
	}

	/** Account id to owner as the register says now. */
	Map<String, String> ownersNow(Post post) {
		Map<String, String> owners = new TreeMap<>();
		accountsOf(post).forEach((account) -> owners.put(account.id(), account.owner().name()));
		return owners;
	}

	List<Account> accountsOf(Post post) {
		return this.posts.latest(post.reference())
			.map(PostRevision::accountIds)
			.orElseGet(post::accountIds)
			.stream()
			.flatMap((id) -> this.accounts.find(id).stream())
			.toList();
	}

	private Optional<Instant> releaseTime(Post post) {
		return this.posts.slot(post.reference())
			.map(PostSlot::publishAt)
			.or(() -> this.posts.latest(post.reference()).map(PostRevision::publishAt));
	}

	private static int strictness(Owner owner) {
		return switch (owner) {
			case SECTION -> 0;
			case JOINT -> 1;
			case TRUST -> 2;
			case UNKNOWN -> 3;
		};
	}

}
