package org.imprimatur.accounts;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

import org.imprimatur.kernel.Policy;
import org.imprimatur.security.People;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;

import org.springframework.stereotype.Component;

/**
 * Reads what was typed about an account. An owner that is not the usual one of its kind
 * needs a reason and the name of who allowed it; a team has to be a group that has
 * approvers.
 */
@Component
@Policy({ "ACCOUNT-KIND", "ACCOUNT-OWNER" })
class AccountFacts {

	private static final int SHORT = 100;

	private final People people;

	AccountFacts(People people) {
		this.people = people;
	}

	/**
	 * The account as it is to be.
	 * @param before as it is, for what was not sent; null for a new one
	 */
	Account read(String id, Account before, Fields fields, FieldCheck check) {
		Fields all = (before != null) ? over(initial(before), fields) : fields;
		FieldCheck read = new FieldCheck(all);
		AccountKind kind = read.choice("kind", AccountKind.class, "Choose the kind of account.");
		Owner owner = read.choice("owner", Owner.class, "Choose who owns the account, or “not established”.");
		String name = read.required("name", SHORT, "the name", "Enter what people call the account.");
		String platform = read.required("platform", 20, "the platform", "Enter the platform, such as X or LinkedIn.");
		String handle = read.required("handle", SHORT, "the handle", "Enter the name that the platform shows.");
		AccountState state = read.optionalChoice("state", AccountState.class, "Choose “in use” or “closed”.");
		String reason = read.text("ownerReason", 1000, "the reason for the owner");
		String allowedBy = read.text("ownerAllowedBy", SHORT, "the name of who allowed it");
		boolean exception = kind != null && owner != null && owner != Owner.UNKNOWN && owner != kind.usualOwner();
		if (exception && reason == null) {
			read.problem("ownerReason",
					"Enter why the owner is another one than usual, which would be " + kind.usualOwner().label() + ".");
		}
		if (exception && allowedBy == null) {
			read.problem("ownerAllowedBy", "Enter who allowed the exception.");
		}
		String team = team(all, read);
		String manager = read.text("channelManager", 64, "the login");
		if (manager != null && this.people.find(manager).isEmpty()) {
			read.problem("channelManager", "Nobody signs in as " + manager + ". Choose a person from the list.");
		}
		take(read, check);
		return new Account(id, name, platform, handle, kind, owner, exception ? reason : null,
				exception ? allowedBy : null, (before != null) ? before.bioText() : null, team, manager,
				(state != null) ? state : AccountState.ACTIVE, before != null && before.demo());
	}

	/** What the form of an account begins with. */
	static Fields initial(Account account) {
		Fields fields = Fields.none();
		for (var fact : AccountHistory.facts(account).entrySet()) {
			fields = fields.with(fact.getKey(), fact.getValue());
		}
		return fields;
	}

	/** A day as year, month and day; null if blank or wrong. */
	LocalDate day(String field, Fields fields, FieldCheck check) {
		String typed = fields.value(field);
		try {
			LocalDate day = typed.isEmpty() ? null : LocalDate.parse(typed);
			if (day != null && (day.getYear() < 2000 || day.getYear() > 2100)) {
				check.problem(field, "Enter a day between the years 2000 and 2100.");
				return null;
			}
			return day;
		}
		catch (DateTimeParseException ex) {
			check.problem(field, "Enter the day as year, month and day, such as 2026-06-22.");
			return null;
		}
	}

	private String team(Fields fields, FieldCheck check) {
		String team = check.required("team", 64, "the team", "Choose the team that manages the account.");
		if (team != null && !this.people.teams().containsKey(team)) {
			check.problem("team", "There is no team " + team + " yet. Have an administrator add the groups " + team
					+ " and " + team + "-approvers first, then send this again.");
		}
		return team;
	}

	private static Fields over(Fields below, Fields above) {
		Fields all = below;
		for (String name : above.names()) {
			all = all.with(name, above.inOrder(name));
		}
		return all;
	}

	private static void take(FieldCheck from, FieldCheck to) {
		try {
			from.done();
		}
		catch (org.imprimatur.kernel.InvalidFields ex) {
			ex.messages().forEach(to::problem);
		}
	}

}
