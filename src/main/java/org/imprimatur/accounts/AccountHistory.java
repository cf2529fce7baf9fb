package org.imprimatur.accounts;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.springframework.data.domain.Sort;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.stereotype.Component;

/** Every change of the register: who, when, why, and each field before and after. */
@Component
class AccountHistory {

	private final JdbcAggregateTemplate rows;

	private final Clock clock;

	AccountHistory(JdbcAggregateTemplate rows, Clock clock) {
		this.rows = rows;
		this.clock = clock;
	}

	/** What the register says of an account, field by field, as it is kept. */
	static Map<String, String> facts(Account account) {
		Map<String, String> facts = new LinkedHashMap<>();
		facts.put("name", account.name());
		facts.put("platform", account.platform());
		facts.put("handle", account.handle());
		facts.put("kind", account.kind().name());
		facts.put("owner", account.owner().name());
		facts.put("ownerReason", account.ownerReason());
		facts.put("ownerAllowedBy", account.ownerAllowedBy());
		facts.put("bioText", account.bioText());
		facts.put("team", account.team());
		facts.put("channelManager", account.channelManager());
		facts.put("state", account.state().name());
		return facts;
	}

	void added(Account account, String reason, String by) {
		append(account.id(), AccountChange.Act.ADDED, null, Map.of(), facts(account), reason, by);
	}

	/**
	 * Appends a row for each field that differs.
	 * @param about login of the person it is about; may be null
	 */
	void append(String account, AccountChange.Act act, String about, Map<String, String> before,
			Map<String, String> after, String reason, String by) {
		String entry = UUID.randomUUID().toString();
		after.forEach((field, value) -> {
			if (!Objects.equals(before.get(field), value)) {
				this.rows.insert(new AccountChange(null, account, before.get(field), value, reason, by,
						this.clock.instant(), act, field, about, entry));
			}
		});
	}

	/** The changes of an account, the newest first. */
	List<AccountChange> of(String account) {
		return this.rows.findAll(
				Query.query(Criteria.where("account").is(account)).sort(Sort.by("id").descending()).limit(1000),
				AccountChange.class);
	}

	/** Id of the latest change, by which a page knows whether it is still as it was. */
	long latest(String account) {
		return of(account).stream().findFirst().map(AccountChange::id).orElse(0L);
	}

}
