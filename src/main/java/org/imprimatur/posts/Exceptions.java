package org.imprimatur.posts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Outcome;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.Person;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What did not go the usual way: without approval, with a difference, corrected after
 * release, or as breaking news. Counted by account and month in London, and timed by the
 * clock from when it was noticed.
 */
@Component
@Policy({ "APPROVED", "ONE-LOGIN" })
public class Exceptions {

	private final JdbcClient jdbc;

	Exceptions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The sorts of exception, in the order in which they are counted. */
	public enum Sort implements Outcome {

		/** It went out without approval. */
		UNAPPROVED("Without approval", "It went out without approval."),
		/** What went out differed from what was approved. */
		DIFFERENCE("With a difference", "What went out differed from what was approved."),
		/** It was asked for back when it was out. */
		RECALLED("Recalled after release", "It was asked for back when it was out."),
		/** Somebody who looked at it afterwards asked for more. */
		REVIEWED("Found wrong afterwards", "Somebody who looked at it afterwards asked for more."),
		/** It was decided on in a hurry. */
		BREAKING("Breaking news", "It was decided on in a hurry.");

		private final String label;

		private final String definition;

		Sort(String label, String definition) {
			this.label = label;
			this.definition = definition;
		}

		@Override
		public String label() {
			return this.label;
		}

		@Override
		public String definition() {
			return this.definition;
		}

	}

	/**
	 * One exception.
	 *
	 * @param account id
	 * @param at when it was noticed or proposed
	 * @param decision KEEP, CORRECT or REMOVE; null while nothing is decided or nothing
	 * was asked
	 * @param toDecide null while nothing is decided
	 * @param toFinish null while it is not done with
	 */
	public record Exceptional(Sort sort, String reference, String title, String account, Instant at, String why,
			CorrectionDecision decision, Duration toDecide, Duration toFinish) {

		YearMonth month() {
			return YearMonth.from(this.at.atZone(LondonTime.ZONE));
		}

	}

	/**
	 * How many there were on one account in one month.
	 *
	 * @param sorts number by sort, none left out
	 * @param decisions number by decision, none left out
	 * @param toDecide the mean; null if nothing was decided
	 * @param toFinish the mean; null if nothing was finished
	 */
	public record Count(String account, YearMonth month, Map<Sort, Integer> sorts,
			Map<CorrectionDecision, Integer> decisions, Duration toDecide, Duration toFinish) {
	}

	/** Managers, those who answer for the channels, and everybody who approves. */
	public static boolean mayBeSeenBy(Person person) {
		return person.isIn("managers") || person.isIn("head-of-communications")
				|| person.isIn("digital-engagement-manager")
				|| person.groups().stream().anyMatch((group) -> group.endsWith("-approvers"));
	}

	/**
	 * The newest first.
	 * @param month in London; null for all months
	 */
	public List<Exceptional> in(YearMonth month) {
		Timestamp from = Timestamp.from((month != null) ? start(month) : Instant.EPOCH);
		Timestamp to = Timestamp
			.from((month != null) ? start(month.plusMonths(1)) : Instant.parse("2200-01-01T00:00:00Z"));
		List<Exceptional> all = new ArrayList<>(this.jdbc
			.sql("""
					select c.origin, c.reference, p.title, c.account, c.started_at, c.why, j.decision, j.decided_at, d.done_at
					from correction c
					left join post p on p.reference = c.post
					left join correction_judgement j on j.case_id = c.case_id and j.task = 'decide-correction'
					left join correction_done d on d.case_id = c.case_id
					where c.started_at >= :from and c.started_at < :to""")
			.param("from", from)
			.param("to", to)
			.query(Exceptions::correction)
			.list());
		all.addAll(this.jdbc.sql("""
				select r.reference, p.title, r.account, r.recorded_at as started_at, r.differences as why
				from post_release r join post p on p.reference = r.reference
				where r.decision = 'POSTED_WITH_DIFFERENCE' and r.recorded_at >= :from and r.recorded_at < :to
				and not exists (select 1 from correction c where c.post = r.reference and c.account = r.account
				and c.origin = 'DIFFERENCE')""")
			.param("from", from)
			.param("to", to)
			.query((row, number) -> plain(Sort.DIFFERENCE, row, row.getString("account")))
			.list());
		this.jdbc.sql("""
				select reference, title, accounts, started_at, urgency_reason as why from post
				where urgency = 'BREAKING' and started_at >= :from and started_at < :to""")
			.param("from", from)
			.param("to", to)
			.query((row, number) -> PostRevision.split(row.getString("accounts"))
				.stream()
				.map((account) -> quietly(row, account))
				.toList())
			.list()
			.forEach(all::addAll);
		all.sort(Comparator.comparing(Exceptional::at).thenComparing(Exceptional::reference).reversed());
		return all;
	}

