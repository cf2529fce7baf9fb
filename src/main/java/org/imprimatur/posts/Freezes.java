package org.imprimatur.posts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.imprimatur.accounts.Account;
import org.imprimatur.accounts.Accounts;
import org.imprimatur.accounts.Owner;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.People;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** Every freeze there is and was, in words as well. Rows are only ever added. */
@Component
@Policy("CRISIS")
public class Freezes {

	private static final String SELECT = """
			select f.id, f.scope, f.target, f.reason, f.incident, f.begun_by, f.begun_at,
			l.reason as lift_reason, l.lifted_by, l.lifted_at, l.last_decision
			from post_freeze f left join post_freeze_lift l on l.freeze_id = f.id""";

	private final JdbcClient jdbc;

	private final Accounts accounts;

	private final People people;

	private final Clock clock;

	Freezes(JdbcClient jdbc, Accounts accounts, People people, Clock clock) {
		this.jdbc = jdbc;
		this.accounts = accounts;
		this.people = people;
		this.clock = clock;
	}

	/** All of them, those in force first, then the newest first. */
	public List<Freeze> all() {
		List<Freeze> all = this.jdbc.sql(SELECT + " order by f.id desc").query(Freezes::freeze).list();
		List<Freeze> sorted = new ArrayList<>(all.stream().filter(Freeze::inForce).toList());
		all.stream().filter((freeze) -> !freeze.inForce()).forEach(sorted::add);
		return sorted;
	}

	public Optional<Freeze> find(long id) {
		return this.jdbc.sql(SELECT + " where f.id = ?").param(id).query(Freezes::freeze).optional();
	}

	/** Those that cover one of these accounts, oldest first, lifted or not. */
	List<Freeze> covering(Collection<Account> accounts) {
		return this.jdbc.sql(SELECT + " order by f.id")
			.query(Freezes::freeze)
			.list()
			.stream()
			.filter((freeze) -> accounts.stream().anyMatch(freeze::covers))
			.toList();
	}

	/**
	 * Those that hold a post back until somebody confirms it: in force, or lifted since
	 * its sign-off without a go-ahead afterwards.
	 */
	List<Freeze> holding(Collection<Account> accounts, PostDecision signedOff, Optional<PostDecision> goAhead) {
		return covering(accounts).stream()
			.filter((freeze) -> freeze.inForceSince(signedOff))
			.filter((freeze) -> goAhead.isEmpty() || freeze.inForceSince(goAhead.get()))
			.toList();
	}

	/** The first in force, or else the last that was lifted, and what is to be done. */
	String whyHeld(List<Freeze> holding) {
		Optional<Freeze> inForce = holding.stream().filter(Freeze::inForce).findFirst();
		return inForce.map((freeze) -> words(freeze) + " " + whoLifts(freeze))
			.orElseGet(() -> words(holding.get(holding.size() - 1))
					+ " An approver has to say whether this post still goes ahead.");
	}

	long begin(FreezeScope scope, String target, String reason, String incident, String login) {
		GeneratedKeyHolder key = new GeneratedKeyHolder();
		this.jdbc.sql("""
				insert into post_freeze (scope, target, reason, incident, begun_by, begun_at)
				values (:scope, :target, :reason, :incident, :by, :at)""")
			.param("scope", scope.name())
			.param("target", target)
			.param("reason", reason)
			.param("incident", incident)
			.param("by", login)
			.param("at", Timestamp.from(this.clock.instant()))
			.update(key, "id");
		return key.getKeyAs(Number.class).longValue();
	}

	/** Of two who begin one at once the second waits here, and sees the first. */
	void lock() {
		this.jdbc.sql("select id from account order by id for update").query(String.class).list();
	}

	/** Of two people who lift it at once the second waits here, and sees the first. */
	void lock(long id) {
		this.jdbc.sql("select id from post_freeze where id = ? for update").param(id).query(Long.class).optional();
	}

	void lift(long id, String reason, String login) {
		this.jdbc.sql("""
				insert into post_freeze_lift (freeze_id, reason, lifted_by, lifted_at, last_decision)
				select cast(:id as bigint), cast(:reason as text), cast(:by as varchar), cast(:at as timestamp),
				coalesce(max(d.id), 0) from post_decision d""")
			.param("id", id)
			.param("reason", reason)
			.param("by", login)
			.param("at", Timestamp.from(this.clock.instant()))
			.update();
	}

	/** What is frozen, at the beginning of a sentence. */
	public String what(Freeze freeze) {
		return switch (freeze.scope()) {
			case EVERYTHING -> "Everything that is queued";
			case ENTITY ->
				"Everything on accounts of " + Owner.valueOf(freeze.target()).label() + ", alone or jointly,";
			case ACCOUNT -> this.accounts.find(freeze.target()).map(Account::name).orElse(freeze.target());
		};
	}

	/** The freeze in one sentence or two: what, since when, by whom and why. */
	public String words(Freeze freeze) {
		String begun = what(freeze) + " " + (freeze.inForce() ? "is" : "was") + " frozen since "
				+ LondonTime.dateTime(freeze.begunAt()) + " by " + this.people.nameOf(freeze.begunBy()) + ", because: "
				+ ended(freeze.reason())
				+ ((freeze.incident() != null) ? " It belongs to " + freeze.incident() + "." : "");
		return freeze.inForce() ? begun : begun + " " + this.people.nameOf(freeze.lift().liftedBy()) + " lifted it on "
				+ LondonTime.dateTime(freeze.lift().liftedAt()) + ", because: " + ended(freeze.lift().reason());
	}

	/** Who can lift it, for those who have to wait. */
	public String whoLifts(Freeze freeze) {
		return this.people.nameOf(freeze.begunBy())
				+ ", the Head of Communications or the Chief Executive can lift it.";
	}

	private static String ended(String reason) {
		return reason.matches("(?s).*[.!?…]\\s*") ? reason.strip() : reason.strip() + ".";
	}

	private static Freeze freeze(ResultSet row, int number) throws SQLException {
		Timestamp lifted = row.getTimestamp("lifted_at");
		Freeze.Lift lift = (lifted != null) ? new Freeze.Lift(row.getString("lift_reason"), row.getString("lifted_by"),
				lifted.toInstant(), row.getLong("last_decision")) : null;
		return new Freeze(row.getLong("id"), FreezeScope.valueOf(row.getString("scope")), row.getString("target"),
				row.getString("reason"), row.getString("incident"), row.getString("begun_by"),
				row.getTimestamp("begun_at").toInstant(), lift);
	}

}
