package org.imprimatur.posts;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.imprimatur.accounts.Account;
import org.imprimatur.accounts.AccountKind;
import org.imprimatur.accounts.AccountState;
import org.imprimatur.accounts.Accounts;
import org.imprimatur.accounts.BioState;
import org.imprimatur.accounts.Owner;
import org.imprimatur.kernel.Policy;
import org.imprimatur.partners.Partners;
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

	private final PostTexts texts;

	private final PostAccounts onAccounts;

	private final Accounts accounts;

	private final PostApprovals approvals;

	private final Partners partners;

	private final SecondPeople secondPeople;

	private final ElectionPeriods elections;

	private final Escalations escalations;

	private final Clock clock;

	StandingDecisions(Posts posts, PostTexts texts, PostAccounts onAccounts, Accounts accounts, PostApprovals approvals,
			Partners partners, SecondPeople secondPeople, ElectionPeriods elections, Escalations escalations,
			Clock clock) {
		this.onAccounts = onAccounts;
		this.posts = posts;
		this.texts = texts;
		this.accounts = accounts;
		this.approvals = approvals;
		this.partners = partners;
		this.secondPeople = secondPeople;
		this.elections = elections;
		this.escalations = escalations;
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
		return facts(post, concerned(post));
	}

	/** The facts as far as these accounts are concerned. */
	PostFacts facts(Post post, List<String> ids) {
		List<Account> on = found(ids);
		Owner owner = on.stream()
			.map(Account::owner)
			.max(Comparator.comparing(StandingDecisions::strictness))
			.orElse(Owner.UNKNOWN);
		// main before specialist before community: of several the strictest
		AccountKind kind = on.stream().map(Account::kind).min(Comparator.naturalOrder()).orElse(AccountKind.MAIN);
		boolean election = this.elections.include(this.clock.instant())
				|| releaseTime(post).filter(this.elections::include).isPresent();
		AccountState state = on.stream().anyMatch(Account::isClosed) ? AccountState.CLOSED : AccountState.ACTIVE;
		BioState bioCheck = on.stream()
			.map((account) -> this.accounts.bioState(account.id()))
			.max(Comparator.naturalOrder())
			.orElse(BioState.OVERDUE);
		return new PostFacts(owner, state, bioCheck, kind, post.kind(), post.team(), election, triggers(post),
				alignment(post, ids).isPresent() ? Standing.STANDS : Standing.NONE,
				this.posts.latest(post.reference())
					.filter((revision) -> this.partners.holds(revision.sourceUrl()))
					.isPresent(),
				false);
	}

	/** The objects decision that covers the post as it is now. */
	public Optional<PostDecision> alignment(Post post) {
		return alignment(post, concerned(post));
	}

	private Optional<PostDecision> alignment(Post post, List<String> on) {
		Optional<PostRevision> revision = this.posts.latest(post.reference());
		Map<String, String> owners = owners(on);
		return this.posts.lastDecision(post.reference(), Task.CHECK_CHARITY_OBJECTS)
			.filter((decision) -> decision.decision().equals(ObjectsFinding.ALIGNED.name()))
			.filter((decision) -> revision.filter((now) -> sameContent(decision, now, on)).isPresent())
			.filter((decision) -> owners.entrySet()
				.stream()
				.allMatch((one) -> one.getValue().equals(decision.ownersThen().get(one.getKey()))))
			.filter((decision) -> !this.posts.authors(post.reference()).contains(decision.decidedBy()));
	}

	/** The sign-off that covers the post as it is now. */
	public Optional<PostDecision> signOff(Post post) {
		return signOff(post, concerned(post));
	}

	Optional<PostDecision> signOff(Post post, List<String> on) {
		Optional<PostRevision> revision = this.posts.latest(post.reference());
		PostFacts facts = facts(post, on);
		String group = this.approvals.approvalRoute(post, facts).group();
		boolean central = facts.accountKind() != AccountKind.COMMUNITY;
		return this.posts.lastDecision(post.reference(), Task.SIGN_OFF_POST)
			.filter((decision) -> decision.decision().equals(SignOff.APPROVED.name()))
			.filter((decision) -> revision
				.filter((now) -> sameContent(decision, now, on) && now.groundsDigest().equals(decision.groundsDigest())
						&& decision.ownersThen().keySet().containsAll(on))
				.isPresent())
			.filter((decision) -> decision.decidedFor().equals(group)
					|| (central && decision.decidedFor().equals("head-of-communications")) || wentUp(decision, group))
			.filter((decision) -> !this.posts.authors(post.reference()).contains(decision.decidedBy()))
			.filter((decision) -> (decision.route() == Route.LIGHT) ? mayBeLight(post)
					: !this.posts.deciders(post.reference(), Task.CHECK_CHARITY_OBJECTS)
						.contains(decision.decidedBy()));
	}

	/** Whether on each of the accounts the same goes out as was decided on. */
	private boolean sameContent(PostDecision decision, PostRevision now, List<String> on) {
		return this.posts.revision(decision.reference(), decision.revision())
			.filter((then) -> this.texts.same(then, now, on))
			.isPresent();
	}

	/** Whether it was decided for a group that was asked instead. */
	boolean wentUp(PostDecision decision) {
		return this.escalations.of(decision.taskId())
			.filter((one) -> one.toGroup().equals(decision.decidedFor()))
			.isPresent();
	}

	/** Nobody of the group was left, and it was decided for the group asked instead. */
	private boolean wentUp(PostDecision decision, String group) {
		return this.escalations.of(decision.taskId())
			.filter((one) -> one.toGroup().equals(decision.decidedFor()) && one.fromGroup().equals(group))
			.isPresent();
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

	/** Account id to owner as the register says now. */
	Map<String, String> ownersNow(Post post) {
		return owners(concerned(post));
	}

	private Map<String, String> owners(List<String> on) {
		Map<String, String> owners = new TreeMap<>();
		found(on).forEach((account) -> owners.put(account.id(), account.owner().name()));
		return owners;
	}

	/** The accounts of the post, those it is out on included. */
	List<Account> accountsOf(Post post) {
		return found(this.onAccounts.of(post));
	}

	/** What is still to be decided concerns the accounts it is not out on. */
	List<String> concerned(Post post) {
		List<String> left = this.onAccounts.left(post);
		return left.isEmpty() ? this.onAccounts.of(post) : left;
	}

	List<Account> found(List<String> ids) {
		return ids.stream().flatMap((id) -> this.accounts.find(id).stream()).toList();
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
