package org.imprimatur.accounts;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.imprimatur.kernel.Policy;
import org.imprimatur.security.People;

import org.springframework.data.domain.Sort;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may use which account until when. An authorisation given anew takes the place of
 * the one before; one that is ended holds no longer from that moment.
 */
@Component
@Policy({ "AUTHORISED", "ONE-LOGIN" })
class Authorisations {

	private final JdbcAggregateTemplate rows;

	private final JdbcClient jdbc;

	private final AccountHistory changes;

	private final Clock clock;

	Authorisations(JdbcAggregateTemplate rows, JdbcClient jdbc, AccountHistory changes, Clock clock) {
		this.rows = rows;
		this.jdbc = jdbc;
		this.changes = changes;
		this.clock = clock;
	}

	/** Those that hold now, one a person. */
	List<AccountAuthorisation> current(String account) {
		Map<String, AccountAuthorisation> current = new LinkedHashMap<>();
		this.rows
			.findAll(Query
				.query(Criteria.where("account").is(account).and("validUntil").greaterThan(this.clock.instant()))
				.sort(Sort.by("validUntil", "id")), AccountAuthorisation.class)
			.forEach((one) -> current.put(one.person(), one));
		return List.copyOf(current.values());
	}

	Optional<AccountAuthorisation> current(String account, String person) {
		return current(account).stream().filter((one) -> one.person().equals(person)).findFirst();
	}

	/**
	 * Authorises until the end of a day, in place of what held before.
	 */
	void give(String account, String person, LocalDate until, String reason, String vaultEntry, String by) {
		Map<String, String> before = words(current(account, person).orElse(null));
		stop(account, person);
		AccountAuthorisation given = this.rows.insert(new AccountAuthorisation(null, account, person,
				Periods.endOf(until), reason, vaultEntry, by, this.clock.instant()));
		this.changes.append(account, AccountChange.Act.AUTHORISED, person, before, words(given), reason, by);
	}

	/** Ends the person's authorisation at once. */
	void end(AccountAuthorisation held, String reason, String by) {
		stop(held.account(), held.person());
		Map<String, String> after = new LinkedHashMap<>();
		after.put("authorisedUntil", null);
		this.changes.append(held.account(), AccountChange.Act.AUTHORISATION_ENDED, held.person(), words(held), after,
				reason, by);
	}

	/** Ends those of people who are not of the team that the account has gone to. */
	void endOutside(Account before, Account after, People people, String reason, String by) {
		String why = "The account went from " + people.nameOfGroup(before.team()) + " to "
				+ people.nameOfGroup(after.team()) + ": " + reason;
		for (AccountAuthorisation held : current(after.id())) {
			boolean stays = people.find(held.person())
				.filter((one) -> one.isIn(after.team()) || one.isIn(after.team() + "-approvers"))
				.isPresent();
			if (!stays) {
				end(held, why.substring(0, Math.min(why.length(), AccountRegister.LONGEST_REASON)), by);
			}
		}
	}

	private void stop(String account, String person) {
		Instant now = this.clock.instant();
		this.jdbc
			.sql("update account_authorisation set valid_until = :now where account = :account and person = :person "
					+ "and valid_until > :now")
			.param("now", Timestamp.from(now))
			.param("account", account)
			.param("person", person)
			.update();
	}

	private static Map<String, String> words(AccountAuthorisation one) {
		Map<String, String> words = new LinkedHashMap<>();
		if (one != null) {
			words.put("authorisedUntil", one.lastDay().toString());
			words.put("vaultEntry", one.vaultEntry());
		}
		return words;
	}

}
