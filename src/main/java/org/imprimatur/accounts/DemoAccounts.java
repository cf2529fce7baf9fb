package org.imprimatur.accounts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.imprimatur.security.People;
import org.imprimatur.security.Person;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Accounts and objects made up for the demonstration: checked, every member of a team
 * trained, and authorised on its accounts.
 */
@Component
@ConditionalOnProperty(name = "imprimatur.demo", havingValue = "true", matchIfMissing = true)
class DemoAccounts implements SmartLifecycle {

	/** Login of the Digital Engagement Manager of the demo. */
	private static final String MANAGER = "dem";

	private static final Map<String, String> MANAGERS = Map.of("digital-team", "approver", "team-news", "news-lead",
			"community-leeds", "activist-lead");

	private final Accounts accounts;

	private final Authorisations authorisations;

	private final BioChecks checks;

	private final Trainings trainings;

	private final Periods periods;

	private final People people;

	private final Clock clock;

	private final TransactionTemplate transaction;

	private volatile boolean made;

	DemoAccounts(Accounts accounts, Authorisations authorisations, BioChecks checks, Trainings trainings,
			Periods periods, People people, Clock clock, TransactionTemplate transaction) {
		this.accounts = accounts;
		this.authorisations = authorisations;
		this.checks = checks;
		this.trainings = trainings;
		this.periods = periods;
		this.people = people;
		this.clock = clock;
		this.transaction = transaction;
	}

	@Override
	public void start() {
		this.transaction.executeWithoutResult((status) -> make());
		this.made = true;
	}

	@Override
	public void stop() {
		this.made = false;
	}

	@Override
	public boolean isRunning() {
		return this.made;
	}

	/** Before the first request is served, after the people are there. */
	@Override
	public int getPhase() {
		return 0;
	}

	private void make() {
		account("main-x", "Main X account", "X", "@demo_charity", AccountKind.MAIN, Owner.JOINT, null, "digital-team");
		account("main-facebook", "Main Facebook page", "Facebook", "Demo Charity", AccountKind.MAIN, Owner.JOINT, null,
				"digital-team");
		account("trust-linkedin", "Trust LinkedIn page", "LinkedIn", "Demo Charity Trust", AccountKind.MAIN,
				Owner.TRUST, "Demo: job adverts of the Trust.", "digital-team");
		account("section-instagram", "Section Instagram account", "Instagram", "@demo_section", AccountKind.MAIN,
				Owner.SECTION, "Demo: held by the Section alone since it began there.", "digital-team");
		account("news-x", "News X account", "X", "@demo_news", AccountKind.SPECIALIST, Owner.JOINT, null, "team-news");
		account("leeds-facebook", "Leeds group Facebook page", "Facebook", "Demo Leeds Group", AccountKind.COMMUNITY,
				Owner.SECTION, null, "community-leeds");
		account("unknown-tiktok", "TikTok account", "TikTok", "@demo_clips", AccountKind.MAIN, Owner.UNKNOWN, null,
				"digital-team");
		object("human-rights-research", "Demo: to carry out research into human rights and publish it.");
		object("relief-of-victims", "Demo: to relieve people whose human rights have been violated.");
		object("public-education", "Demo: to teach the public about human rights.");
	}

	private void account(String id, String name, String platform, String handle, AccountKind kind, Owner owner,
			String ownerReason, String team) {
		Set<String> members = new TreeSet<>();
		for (String group : List.of(team, team + "-approvers")) {
			this.people.inGroup(group).stream().map(Person::login).forEach(members::add);
		}
		LocalDate today = Periods.today(this.clock);
		members.stream().filter((login) -> this.trainings.last(login).isEmpty()).forEach((login) -> {
			this.trainings.add(new Training(null, login, today.minusMonths(1),
					"Demo: course “Posting for the charity”, list of those who came.", MANAGER, this.clock.instant()));
		});
		if (this.accounts.find(id).isEmpty()) {
			this.accounts.add(
					new Account(id, name, platform, handle, kind, owner, ownerReason,
							(ownerReason != null) ? "Gareth Penrose, Head of Communications, on 3 March 2026" : null,
							"Demo: " + name + ".", team, MANAGERS.get(team), AccountState.ACTIVE, true),
					"Demo: made up for the demonstration.", MANAGER);
			members.forEach(
					(login) -> this.authorisations.give(id, login, today.plusMonths(this.periods.authorisationMonths()),
							"Demo: posting is part of the job.", "Demo vault: " + name + ", " + login, MANAGER));
		}
		if (this.checks.last(id).isEmpty()) {
			// of the one whose owner nobody knows, too: it is mended by recording the
			// owner
			this.accounts.checked(new BioCheck(null, id, today, BioFinding.SAYS_OWNER,
					"Demo: " + name + ((owner != Owner.UNKNOWN) ? ", owned by " + owner.label() : "") + ".",
					"Demo: looked at the profile on the day the demonstration was made.", MANAGER,
					this.clock.instant()));
		}
	}

	private void object(String id, String text) {
		if (this.accounts.object(id).isEmpty()) {
			this.accounts.add(new CharityObject(id, text, true));
		}
	}

}
