package org.imprimatur.posts;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.imprimatur.accounts.Account;
import org.imprimatur.accounts.Accounts;
import org.imprimatur.accounts.Owner;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.posts.PostApproval.Message;
import org.imprimatur.posts.PostApproval.Task;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Begins and lifts freezes. Every approved post that is covered stops at once, wherever
 * it waits; a lift moves nothing, since each post is then looked at by itself.
 */
@Component
@Policy({ "CRISIS", "APPROVED" })
public class Freezing {

	/** Who may freeze anything. */
	private static final Set<String> ANYTHING = Set.of("head-of-communications", "digital-engagement-manager", "ceo",
			"ceo-deputies");

	private static final Set<String> LIFTERS = Set.of("head-of-communications", "ceo");

	private final Freezes freezes;

	private final Posts posts;

	private final StandingDecisions standing;

	private final ReleaseGate gate;

	private final PostApprovals approvals;

	private final Accounts accounts;

	private final People people;

	Freezing(Freezes freezes, Posts posts, StandingDecisions standing, ReleaseGate gate, PostApprovals approvals,
			Accounts accounts, People people) {
		this.freezes = freezes;
		this.posts = posts;
		this.standing = standing;
		this.gate = gate;
		this.approvals = approvals;
		this.accounts = accounts;
		this.people = people;
	}

	/** Whether the person may begin any freeze at all. */
	public static boolean mayBegin(Person person) {
		return ANYTHING.stream().anyMatch(person::isIn)
				|| person.groups().stream().anyMatch((group) -> group.endsWith("-approvers"));
	}

	/** How much this person may freeze; empty for most people. */
	public List<FreezeScope> scopes(Person person) {
		if (ANYTHING.stream().anyMatch(person::isIn)) {
			return List.of(FreezeScope.values());
		}
		return accounts(person).isEmpty() ? List.of() : List.of(FreezeScope.ACCOUNT);
	}

	/** The accounts that this person may freeze. */
	public List<Account> accounts(Person person) {
		boolean any = ANYTHING.stream().anyMatch(person::isIn);
		return this.accounts.all()
			.stream()
			.filter((account) -> any || person.isIn(account.team() + "-approvers"))
			.toList();
	}

	/**
	 * Begins a freeze; the person is its owner.
	 * @return its number
	 * @throws InvalidFields if something has to be typed differently
	 * @throws Refusal 403 if the person may not, 409 if they have frozen just this
	 * already
	 */
	@Transactional
	public long begin(Fields fields, Person person) {
		if (scopes(person).isEmpty()) {
			throw Refusal.forbidden("You cannot freeze posts. Ask an approver of the account's team, the Digital "
					+ "Engagement Manager or the Head of Communications.");
		}
		FieldCheck check = new FieldCheck(fields);
		FreezeScope scope = check.choice("scope", FreezeScope.class, "Choose what to freeze.");
		String target = (scope != null) ? target(scope, fields, person, check) : null;
		String reason = check.required("reason", PostWriting.LONGEST_REASON, "the reason",
				"Enter why posts are held back.");
		String incident = check.text("incident", 64, "the incident");
		if (incident != null && !incident.matches("INC-[A-Za-z0-9-]+")) {
			check.problem("incident", "Enter the reference of the incident, such as INC-2026-000001, or leave it out.");
		}
		check.done();
		mayFreeze(scope, target, person);
		this.freezes.lock();
		if (this.freezes.all()
			.stream()
			.anyMatch((one) -> one.inForce() && one.scope() == scope && Objects.equals(one.target(), target)
					&& one.begunBy().equals(person.login()))) {
			throw Refusal.conflict("You have frozen this already, and it is in force. See /freezes.");
		}
		long id = this.freezes.begin(scope, target, reason, incident, person.login());
		stop(this.freezes.find(id).orElseThrow());
		return id;
	}

	/**
	 * Lifts a freeze.
	 * @throws InvalidFields if the reason is missing
	 * @throws Refusal 403, 404, or 409 if somebody has lifted it
	 */
	@Transactional
	public void lift(long id, Fields fields, Person person) {
		this.freezes.lock(id);
		Freeze freeze = this.freezes.find(id).orElseThrow(() -> Refusal.notFound("There is no such freeze."));
		whyNotLift(freeze, person).ifPresent((refusal) -> {
			throw refusal;
		});
		FieldCheck check = new FieldCheck(fields);
		String reason = check.required("reason", PostWriting.LONGEST_REASON, "the reason",
				"Enter why the freeze is lifted.");
		check.done();
		this.freezes.lift(id, reason, person.login());
	}

	/** Why the person cannot lift the freeze now; empty if they can. */
	public Optional<Refusal> whyNotLift(Freeze freeze, Person person) {
		if (!freeze.inForce()) {
			return Optional.of(Refusal.conflict(this.people.nameOf(freeze.lift().liftedBy()) + " lifted this freeze on "
					+ LondonTime.dateTime(freeze.lift().liftedAt()) + " already. Nothing was recorded twice."));
		}
		if (!freeze.begunBy().equals(person.login()) && LIFTERS.stream().noneMatch(person::isIn)) {
			return Optional.of(Refusal.forbidden("You cannot lift this freeze. " + this.freezes.whoLifts(freeze)));
		}
		return Optional.empty();
	}

	/** Everything that is covered, approved and on its way out is looked at again. */
	private void stop(Freeze freeze) {
		for (String reference : this.posts.open()) {
			Optional<Post> covered = this.posts.find(reference)
				.filter((post) -> this.standing.accountsOf(post).stream().anyMatch(freeze::covers));
			if (covered.isPresent()) {
				this.posts.lock(reference);
				covered.filter((post) -> this.gate.verdict(post).need() == Need.CONFIRM)
					.filter((post) -> !isAtConfirmation(post))
					.filter((post) -> this.approvals.hears(post, Message.POST_CHANGED))
					.ifPresent(this.approvals::changed);
			}
		}
	}

	private boolean isAtConfirmation(Post post) {
		return this.approvals.open(post)
			.stream()
			.anyMatch((task) -> task.task().equals(Task.CONFIRM_AFTER_FREEZE.id()));
	}

	private String target(FreezeScope scope, Fields fields, Person person, FieldCheck check) {
		return switch (scope) {
			case EVERYTHING -> null;
			case ENTITY -> {
				String entity = fields.value("entity");
				if (Arrays.asList(Owner.TRUST.name(), Owner.SECTION.name()).contains(entity)) {
					yield entity;
				}
				check.problem("entity", "Choose whose accounts to freeze.");
				yield null;
			}
			case ACCOUNT -> {
				String account = fields.value("account");
				if (this.accounts.find(account).isEmpty()) {
					check.problem("account", "Choose the account to freeze.");
				}
				yield account;
			}
		};
	}

	private void mayFreeze(FreezeScope scope, String target, Person person) {
		boolean may = scopes(person).contains(scope) && (scope != FreezeScope.ACCOUNT
				|| accounts(person).stream().anyMatch((account) -> account.id().equals(target)));
		if (!may) {
			throw Refusal.forbidden("You can freeze accounts of your own team only. For anything else ask the Head of "
					+ "Communications or the Digital Engagement Manager.");
		}
	}

}
