package org.imprimatur.models.migration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.models.Version;
import org.imprimatur.security.People;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Cases that follow an earlier version than new ones do, what the tags of the versions
 * say about them, and which were moved before.
 */
@Component
@Policy("ONE-LOGIN")
public class CasesBehind {

	/** After the name of the process, see {@link #detail}. */
	private static final Pattern WAY = Pattern.compile(": from version (\\d+) to version (\\d+)\\. .*", Pattern.DOTALL);

	private final JdbcClient jdbc;

	private final People people;

	CasesBehind(JdbcClient jdbc, People people) {
		this.jdbc = jdbc;
		this.people = people;
	}

	/**
	 * Cases that stay behind.
	 *
	 * @param forbidden why they may not be moved to the newest version; empty if they may
	 */
	public record Behind(Version version, String forbidden) {
	}

	/**
	 * One move of several cases, such as "3 cases, by Ada Admin, 22 June 2026, 5:30pm".
	 */
	public record Moved(String from, String to, String words) {
	}

	/**
	 * By version, the newest first.
	 * @param all versions of one process, the newest first
	 */
	public List<Behind> of(List<Version> all) {
		return all.stream()
			.skip(1)
			.filter((one) -> one.running() != null && one.running() > 0)
			.map((one) -> new Behind(one, VersionTag.forbids(one, all.get(0))))
			.toList();
	}

	/** What the record says of a move, with its reason. */
	static String detail(String name, int from, int to, String reason) {
		return name + ": from version " + from + " to version " + to + ". " + reason;
	}

	/** What was moved between versions of this process, the last first. */
	public List<Moved> moved(List<Version> all) {
		Map<String, String> names = new LinkedHashMap<>();
		all.forEach((one) -> names.put(one.name(), one.key()));
		return names.keySet()
			.stream()
			.flatMap((name) -> this.jdbc.sql("""
					select detail, person, max(at) as last, count(*) as cases from intervention
					where act = :act and substring(detail from 1 for :length) = :name
					group by detail, person order by max(at) desc""")
				.param("act", CaseMoves.ACT)
				.param("length", name.length())
				.param("name", name)
				.query((row, number) -> {
					Matcher way = WAY.matcher(row.getString("detail").substring(name.length()));
					long cases = row.getLong("cases");
					return way
						.matches()
								? new Moved(way.group(1), way.group(2),
										((cases == 1) ? "1 case, by " : cases + " cases, by ") + row.getString("person")
												+ ", " + LondonTime.dateTime(row.getTimestamp("last").toInstant()))
								: null;
				})
				.list()
				.stream())
			.filter(Objects::nonNull)
			.toList();
	}

}
