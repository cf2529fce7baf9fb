package org.imprimatur.accounts;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The accounts, who may use them, and the Charity's objects that posts are held against.
 */
@Component
@Policy({ "ACCOUNT-OWNER", "AUTHORISED" })
public class Accounts {

	private final JdbcAggregateTemplate rows;

	private final JdbcClient jdbc;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	Accounts(JdbcAggregateTemplate rows, JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
		this.rows = rows;
		this.jdbc = jdbc;
		this.clock = clock;
		this.events = events;
	}

	public Optional<Account> find(String id) {
		return Optional.ofNullable(this.rows.findById(id, Account.class));
	}

	public List<Account> all() {
		return this.rows.findAll(Account.class, Sort.by("name"));
	}

	/** The accounts this person is authorised to use now. */
	public List<Account> usableBy(String login) {
		List<String> usable = this.jdbc
			.sql("select distinct account from account_authorisation where person = ? and valid_until > ?")
			.params(login, Timestamp.from(this.clock.instant()))
			.query(String.class)
			.list();
		return usable.isEmpty() ? List.of()
				: all().stream().filter((account) -> usable.contains(account.id())).toList();
	}

	/** Whether the person holds an authorisation on the account that has not run out. */
	public boolean isAuthorised(String login, String account) {
		return this.jdbc.sql("""
				select count(*) from account_authorisation
				where account = :account and person = :person and valid_until > :now""")
			.param("account", account)
			.param("person", login)
			.param("now", Timestamp.from(this.clock.instant()))
			.query(Integer.class)
			.single() > 0;
	}

	/** The Charity's objects, in the order of their ids. */
	public List<CharityObject> objects() {
		return this.rows.findAll(CharityObject.class, Sort.by("id"));
	}

	public Optional<CharityObject> object(String id) {
		return Optional.ofNullable(this.rows.findById(id, CharityObject.class));
	}

	/**
	 * Records another owner and tells every open post on the account at once.
	 * @throws Refusal if there is no such account
	 */
	@Transactional
	public void changeOwner(String id, Owner owner, String reason, String changedBy) {
		Account before = find(id).orElseThrow(() -> Refusal.notFound("There is no account " + id + "."));
		this.rows.update(new Account(id, before.name(), before.platform(), before.handle(), before.kind(), owner,
				reason, before.team(), before.demo()));
		this.jdbc.sql("""
				insert into account_change (account, before_owner, after_owner, reason, changed_by, changed_at)
				values (?, ?, ?, ?, ?, ?)""")
			.params(id, before.owner().name(), owner.name(), reason, changedBy, Timestamp.from(this.clock.instant()))
			.update();
		this.events.publishEvent(new AccountOwnerChanged(id, before.owner(), owner, changedBy, reason));
	}

	void add(Account account) {
		this.rows.insert(account);
	}

	void add(CharityObject object) {
		this.rows.insert(object);
	}

	void authorise(String login, String account, Instant until) {
		this.jdbc.sql("insert into account_authorisation (account, person, valid_until) values (?, ?, ?)")
			.params(account, login, Timestamp.from(until))
			.update();
	}

}
