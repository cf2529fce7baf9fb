package org.imprimatur.incidents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.security.Person;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many incidents there were, for people who read none of them: by the month in London
 * in which they were reported. An incident that names the person who asks is in none of
 * their numbers, or one who is alone in a month would learn of it.
 */
@Component
@Policy({ "CEO", "TRUSTEES", "PERSONAL" })
public class IncidentCounts {

	/** Who reads the numbers: managers, and everybody who deals with incidents. */
	private static final Set<String> READERS = Set.of("managers", "supporter-communications",
			"digital-engagement-manager", "head-of-communications", "data-protection-lead", "trust-board-secretary",
			"section-board-secretary", "trustees", "ceo", "ceo-deputies", "camunda-admin");

	private static final int MONTHS = 12;

	private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

	private static final String COUNTED = """
			 i.reported_at >= :from and i.reported_at < :to and not exists (select 1 from incident_facts f
			where f.reference = i.reference and position(:me in ',' || f.subjects || ',') > 0)""";

	private static final String BY_CODE = "select %s as code, count(distinct i.reference) as many from incident i "
			+ "left join assessment a on a.id = (select max(id) from assessment where reference = i.reference) %s where"
			+ COUNTED + " group by %s";

	private static final String OPEN = "case when exists (select 1 from incident_case c where c.reference = i.reference "
			+ "and not exists (select 1 from incident_case_ending e where e.case_id = c.case_id)) "
			+ "then 'OPEN' else 'ENDED' end";

	/** The latest decision of the Trustees about each. */
	private static final String DECIDED = "join incident_act d on d.id = (select max(id) from incident_act where "
			+ "reference = i.reference and (task = 'record-trustees-decision' or (task = 'assess-relevance' "
			+ "and outcome = 'NOT_RELEVANT')))";

	private static final String TO_TRIAGE = "cast(extract(epoch from t.assessed_at) - "
			+ "extract(epoch from i.reported_at) as double precision)";

	/** The engine's history alone knows by when each task was due. */
	private static final String CLOCKS = """
			select coalesce(sum(case when t.end_time_ <= t.due_date_ then 1 else 0 end), 0) as met,
			coalesce(sum(case when coalesce(t.end_time_, :now) > t.due_date_ then 1 else 0 end), 0) as missed
			from incident i join act_hi_procinst p on p.business_key_ = i.reference
			join act_hi_taskinst t on t.proc_inst_id_ = p.proc_inst_id_
			where t.due_date_ is not null and (t.end_time_ is null or t.delete_reason_ = 'completed')
			and (t.task_def_key_ = 'decide-breach-notification') = :law and""" + COUNTED;

	private final JdbcClient jdbc;

	private final Clock clock;

	IncidentCounts(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * The numbers of one month.
	 *
	 * @param month such as {@code 2026-11}
	 * @param risk how many of each risk; {@code NOT_ASSESSED} where nobody has said
	 * @param severity how many of each severity, of those that have one
	 * @param state how many are {@code OPEN} and {@code ENDED}
	 * @param decided how many the Trustees report, do not report or found not relevant
	 * @param toTriage from the report to the first assessment by a person
	 * @param law the clocks that the law sets
	 * @param policy all other clocks
	 */
	public record Month(String month, String name, long reported, Map<String, Long> risk, Map<String, Long> severity,
			Map<String, Long> state, Map<String, Long> decided, Times toTriage, Kept law, Kept policy) {
	}

	/** Time by the clock in words; empty if nothing was assessed. */
	public record Times(String median, String longest) {
	}

	/** How many clocks were stopped in time, and how many were or are past it. */
	public record Kept(long met, long missed) {
	}

	public static boolean isFor(Person person) {
		return READERS.stream().anyMatch(person::isIn);
	}

	/**
	 * The last twelve months, the newest first.
	 * @throws Refusal 403 to whom the numbers are not for
	 */
	public List<Month> months(Person person) {
		if (!isFor(person)) {
			throw Refusal.forbidden("This page is for managers and for everybody who deals with incidents.");
		}
		YearMonth now = YearMonth.from(this.clock.instant().atZone(LondonTime.ZONE));
		List<Month> months = new ArrayList<>();
		for (int back = 0; back < MONTHS; back++) {
			months.add(month(now.minusMonths(back), person));
		}
		return months;
	}

	private Month month(YearMonth month, Person person) {
		Map<String, Long> state = byCode(OPEN, "", month, person, List.of("OPEN", "ENDED"));
		return new Month(month.toString(), month.format(MONTH),
				state.values().stream().mapToLong(Long::longValue).sum(),
				byCode("coalesce(a.risk, 'NOT_ASSESSED')", "", month, person,
						List.of("SIGNIFICANT", "LOW", "NONE", "NOT_ASSESSED")),
				byCode("coalesce(a.severity, '')", "", month, person, List.of("S1", "S2", "S3", "S4")), state,
				byCode("d.outcome", DECIDED, month, person, List.of("REPORT", "DO_NOT_REPORT", "NOT_RELEVANT")),
				toTriage(month, person), clocks(true, month, person), clocks(false, month, person));
	}

	private Map<String, Long> byCode(String code, String join, YearMonth month, Person person, List<String> codes) {
		Map<String, Long> found = new LinkedHashMap<>();
		codes.forEach((one) -> found.put(one, 0L));
		in(month, person, BY_CODE.formatted(code, join, code))
			.query((row, number) -> Map.entry(row.getString("code"), row.getLong("many")))
			.list()
			.forEach((one) -> found.computeIfPresent(one.getKey(), (same, none) -> one.getValue()));
		return found;
	}

	private Times toTriage(YearMonth month, Person person) {
		return in(month, person,
				"select percentile_cont(0.5) within group (order by " + TO_TRIAGE + ") as median, max(" + TO_TRIAGE
						+ ") as longest from incident i join assessment t on t.id = (select min(id) from assessment "
						+ "where reference = i.reference and assessed_by is not null) where" + COUNTED)
			.query((row, number) -> new Times(words(row, "median"), words(row, "longest")))
			.single();
	}

	private Kept clocks(boolean law, YearMonth month, Person person) {
		return in(month, person, CLOCKS).param("law", law)
			.param("now", Timestamp.from(this.clock.instant()))
			.query((row, number) -> new Kept(row.getLong("met"), row.getLong("missed")))
			.single();
	}

	private JdbcClient.StatementSpec in(YearMonth month, Person person, String sql) {
		return this.jdbc.sql(sql)
			.param("from", start(month))
			.param("to", start(month.plusMonths(1)))
			.param("me", "," + person.login() + ",");
	}

	private static Timestamp start(YearMonth month) {
		return Timestamp.from(month.atDay(1).atStartOfDay(LondonTime.ZONE).toInstant());
	}

	private static String words(ResultSet row, String column) throws SQLException {
		double seconds = row.getDouble(column);
		return row.wasNull() ? ""
				: (seconds < 60) ? "Under a minute" : Clocks.words(Duration.ofSeconds(Math.round(seconds)));
	}

}
