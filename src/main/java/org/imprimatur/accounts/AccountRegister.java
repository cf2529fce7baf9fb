package org.imprimatur.accounts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.security.TeamNamed;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the Head of Communications and the Digital Engagement Manager, and nobody else,
 * change in the register of accounts. Nobody authorises or trains themselves. Each change
 * has a reason and is kept.
 */
@Component
@Policy({ "ACCOUNT-KIND", "ACCOUNT-OWNER", "AUTHORISED", "TRAINED", "ONE-LOGIN" })
public class AccountRegister {

	static final int LONGEST_REASON = 2000;

	private static final Set<String> RESERVED = Set.of("new", "training");

	private final Keepers keepers;

	private final Accounts accounts;

	private final AccountFacts facts;

	private final Authorisations authorisations;

	private final Trainings trainings;

	private final BioChecks checks;

	private final AccountHistory changes;

	private final People people;

	private final Periods periods;

	private final JdbcClient jdbc;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	AccountRegister(Keepers keepers, Accounts accounts, AccountFacts facts, Authorisations authorisations,
			Trainings trainings, BioChecks checks, AccountHistory changes, People people, Periods periods,
			JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
		this.keepers = keepers;
		this.accounts = accounts;
		this.facts = facts;
		this.authorisations = authorisations;
		this.trainings = trainings;
		this.checks = checks;
		this.changes = changes;
		this.people = people;
		this.periods = periods;
		this.jdbc = jdbc;
		this.clock = clock;
		this.events = events;
	}

	public boolean mayChange(Person person) {
		return this.keepers.include(person);
	}

	/**
	 * Asks before a person types anything for nothing.
	 * @throws Refusal 403 unless the person keeps the register
	 */
	public void mustKeep(Person person) {
		this.keepers.mustInclude(person);
	}

	/**
	 * Adds an account.
	 * @return its id
	 * @throws InvalidFields if something is missing or cannot be so
	 */
	@Transactional
	public String add(Fields fields, Person person) {
		mustKeep(person);
		FieldCheck check = new FieldCheck(fields);
		String id = check.required("id", 64, "the id", "Enter an id, such as main-x.");
		if (id != null && !id.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
			check.problem("id", "Enter an id of small letters, digits and single hyphens, such as main-x.");
		}
		if (id != null && (RESERVED.contains(id) || this.accounts.find(id).isPresent())) {
			check.problem("id", "There is an account or a page called " + id + " already. Choose another id.");
		}
		Account account = this.facts.read(id, null, fields, check);
		String reason = check.text("reason", LONGEST_REASON, "the reason");
		check.done();
		try {
			this.accounts.add(account, (reason != null) ? reason : "Added to the register.", person.login());
		}
		catch (DuplicateKeyException ex) {
			throw Refusal.conflict("Somebody else added an account called " + id + " at the same moment.");
		}
		this.events.publishEvent(new TeamNamed(account.team()));
		return id;
	}

	/**
	 * Changes what was sent of an account's facts; the rest stays as it is.
	 * @throws Refusal 409 if somebody has changed it since {@code seen}
	 */
	@Transactional
	public void change(String id, Fields fields, Person person) {
		mustKeep(person);
		Account before = locked(id, fields);
		FieldCheck check = new FieldCheck(fields);
		Account after = this.facts.read(id, before, fields, check);
		String reason = check.required("reason", LONGEST_REASON, "the reason", "Enter why this changes.");
		check.done();
		if (before.equals(after)) {
			throw new InvalidFields("name", "Change something first, or go back: everything is as it was.");
		}
		this.accounts.change(before, after, reason, person.login());
		if (!before.team().equals(after.team())) {
			this.events.publishEvent(new TeamNamed(after.team()));
			// nobody keeps the account who is not of the team it has gone to
			this.authorisations.endOutside(before, after, this.people, reason, person.login());
		}
	}

	/** Records what somebody saw on the public profile. */
	@Transactional
	public void checkBio(String id, Fields fields, Person person) {
		mustKeep(person);
		Account account = locked(id, fields);
		FieldCheck check = new FieldCheck(fields);
		BioFinding finding = check.choice("finding", BioFinding.class, "Choose what the profile says.");
		String bio = check.required("bioText", LONGEST_REASON, "the text", "Enter what the profile says.");
		String evidence = check.required("evidence", LONGEST_REASON, "the evidence",
				"Enter where it can be seen, or a note of what you saw.");
		LocalDate today = Periods.today(this.clock);
		LocalDate day = this.facts.day("checkedOn", fields, check);
		LocalDate on = (day != null) ? day : today;
		this.checks.last(id)
			.filter((last) -> on.isBefore(last.checkedOn()))
			.ifPresent((last) -> check.problem("checkedOn",
					"Somebody looked on " + Periods.words(last.checkedOn()) + ". Enter that day or a later one."));
		if (on.isAfter(today)) {
			check.problem("checkedOn", "Enter a day that is not in the future.");
		}
		if (finding == BioFinding.SAYS_OWNER && account.owner() == Owner.UNKNOWN) {
			check.problem("finding",
					"Record the owner first: as long as it is not established, no profile can name it.");
		}
		check.done();
		this.accounts.checked(new BioCheck(null, id, on, finding, bio, evidence, person.login(), this.clock.instant()));
	}

