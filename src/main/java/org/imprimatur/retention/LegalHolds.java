package org.imprimatur.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.imprimatur.history.KnownItems;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.AlsoTold;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.Happening;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Places and lifts legal holds, each with a reason. The Trust's Board secretary and the
 * Head of Communications may for every item, the Section's Board secretary for what
 * belongs to the Section; nobody for an item about themselves.
 */
@Component
@Policy({ "TRUSTEES", "APPROVED" })
public class LegalHolds implements AlsoTold {

	private static final Set<String> FOR_EVERYTHING = Set.of("trust-board-secretary", "head-of-communications");

	private static final String FOR_THE_SECTION = "section-board-secretary";

	private static final int LONGEST = 4_000;

	private static final String SELECT = """
			select h.*, e.reason as end_reason, e.lifted_by, e.lifted_at from legal_hold h
			left join legal_hold_end e on e.hold = h.id""";

	private final KnownItems items;

	private final People people;

	private final JdbcClient jdbc;

	private final Clock clock;

	LegalHolds(KnownItems items, People people, JdbcClient jdbc, Clock clock) {
		this.items = items;
		this.people = people;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Whether the person may place any hold at all. */
	public static boolean mayPlace(Person person) {
		return FOR_EVERYTHING.stream().anyMatch(person::isIn) || person.isIn(FOR_THE_SECTION);
	}

	/** Whether the person may place and lift holds of this item. */
	public boolean mayHold(String reference, Person person) {
		return mayPlace(person) && this.items.exists(reference, person)
				&& (FOR_EVERYTHING.stream().anyMatch(person::isIn) || this.items.isOf(reference, "SECTION"));
	}

	/**
	 * Places a hold.
	 * @param fields {@code reference} and {@code reason}
	 * @return its number
	 * @throws InvalidFields if something is missing, or there is no such item
	 * @throws Refusal 403 if the person may not, 409 if they have placed the same one
	 */
	@Transactional
	public long place(Fields fields, Person person) {
		if (!mayPlace(person)) {
			throw Refusal.forbidden(
					"Legal holds are placed by the Trust’s Board secretary or the Head of Communications, for items of "
							+ "the Section by its Board secretary too. Ask one of them.");
		}
		FieldCheck check = new FieldCheck(fields);
		String reference = check.required("reference", 32, "the reference",
				"Enter the reference of the item, such as POST-2026-000001.");
		String reason = check.required("reason", LONGEST, "the reason", "Enter why the item must be kept.");
		if (reference != null && !this.items.exists(reference, person)) {
			check.problem("reference", "There is no such item. Enter a reference such as POST-2026-000001.");
		}
		check.done();
		if (!mayHold(reference, person)) {
			throw Refusal.forbidden("This item does not belong to the Section. The Trust’s Board secretary or the Head "
					+ "of Communications can hold it.");
		}
		// whoever deletes it at this moment comes before or after
		if (!this.items.lock(reference)) {
			throw Refusal.conflict("The item was deleted a moment ago. Nothing was recorded.");
		}
		if (of(reference).stream()
			.anyMatch((one) -> one.holds() && one.placedBy().equals(person.login()) && one.reason().equals(reason))) {
			throw Refusal.conflict("You hold this item already, for the same reason. Nothing was recorded twice.");
		}
		GeneratedKeyHolder key = new GeneratedKeyHolder();
		this.jdbc
			.sql("insert into legal_hold (reference, reason, placed_by, placed_at) values (:item, :reason, :by, :at)")
			.param("item", reference)
			.param("reason", reason)
			.param("by", person.login())
			.param("at", Timestamp.from(this.clock.instant()))
			.update(key, "id");
		return key.getKeyAs(Number.class).longValue();
	}

	/**
	 * Lifts a hold.
	 * @param fields {@code reason}
	 * @throws InvalidFields if the reason is missing
	 * @throws Refusal 403, 404, or 409 if somebody has lifted it
	 */
	@Transactional
	public void lift(long id, Fields fields, Person person) {
		// of two people at once the second waits here, and sees the first
		this.jdbc.sql("select id from legal_hold where id = ? for update").param(id).query(Long.class).optional();
		mayLift(id, person);
		FieldCheck check = new FieldCheck(fields);
		String reason = check.required("reason", LONGEST, "the reason",
				"Enter why the item need not be kept any longer.");
		check.done();
		this.jdbc
			.sql("insert into legal_hold_end (hold, reason, lifted_by, lifted_at) values (:hold, :reason, :by, :at)")
			.param("hold", id)
			.param("reason", reason)
			.param("by", person.login())
			.param("at", Timestamp.from(this.clock.instant()))
			.update();
	}

	/**
	 * The hold, which this person may lift now.
	 * @throws Refusal 403, 404, or 409 if somebody has lifted it
	 */
	public LegalHold mayLift(long id, Person person) {
		LegalHold hold = this.jdbc.sql(SELECT + " where h.id = ?")
			.param(id)
			.query(LegalHolds::hold)
			.optional()
			.filter((one) -> this.items.exists(one.reference(), person))
			.orElseThrow(() -> Refusal.notFound("There is no such legal hold for you."));
		if (!mayHold(hold.reference(), person)) {
			throw Refusal.forbidden("You cannot lift this legal hold. The Trust’s Board secretary and the Head of "
					+ "Communications can, for items of the Section its Board secretary too.");
		}
		if (!hold.holds()) {
			throw Refusal.conflict(this.people.nameOf(hold.end().liftedBy()) + " lifted this legal hold on "
					+ LondonTime.dateTime(hold.end().liftedAt()) + " already. Nothing was recorded twice.");
		}
		return hold;
	}

	/** All of this item, the oldest first. */
	public List<LegalHold> of(String reference) {
		return this.jdbc.sql(SELECT + " where h.reference = ? order by h.id")
			.param(reference)
			.query(LegalHolds::hold)
			.list();
	}

	/** Whether the item must not be deleted. */
	public boolean isHeld(String reference) {
		return of(reference).stream().anyMatch(LegalHold::holds);
	}

	/** Those in force, the newest first. */
	public List<LegalHold> inForce() {
		return this.jdbc.sql(SELECT + " where e.hold is null order by h.id desc").query(LegalHolds::hold).list();
	}

	/** Which of these items must not be deleted. */
	Set<String> held(Collection<String> references) {
		return references.isEmpty() ? Set.of()
				: Set.copyOf(this.jdbc.sql("""
						select distinct h.reference from legal_hold h where h.reference in (:items)
						and not exists (select 1 from legal_hold_end e where e.hold = h.id)""")
					.param("items", references)
					.query(String.class)
					.list());
	}

	@Override
	public List<Happening> happened(String reference) {
		List<Happening> all = new ArrayList<>();
		for (LegalHold hold : of(reference)) {
			all.add(new Happening(hold.placedAt(), this.people.nameOf(hold.placedBy()), "Placed a legal hold",
					hold.reason()));
			Optional.ofNullable(hold.end())
				.ifPresent((end) -> all.add(new Happening(end.liftedAt(), this.people.nameOf(end.liftedBy()),
						"Lifted the legal hold of " + LondonTime.dateTime(hold.placedAt()), end.reason())));
		}
		return all;
	}

	@Override
	public List<String> notices(String reference) {
		return of(reference).stream()
			.filter(LegalHold::holds)
			.map((hold) -> "Legal hold since " + LondonTime.dateTime(hold.placedAt()) + " by "
					+ this.people.nameOf(hold.placedBy()) + ": nothing of this item is deleted. Because: "
					+ hold.reason())
			.toList();
	}

	private static LegalHold hold(ResultSet row, int number) throws SQLException {
		Timestamp lifted = row.getTimestamp("lifted_at");
		return new LegalHold(row.getLong("id"), row.getString("reference"), row.getString("reason"),
				row.getString("placed_by"), row.getTimestamp("placed_at").toInstant(),
				(lifted != null)
						? new LegalHold.End(row.getString("end_reason"), row.getString("lifted_by"), lifted.toInstant())
						: null);
	}

}
