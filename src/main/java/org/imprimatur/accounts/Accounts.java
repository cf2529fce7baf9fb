package org.imprimatur.accounts;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
@Policy({ "ACCOUNT-KIND", "ACCOUNT-OWNER", "AUTHORISED", "TRAINED" })
public class Accounts {

	private final JdbcAggregateTemplate rows;

	private final JdbcClient jdbc;

	private final Clock clock;

	private final BioChecks bioChecks;

	private final Trainings trainings;

	private final AccountHistory changes;

	private final ApplicationEventPublisher events;

	Accounts(JdbcAggregateTemplate rows, JdbcClient jdbc, Clock clock, BioChecks bioChecks, Trainings trainings,
			AccountHistory changes, ApplicationEventPublisher events) {
		this.rows = rows;
		this.jdbc = jdbc;
		this.clock = clock;
		this.bioChecks = bioChecks;
		this.trainings = trainings;
		this.changes = changes;
		this.events = events;
	}

	public Optional<Account> find(String id) {
		return Optional.ofNullable(this.rows.findById(id, Account.class));
	}

	public List<Account> all() {
		return this.rows.findAll(Account.class, Sort.by("name"));
	}

	/** The accounts in use that this person is authorised to use now. */
	public List<Account> usableBy(String login) {
		List<String> usable = this.jdbc
			.sql("select distinct account from account_authorisation where person = ? and valid_until > ?")
			.params(login, Timestamp.from(this.clock.instant()))
			.query(String.class)
			.list();
		return usable.isEmpty() ? List.of()
				: all().stream().filter((account) -> usable.contains(account.id()) && !account.isClosed()).toList();
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

	/** Whether the public profile of the account is known to say who owns it. */
	public BioState bioState(String account) {
		return this.bioChecks.state(account);
	}

	/** Why the person's training does not count now; empty if it does. */
	public Optional<String> whyNotTrained(String login) {
		return this.trainings.whyNot(login);
	}

	/**
	 * Records another owner and tells every open post on the account at once.
	 * @throws Refusal if there is no such account
	 */
	@Transactional
	public void changeOwner(String id, Owner owner, String reason, String changedBy) {
		Account before = known(id);
		change(before, before.ownedBy(owner, reason), reason, changedBy);
	}

	/**
	 * Records what is different now, and tells every open post on the account at once if
	 * it matters there.
	 */
	void change(Account before, Account after, String reason, String changedBy) {
		this.rows.update(after);
		this.changes.append(after.id(), AccountChange.Act.CHANGED, null, AccountHistory.facts(before),
				AccountHistory.facts(after), reason, changedBy);
		if (before.owner() != after.owner()) {
			this.events
				.publishEvent(new AccountOwnerChanged(after.id(), before.owner(), after.owner(), changedBy, reason));
		}
		else if (before.kind() != after.kind() || before.state() != after.state()
				|| !before.team().equals(after.team())) {
			this.events.publishEvent(new AccountChanged(after.id(), changedBy, reason));
		}
		else if (!Objects.equals(before.channelManager(), after.channelManager())) {
			this.events.publishEvent(new ChannelManagerChanged(after.id()));
		}
	}

	/**
	 * Records what the public profile said, and lets posts that waited for it go on.
	 */
	void checked(BioCheck check) {
		Account account = known(check.account());
		BioState before = bioState(account.id());
		Map<String, String> then = new LinkedHashMap<>();
		this.bioChecks.last(account.id()).ifPresent((last) -> then.put("bioCheck", words(last)));
		then.put("bioText", account.bioText());
		this.bioChecks.add(check);
		Map<String, String> now = new LinkedHashMap<>();
		now.put("bioCheck", words(check));
		if (check.bioText() != null) {
			this.rows.update(account.saying(check.bioText()));
			now.put("bioText", check.bioText());
		}
		this.changes.append(account.id(), AccountChange.Act.BIO_CHECKED, null, then, now, check.evidence(),
				check.checkedBy());
		if (before != bioState(account.id())) {
			this.events.publishEvent(new AccountChanged(account.id(), check.checkedBy(), check.evidence()));
		}
	}

	private static String words(BioCheck check) {
		return Periods.words(check.checkedOn()) + ": " + check.finding().label();
	}

	Account known(String id) {
		return find(id).orElseThrow(() -> Refusal.notFound("There is no account " + id + "."));
	}

	void add(Account account, String reason, String by) {
		this.rows.insert(account);
		this.changes.added(account, reason, by);
	}

	void add(CharityObject object) {
		this.rows.insert(object);
	}

}