	/**
	 * Authorises a person, in place of what they held on the account before.
	 * @throws Refusal 403 for oneself
	 */
	@Transactional
	public void authorise(String id, Fields fields, Person person) {
		mustKeep(person);
		Account account = locked(id, fields);
		FieldCheck check = new FieldCheck(fields);
		String login = known(fields, check, "Choose the person to authorise.");
		if (person.login().equals(login)) {
			throw Refusal.forbidden("Nobody authorises themselves. Ask " + this.keepers.but(login) + ".");
		}
		String reason = check.required("reason", LONGEST_REASON, "the reason",
				"Enter why, normally what in the job needs it.");
		String vaultEntry = check.required("vaultEntry", 200, "the name of the vault entry",
				"Enter the name of their entry in the password vault, never a password.");
		LocalDate today = Periods.today(this.clock);
		LocalDate latest = today.plusMonths(this.periods.authorisationMonths());
		LocalDate day = this.facts.day("until", fields, check);
		LocalDate until = (day != null) ? day : latest;
		if (until.isBefore(today) || until.isAfter(latest)) {
			check.problem("until", "Enter a day from today to " + Periods.words(latest) + ".");
		}
		if (account.isClosed()) {
			check.problem("person", "The account is closed. Open it again before you authorise anybody on it.");
		}
		if (login != null) {
			this.trainings.whyNot(login)
				.ifPresent((why) -> check.problem("person",
						"Record training of " + this.people.nameOf(login) + " first: " + why + "."));
		}
		check.done();
		this.authorisations.give(id, login, until, reason, vaultEntry, person.login());
	}

	/**
	 * Ends a person's authorisation at once.
	 * @throws Refusal 409 if they hold none
	 */
	@Transactional
	public void endAuthorisation(String id, Fields fields, Person person) {
		mustKeep(person);
		Account account = locked(id, fields);
		FieldCheck check = new FieldCheck(fields);
		String login = check.required("person", 64, "the login", "Choose whose authorisation ends.");
		String reason = check.required("reason", LONGEST_REASON, "the reason", "Enter why it ends.");
		check.done();
		AccountAuthorisation held = this.authorisations.current(id, login)
			.orElseThrow(() -> Refusal.conflict(this.people.nameOf(login) + " is not authorised to use "
					+ account.name() + " now, so there is nothing to end."));
		this.authorisations.end(held, reason, person.login());
	}

	/**
	 * Records that somebody was trained.
	 * @throws Refusal 403 for oneself
	 */
	@Transactional
	public void train(Fields fields, Person person) {
		mustKeep(person);
		FieldCheck check = new FieldCheck(fields);
		String login = known(fields, check, "Choose who was trained.");
		if (person.login().equals(login)) {
			throw Refusal.forbidden("Nobody records their own training. Ask " + this.keepers.but(login) + ".");
		}
		LocalDate on = this.facts.day("trainedOn", fields, check);
		if (on == null) {
			check.problem("trainedOn", "Enter the day of the training.");
		}
		else if (on.isAfter(Periods.today(this.clock))) {
			check.problem("trainedOn", "Enter a day that is not in the future.");
		}
		String evidence = check.required("evidence", LONGEST_REASON, "the evidence",
				"Enter what shows it, such as the course and where its list of people is.");
		check.done();
		this.trainings.add(new Training(null, login, on, evidence, person.login(), this.clock.instant()));
	}

	private String known(Fields fields, FieldCheck check, String ifMissing) {
		String login = check.required("person", 64, "the login", ifMissing);
		if (login != null && this.people.find(login).isEmpty()) {
			check.problem("person", "Nobody signs in as " + login + ". Choose a person from the list.");
			return null;
		}
		return login;
	}

	/** The account as it is, with everybody else held off it until the end. */
	private Account locked(String id, Fields fields) {
		this.jdbc.sql("select id from account where id = ? for update").param(id).query(String.class).optional();
		Account account = this.accounts.known(id);
		String seen = fields.value("seen");
		if (!seen.isEmpty() && !seen.equals(Objects.toString(this.changes.latest(id)))) {
			throw Refusal.conflict("Somebody else has changed " + account.name()
					+ " meanwhile. Look at it, check what you typed, and send it again.");
		}
		return account;
	}

	/** What a form sends besides its own fields. */
	public static Set<String> with(String... fields) {
		return Stream.concat(Stream.of("seen"), Stream.of(fields)).collect(Collectors.toSet());
	}

	/** The fields of each form, by the last part of its address. */
	public static Map<String, Set<String>> forms() {
		return Map.of("new",
				with("id", "name", "platform", "handle", "kind", "owner", "ownerReason", "ownerAllowedBy", "team",
						"channelManager", "reason"),
				"change",
				with("name", "platform", "handle", "kind", "owner", "ownerReason", "ownerAllowedBy", "team",
						"channelManager", "state", "reason"),
				"bio-check", with("finding", "bioText", "evidence", "checkedOn"), "authorise",
				with("person", "until", "reason", "vaultEntry"), "end-authorisation", with("person", "reason"),
				"training", with("person", "trainedOn", "evidence"));
	}

}
