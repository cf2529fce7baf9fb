package org.imprimatur.accounts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.People;
import org.imprimatur.tasks.Fields;

import org.springframework.stereotype.Component;

/** The register as people read it: names instead of logins, words instead of codes. */
@Component
@Policy({ "ACCOUNT-KIND", "ACCOUNT-OWNER", "AUTHORISED", "TRAINED", "ONE-LOGIN" })
public class AccountViews {

	private static final Map<String, String> LABELS = Map.ofEntries(Map.entry("name", "Name"),
			Map.entry("platform", "Platform"), Map.entry("handle", "Handle"), Map.entry("kind", "Kind"),
			Map.entry("owner", "Owner"), Map.entry("ownerReason", "Reason for the owner"),
			Map.entry("ownerAllowedBy", "Owner allowed by"), Map.entry("bioText", "Public profile"),
			Map.entry("team", "Team"), Map.entry("channelManager", "Channel manager"), Map.entry("state", "State"),
			Map.entry("bioCheck", "Profile looked at"), Map.entry("authorisedUntil", "Authorised until"),
			Map.entry("vaultEntry", "Vault entry"));

	private final Accounts accounts;

	private final BioChecks checks;

	private final Trainings trainings;

	private final Authorisations authorisations;

	private final AccountHistory changes;

	private final RunningOut runningOut;

	private final People people;

	AccountViews(Accounts accounts, BioChecks checks, Trainings trainings, Authorisations authorisations,
			AccountHistory changes, RunningOut runningOut, People people) {
		this.runningOut = runningOut;
		this.accounts = accounts;
		this.checks = checks;
		this.trainings = trainings;
		this.authorisations = authorisations;
		this.changes = changes;
		this.people = people;
	}

	/** One line of the list. */
	public record Line(String id, String name, String handle, String platform, String kind, String owner,
			boolean unknownOwner, String team, boolean closed, BioState bioState, String bioUntil) {
	}

	/**
	 * The check of the public profile that counts.
	 *
	 * @param until the last day on which it counts
	 */
	public record Looked(String on, String by, String finding, String evidence, String until) {
	}

	/**
	 * A person who may use the account.
	 *
	 * @param trained when, and until when it counts
	 * @param trainingCounts whether it counts now
	 */
	public record Authorised(String login, String name, String until, String reason, String vaultEntry, String givenBy,
			String trained, boolean trainingCounts) {
	}

	/** A person and their training. */
	public record Trained(String login, String name, String on, String until, boolean counts, String evidence,
			String recordedBy) {
	}

	/** One change, with its fields before and after. */
	public record Happened(String at, String who, String title, String why, List<Field> fields) {
	}

	/** A field before and after. */
	public record Field(String label, String before, String after) {
	}

	public List<Line> list() {
		return this.accounts.all().stream().map((account) -> {
			BioState state = this.checks.state(account.id());
			return new Line(account.id(), account.name(), account.handle(), account.platform(), account.kind().label(),
					account.owner().label(), account.owner() == Owner.UNKNOWN, this.people.nameOfGroup(account.team()),
					account.isClosed(), state,
					this.checks.last(account.id())
						.map((check) -> Periods.words(this.checks.until(check)))
						.orElse(null));
		}).toList();
	}

	public Account account(String id) {
		return this.accounts.known(id);
	}

	public Fields initial(String id) {
		return AccountFacts.initial(account(id)).with("seen", Long.toString(this.changes.latest(id)));
	}

	public String team(Account account) {
		return this.people.nameOfGroup(account.team());
	}

	/** Name of the channel manager; null if there is none. */
	public String channelManager(Account account) {
		return (account.channelManager() != null) ? this.people.nameOf(account.channelManager()) : null;
	}

	/** The latest look at the public profile; null if nobody has looked. */
	public Looked looked(String id) {
		return this.checks.last(id)
			.map((check) -> new Looked(Periods.words(check.checkedOn()), this.people.nameOf(check.checkedBy()),
					check.finding().label(), check.evidence(), Periods.words(this.checks.until(check))))
			.orElse(null);
	}

