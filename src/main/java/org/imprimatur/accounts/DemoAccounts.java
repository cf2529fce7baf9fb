package org.imprimatur.accounts;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.imprimatur.security.People;
import org.imprimatur.security.Person;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Accounts and objects made up for the demonstration; every member of a team may use its
 * accounts for a year.
 */
@Component
@ConditionalOnProperty(name = "imprimatur.demo", havingValue = "true", matchIfMissing = true)
class DemoAccounts implements SmartLifecycle {

	private static final String EXCEPTION = "Demo: held by the Section alone since it began there; allowed by the Head of Communications on 3 March 2026.";

	private final Accounts accounts;

	private final People people;

	private final Clock clock;

	private final TransactionTemplate transaction;

	private volatile boolean made;

	DemoAccounts(Accounts accounts, People people, Clock clock, TransactionTemplate transaction) {
		this.accounts = accounts;
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
				Owner.TRUST, "Demo: job adverts of the Trust; allowed by the Head of Communications on 3 March 2026.",
				"digital-team");
		account("section-instagram", "Section Instagram account", "Instagram", "@demo_section", AccountKind.MAIN,
				Owner.SECTION, EXCEPTION, "digital-team");
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
		if (this.accounts.find(id).isEmpty()) {
			this.accounts.add(new Account(id, name, platform, handle, kind, owner, ownerReason, team, true));
			Set<String> members = new TreeSet<>();
			for (String group : List.of(team, team + "-approvers")) {
				this.people.inGroup(group).stream().map(Person::login).forEach(members::add);
			}
			members.forEach(
					(login) -> this.accounts.authorise(login, id, this.clock.instant().plus(Duration.ofDays(365))));
		}
	}

	private void object(String id, String text) {
		if (this.accounts.object(id).isEmpty()) {
			this.accounts.add(new CharityObject(id, text, true));
		}
	}

}
