package org.imprimatur.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
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

	private JdbcClient.StatementSpec statement(String columns, ItemSearch search, long before, int most) {
		Mark lead = search.all().stream().min(Comparator.comparingInt(this::frequency)).orElse(null);
		StringBuilder sql = new StringBuilder(columns);
		sql.append((lead != null)
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
		search.groups().forEach((group) -> sql.append(" and").append(bears(group)));
		if (!search.none().isEmpty()) {
			sql.append(" and not").append(bears(search.none()));
		}
		if (search.overdue()) {
			sql.append(" and (i.due_at < :now or").append(bears(Set.of(Sign.LATE.mark()))).append(')');
		}
		sql.append(" order by ").append((lead != null) ? "m" : "i").append(".number desc limit ").append(most);
		JdbcClient.StatementSpec statement = this.jdbc.sql(sql.toString())
			.param("before", (search.to() != null) ? Math.min(before, RecordedItem.from(search.to())) : before)
			.param("from", (search.from() != null) ? RecordedItem.from(search.from()) : Long.MIN_VALUE)
			.param("reference", search.reference());
		return statement.param("now", Timestamp.from(this.clock.instant()));
	}

	/**
	 * Hashes are numbers of ours: nothing that was typed stands in a statement. An item
	 * bears none of no marks.
	 */
	private static String bears(Set<Mark> marks) {
		String ids = marks.isEmpty() ? "null"
				: marks.stream().map((mark) -> String.valueOf(mark.id())).sorted().collect(Collectors.joining(", "));
		return " exists (select 1 from history_mark o where o.mark in (" + ids + ") and o.number = i.number)";
	}

	/** How many items bear the mark, as far as it matters which is rarer. */
	private int frequency(Mark mark) {
		return this.jdbc.sql("select number from history_mark where mark = ? limit " + COUNTED)
			.param(mark.id())
			.query(Long.class)
			.list()
			.size();
	}

	static ItemIndex.Row row(ResultSet row, int number) throws SQLException {
		return new ItemIndex.Row(row.getLong("number"), row.getString("reference"), row.getString("feature"),
				row.getString("title"), row.getTimestamp("started_at").toInstant(), instant(row, "ended_at"),
				row.getString("ending"), row.getString("accounts"), row.getString("signs"), row.getString("waits"),
				instant(row, "due_at"));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp time = row.getTimestamp(column);
		return (time != null) ? time.toInstant() : null;
	}

}