	/** By month, the latest first, and by account. */
	public List<Count> counted(List<Exceptional> all) {
		Map<YearMonth, Map<String, List<Exceptional>>> groups = all.stream()
			.collect(Collectors.groupingBy(Exceptional::month, () -> new TreeMap<>(Comparator.reverseOrder()),
					Collectors.groupingBy(Exceptional::account, TreeMap::new, Collectors.toList())));
		List<Count> counts = new ArrayList<>();
		groups.forEach((month, accounts) -> accounts.forEach((account, ones) -> {
			Map<Sort, Integer> sorts = new TreeMap<>();
			for (Sort sort : Sort.values()) {
				sorts.put(sort, (int) ones.stream().filter((one) -> one.sort() == sort).count());
			}
			Map<CorrectionDecision, Integer> decisions = new TreeMap<>();
			for (CorrectionDecision decision : CorrectionDecision.values()) {
				decisions.put(decision, (int) ones.stream().filter((one) -> one.decision() == decision).count());
			}
			counts.add(new Count(account, month, sorts, decisions,
					mean(ones.stream().map(Exceptional::toDecide).filter(Objects::nonNull).toList()),
					mean(ones.stream().map(Exceptional::toFinish).filter(Objects::nonNull).toList())));
		}));
		return counts;
	}

	/** Time by the clock in words, such as "2 hours 5 minutes". */
	public static String words(Duration time) {
		return (time != null) ? CorrectionRecord.words(time) : null;
	}

	private static Duration mean(List<Duration> times) {
		return times.isEmpty() ? null : times.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(times.size());
	}

	private static Exceptional correction(ResultSet row, int number) throws SQLException {
		Instant noticed = row.getTimestamp("started_at").toInstant();
		CorrectionDecision decision = (row.getString("decision") != null)
				? CorrectionDecision.valueOf(row.getString("decision")) : null;
		Duration toDecide = (decision != null) ? Duration.between(noticed, row.getTimestamp("decided_at").toInstant())
				: null;
		Timestamp done = row.getTimestamp("done_at");
		Duration toFinish = (done != null) ? Duration.between(noticed, done.toInstant())
				: (decision == CorrectionDecision.KEEP) ? toDecide : null;
		CorrectionOrigin origin = CorrectionOrigin.valueOf(row.getString("origin"));
		return new Exceptional(Sort.valueOf(origin.name()), row.getString("reference"),
				(row.getString("title") != null) ? row.getString("title") : origin.label(), row.getString("account"),
				noticed, row.getString("why"), decision, toDecide, toFinish);
	}

	private static Exceptional plain(Sort sort, ResultSet row, String account) throws SQLException {
		return new Exceptional(sort, row.getString("reference"), row.getString("title"), account,
				row.getTimestamp("started_at").toInstant(), row.getString("why"), null, null, null);
	}

	private static Exceptional quietly(ResultSet row, String account) {
		try {
			return plain(Sort.BREAKING, row, account);
		}
		catch (SQLException ex) {
			throw new IllegalStateException("A post cannot be read.", ex);
		}
	}

	private static Instant start(YearMonth month) {
		return month.atDay(1).atStartOfDay(LondonTime.ZONE).toInstant();
	}

}
