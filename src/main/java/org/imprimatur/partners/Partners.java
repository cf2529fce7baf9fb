package org.imprimatur.partners;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;

import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The list of partners. The Digital Engagement Manager and the Head of Communications
 * list and end them, each time with a reason; rows are only ever added.
 */
@Component
@Policy("SHARE")
public class Partners {

	private static final int LONGEST_NAME = 200;

	private static final int LONGEST_PATH = 500;

	private static final int LONGEST_REASON = 2000;

	private final JdbcClient jdbc;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	Partners(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.events = events;
	}

	/** All that ever were, those listed now first, by name. */
	public List<Partner> all() {
		return this.jdbc.sql("""
				select p.id, p.host, p.path, p.name, p.reason, p.listed_by, p.listed_at,
				e.reason, e.ended_by, e.ended_at
				from partner p left join partner_end e on e.partner = p.id
				order by case when e.partner is null then 0 else 1 end, lower(p.name), p.id""")
			.query(Partners::read)
			.list();
	}

	/** Whether this address of a source belongs to a partner who is listed now. */
	public boolean holds(String source) {
		return source != null && all().stream().anyMatch((one) -> one.isListed() && one.address().holds(source));
	}

	/** Whether this person keeps the list. */
	public boolean mayChange(Person person) {
		return person.isIn("digital-engagement-manager") || person.isIn("head-of-communications");
	}

	/**
	 * Lists a partner.
	 * @throws org.imprimatur.kernel.InvalidFields if something has to be typed
	 * differently
	 * @throws Refusal 403 if the list is not this person's to change
	 */
	@Transactional
	public void list(Fields fields, Person person) {
		mustKeepTheList(person);
		FieldCheck check = new FieldCheck(fields);
		String typed = check.required("address", LONGEST_PATH, "the address", "Enter where the partner publishes.");
		PartnerAddress address = (typed != null) ? PartnerAddress.read(typed).orElse(null) : null;
		if (typed != null && address == null) {
			check.problem("address", "Enter a web address, such as partner.org or x.com/partner.");
		}
		if (address != null && address.needsPath()) {
			check.problem("address", "Enter the partner’s own page on " + address.host() + ", such as " + address.host()
					+ "/partner: many people publish there.");
		}
		if (address != null && all().stream().anyMatch((one) -> one.isListed() && one.address().equals(address))) {
			check.problem("address", address + " is listed already.");
		}
		String name = check.required("name", LONGEST_NAME, "the name", "Enter the name of the partner.");
		String reason = check.required("reason", LONGEST_REASON, "the reason", "Enter why they become a partner.");
		check.done();
		add(address, name, reason, person.login());
	}

	/**
	 * Ends a partner; every open share of theirs takes the full route from now on.
	 * @throws org.imprimatur.kernel.InvalidFields if the reason is missing
	 * @throws Refusal 403, 404, or 409 if that has been done
	 */
	@Transactional
	public void end(long id, Fields fields, Person person) {
		mustKeepTheList(person);
		this.jdbc.sql("select id from partner where id = ? for update").param(id).query(Long.class).optional();
		Partner partner = all().stream()
			.filter((one) -> one.id() == id)
			.findFirst()
			.orElseThrow(() -> Refusal.notFound("There is no such partner. See /partners for the list."));
		if (!partner.isListed()) {
			throw Refusal.conflict(partner.name() + " is a partner no longer. See /partners for who ended it and why.");
		}
		FieldCheck check = new FieldCheck(fields);
		String reason = check.required("reason", LONGEST_REASON, "the reason",
				"Enter why they are a partner no longer.");
		check.done();
		this.jdbc.sql("insert into partner_end (partner, reason, ended_by, ended_at) values (?, ?, ?, ?)")
			.params(id, reason, person.login(), Timestamp.from(this.clock.instant()))
			.update();
		this.events.publishEvent(new PartnerEnded(partner.address()));
	}

	void add(PartnerAddress address, String name, String reason, String listedBy) {
		this.jdbc.sql("insert into partner (host, path, name, reason, listed_by, listed_at) values (?, ?, ?, ?, ?, ?)")
			.params(address.host(), address.path(), name, reason, listedBy, Timestamp.from(this.clock.instant()))
			.update();
	}

	private void mustKeepTheList(Person person) {
		if (!mayChange(person)) {
			throw Refusal.forbidden("Only the Digital Engagement Manager and the Head of Communications change the "
					+ "list of partners. Tell one of them why it should change.");
		}
	}

	private static Partner read(ResultSet row, int number) throws SQLException {
		Partner.End end = (row.getTimestamp(10) != null)
				? new Partner.End(row.getString(8), row.getString(9), row.getTimestamp(10).toInstant()) : null;
		return new Partner(row.getLong(1), new PartnerAddress(row.getString(2), row.getString(3)), row.getString(4),
				row.getString(5), row.getString(6), row.getTimestamp(7).toInstant(), end);
	}

}
