package org.imprimatur.incidents;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.security.Person;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The weekly list of incidents that were held to be of no or low risk, for the
 * secretaries of both Boards: what nobody told the Boards is not hidden from them. That a
 * secretary has read a week's list is recorded.
 */
@Component
@Policy({ "BOARD", "RESPOND" })
public class LowRisks {

	static final Set<String> SECRETARIES = Set.of("trust-board-secretary", "section-board-secretary");

	/** How many weeks back somebody is reminded of. */
	private static final int WEEKS = 8;

	private final Incidents incidents;

	private final IncidentAccess access;

	private final JdbcClient jdbc;

	private final Clock clock;

	LowRisks(Incidents incidents, IncidentAccess access, JdbcClient jdbc, Clock clock) {
		this.incidents = incidents;
		this.access = access;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Whether this person is one whom the list is for. */
	public static boolean isFor(Person person) {
		return SECRETARIES.stream().anyMatch(person::isIn);
	}

	/** The Monday of the week that runs now, in London. */
	public LocalDate thisWeek() {
		return ZonedDateTime.ofInstant(this.clock.instant(), LondonTime.ZONE)
			.toLocalDate()
			.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
	}

	/** What was held to be of no or low risk in the week that began on this Monday. */
	public List<Assessment> in(LocalDate monday, Person person) {
		List<Assessment> low = new ArrayList<>();
		for (String reference : this.incidents.assessedBetween(start(monday), start(monday.plusWeeks(1)))) {
			if (this.access.maySee(reference, person)) {
				this.incidents.assessment(reference).filter((one) -> !one.isSignificant()).ifPresent(low::add);
			}
		}
		return low;
	}

	/** The weeks that are over, have a list and were not read by this person yet. */
	public List<LocalDate> unread(Person person) {
		List<LocalDate> unread = new ArrayList<>();
		for (int back = WEEKS; back > 0; back--) {
			LocalDate monday = thisWeek().minusWeeks(back);
			if (!isRead(monday, person) && !in(monday, person).isEmpty()) {
				unread.add(monday);
			}
		}
		return unread;
	}

	/** Whether the person has said to have read this week's list. */
	public boolean isRead(LocalDate monday, Person person) {
		return this.jdbc.sql("select count(*) from low_risk_reading where week = ? and read_by = ?")
			.params(words(monday), person.login())
			.query(Integer.class)
			.single() > 0;
	}

	/**
	 * Records that the person has read this week's list.
	 * @throws Refusal 403 for anybody but a secretary, 409 while the week still runs
	 */
	@Transactional
	public void read(LocalDate monday, Person person) {
		if (!isFor(person)) {
			throw Refusal.forbidden("This list is for the secretaries of the two Boards.");
		}
		if (!monday.isBefore(thisWeek())) {
			throw Refusal.conflict("This week is not over yet. Read its list next week.");
		}
		if (!isRead(monday, person)) {
			this.jdbc.sql("insert into low_risk_reading (week, read_by, read_at, incidents) values (?, ?, ?, ?)")
				.params(words(monday), person.login(), java.sql.Timestamp.from(this.clock.instant()),
						String.join(",", in(monday, person).stream().map(Assessment::reference).toList()))
				.update();
		}
	}

	/** The week as ISO writes it, such as "2026-W47". */
	public static String words(LocalDate monday) {
		return "%d-W%02d".formatted(monday.get(IsoFields.WEEK_BASED_YEAR),
				monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
	}

	private static Instant start(LocalDate monday) {
		return monday.atStartOfDay(LondonTime.ZONE).toInstant();
	}

}
