package org.imprimatur.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds items by their marks, the newest first. The rarest mark leads and the others are
 * looked up for each item it names, so that a page takes as long among a million items as
 * among a thousand.
 */
@Component
class ItemSearches {

	static final String ROW = "select i.* from history_item i";

	/** Beyond this a number says "more than". */
	static final int COUNTED = 1_000;

	/** As far as it is counted which of several common marks is the rarer. */
	private static final int FAR = 20_000;

	private final JdbcClient jdbc;

	private final Clock clock;

	ItemSearches(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * The next items, the newest first.
	 * @param before the number of the last one shown; {@code Long.MAX_VALUE} for the
	 * newest
	 */
	List<ItemIndex.Row> find(ItemSearch search, long before, int most) {
		return statement("select i.*", search, before, most).query(ItemSearches::row).list();
	}

	/** How many there are, {@value #COUNTED} and one for more than that. */
	int count(ItemSearch search) {
		return statement("select i.number", search, Long.MAX_VALUE, COUNTED + 1).query(Long.class).list().size();
	}

	/** How many there are, however many. */
	long countAll(ItemSearch search) {
		return parameters("select count(*)" + from(search, lead(search.all())), search, Long.MAX_VALUE)
			.query(Long.class)
			.single();
	}

	private JdbcClient.StatementSpec statement(String columns, ItemSearch search, long before, int most) {
		Mark lead = lead(search.all());
		// the mark as well, though it is one: else H2 sorts what its index has in order
		String order = (lead != null) ? "m.mark desc, m.number desc" : "i.number desc";
		return parameters(columns + from(search, lead) + " order by " + order + " limit " + most, search, before);
	}

	private JdbcClient.StatementSpec parameters(String sql, ItemSearch search, long before) {
		JdbcClient.StatementSpec statement = this.jdbc.sql(sql)
			.param("before", (search.to() != null) ? Math.min(before, RecordedItem.from(search.to())) : before)
			.param("from", (search.from() != null) ? RecordedItem.from(search.from()) : Long.MIN_VALUE)
			.param("reference", search.reference());
		return statement.param("now", Timestamp.from(this.clock.instant()));
	}

	private static String from(ItemSearch search, Mark lead) {
		StringBuilder sql = new StringBuilder((lead != null)
				? " from history_mark m join history_item i on i.number = m.number where m.mark = " + lead.id()
						+ " and m.number < :before and m.number >= :from"
				: " from history_item i where i.number < :before and i.number >= :from");
		if (search.reference() != null) {
			sql.append(" and i.reference = :reference");
		}
		search.all()
			.stream()
			.filter((mark) -> mark != lead)
			.forEach((mark) -> sql.append(" and").append(bears(Set.of(mark))));
		sql.append(groups(search));
		if (search.overdue()) {
			sql.append(" and (i.due_at < :now or").append(bears(Set.of(Sign.LATE.mark()))).append(')');
		}
		return sql.toString();
	}

	/** That the item, an {@code i} of a statement, may be found and is meant. */
	static String restriction(ItemSearch search) {
		return search.all().stream().map((mark) -> " and" + bears(Set.of(mark))).collect(Collectors.joining())
				+ groups(search);
	}

	private static String groups(ItemSearch search) {
		return search.groups().stream().map((group) -> " and" + bears(group)).collect(Collectors.joining())
				+ (search.none().isEmpty() ? "" : " and not" + bears(search.none()));
	}

	/**
	 * Hashes are numbers of ours: nothing that was typed stands in a statement. An item
	 * bears none of no marks. Each mark is looked up by itself: with a list of them H2
	 * reads every item of each, and PostgreSQL may.
	 */
	private static String bears(Set<Mark> marks) {
		if (marks.isEmpty()) {
			return " 1 = 0";
		}
		return marks.stream()
			.map(Mark::id)
			.sorted()
			.map((id) -> "select 1 from history_mark o where o.mark = " + id + " and o.number = i.number")
			.collect(Collectors.joining(" union all ", " exists (", " limit 1)"));
	}

	/**
	 * The rarest of these, which leads; null if there are none. What half of all items
	 * bear leads only where there is nothing else, and is not counted.
	 */
	private Mark lead(Set<Mark> all) {
		List<Mark> marks = all.stream().filter((mark) -> !mark.facet().isBroad()).toList();
		if (marks.size() < 2) {
			return marks.stream().findFirst().or(() -> all.stream().findFirst()).orElse(null);
		}
		Map<Mark, Integer> counts = new LinkedHashMap<>();
		for (int most : List.of(COUNTED, FAR)) {
			marks.forEach((mark) -> counts.put(mark, frequency(mark, most)));
			if (counts.values().stream().anyMatch((count) -> count < most)) {
				break;
			}
		}
		return counts.entrySet().stream().min(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(null);
	}

	/** How many items bear the mark, as far as it matters which is rarer. */
	private int frequency(Mark mark, int most) {
		return this.jdbc.sql("select count(*) from (select 1 from history_mark where mark = ? limit " + most + ") few")
			.param(mark.id())
			.query(Integer.class)
			.single();
	}

	static ItemIndex.Row row(ResultSet row, int number) throws SQLException {
		return new ItemIndex.Row(row.getLong("number"), row.getString("reference"), row.getString("feature"),
				row.getString("title"), row.getTimestamp("started_at").toInstant(), instant(row, "ended_at"),
				row.getString("ending"), row.getString("accounts"), row.getString("signs"), row.getString("waits"),
				instant(row, "due_at"), row.getString("kept_as"));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp time = row.getTimestamp(column);
		return (time != null) ? time.toInstant() : null;
	}

}