	/** What stops posts on the account or soon will, in sentences. */
	public List<String> warnings(Account account) {
		List<String> warnings = new ArrayList<>();
		if (account.isClosed()) {
			warnings.add("The account is closed: nothing may be published on it.");
		}
		if (account.owner() == Owner.UNKNOWN) {
			warnings.add("Nobody has established who owns the account: nothing may be published on it.");
		}
		switch (this.checks.state(account.id())) {
			case OVERDUE -> warnings.add(
					"Nobody has checked in time what the public profile says: nothing may be published on the account.");
			case DIFFERS ->
				warnings.add("The public profile does not say who owns the account: nothing may be published on it.");
			case CURRENT -> ownerChangedSince(account).ifPresent((day) -> warnings.add("The owner was changed on " + day
					+ ", after somebody looked at the public profile. Look whether it says so."));
		}
		shares(account).ifPresent(warnings::add);
		this.runningOut.on(account).forEach((soon) -> warnings.add(soon.sentence()));
		return warnings;
	}

	/** Why no channel manager releases shares on the account. */
	private Optional<String> shares(Account account) {
		String manager = account.channelManager();
		String then = " As long as that is so, anybody of its team who may use it releases shares.";
		if (account.isClosed()) {
			return Optional.empty();
		}
		if (manager == null) {
			return Optional.of("Nobody is named as channel manager of the account." + then);
		}
		String who = this.people.nameOf(manager) + ", the channel manager, ";
		if (!this.accounts.isAuthorised(manager, account.id())) {
			return Optional.of(who + "is not authorised to use the account." + then);
		}
		return this.accounts.whyNotTrained(manager).map((why) -> who + "cannot publish, since " + why + "." + then);
	}

	private Optional<String> ownerChangedSince(Account account) {
		return this.checks.last(account.id())
			.flatMap((check) -> this.changes.of(account.id())
				.stream()
				.filter((change) -> "owner".equals(change.field()) && change.act() == AccountChange.Act.CHANGED)
				.filter((change) -> change.changedAt().isAfter(check.recordedAt()))
				.findFirst())
			.map((change) -> LondonTime.date(change.changedAt()));
	}

	public List<Authorised> authorised(String id) {
		return this.authorisations.current(id).stream().map((one) -> {
			Optional<Training> training = this.trainings.last(one.person());
			return new Authorised(one.person(), this.people.nameOf(one.person()), Periods.words(one.lastDay()),
					one.reason(), one.vaultEntry(), (one.givenBy() != null) ? this.people.nameOf(one.givenBy()) : null,
					training.map((last) -> Periods.words(last.trainedOn())).orElse("Not recorded"),
					this.trainings.whyNot(one.person()).isEmpty());
		}).toList();
	}

	/** Everybody whose training is recorded. */
	public List<Trained> trained() {
		List<Trained> trained = new ArrayList<>();
		this.people.everybody()
			.forEach((login, name) -> this.trainings.last(login)
				.ifPresent((last) -> trained.add(new Trained(login, name, Periods.words(last.trainedOn()),
						Periods.words(this.trainings.until(last)), this.trainings.whyNot(login).isEmpty(),
						last.evidence(), this.people.nameOf(last.recordedBy())))));
		return trained;
	}

	/** Everything that was changed, the newest first. */
	public List<Happened> history(String id) {
		Map<String, Happened> history = new LinkedHashMap<>();
		for (AccountChange change : this.changes.of(id)) {
			String entry = (change.entry() != null) ? change.entry() : Long.toString(change.id());
			String title = change.act().label()
					+ ((change.about() != null) ? ": " + this.people.nameOf(change.about()) : "");
			history
				.computeIfAbsent(entry,
						(key) -> new Happened(LondonTime.dateTime(change.changedAt()),
								this.people.nameOf(change.changedBy()), title, change.reason(), new ArrayList<>()))
				.fields()
				.add(0, new Field(LABELS.getOrDefault(change.field(), change.field()),
						words(change.field(), change.beforeValue()), words(change.field(), change.afterValue())));
		}
		return List.copyOf(history.values());
	}

	private String words(String field, String value) {
		if (value == null) {
			return "nothing";
		}
		return switch (field) {
			case "kind" -> AccountKind.valueOf(value).label();
			case "owner" -> Owner.valueOf(value).label();
			case "state" -> AccountState.valueOf(value).label();
			case "team" -> this.people.nameOfGroup(value);
			case "channelManager" -> this.people.nameOf(value);
			case "authorisedUntil" -> Periods.words(LocalDate.parse(value));
			default -> value;
		};
	}

}
