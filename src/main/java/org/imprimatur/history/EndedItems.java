package org.imprimatur.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.imprimatur.kernel.Policy;
import org.imprimatur.security.Person;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Items that have ended, by how they are kept and in the order in which they ended. Every
 * question is answered by one index: as fast among a million items as among a thousand.
 */
@Component
@Policy("APPROVED")
public class EndedItems {

	private final Question question;

	private final JdbcClient jdbc;

	EndedItems(Question question, JdbcClient jdbc) {
		this.question = question;
		this.jdbc = jdbc;
	}

	/**
	 * All that the table of retention is asked by.
	 *
	 * @param process that the item began with, such as {@code post-approval}
	 * @param ending id of the end event it ended by last
	 * @param matter such as {@code ORDINARY}
	 */
	public record Sort(String process, String ending, String matter) {

		static Sort parse(String keptAs) {
			String[] parts = keptAs.split("/", 3);
			return new Sort(parts[0], parts[1], parts[2]);
		}

		@Override
		public String toString() {
			return this.process + "/" + this.ending + "/" + this.matter;
		}

	}

	/** One item that has ended. */
	public record Ended(long number, String reference, String title, Instant endedAt, Sort sort) {
	}

	/** A time; its end does not belong to it. */
	public record Time(Instant from, Instant to) {
	}

	/** How an ended item is kept; null while it is open. */
	static String keptAs(RecordedItem item) {
		if (item.endedAt() == null) {
			return null;
		}
		String[] kept = item.marks()
			.stream()
			.filter((mark) -> mark.facet() == Facet.KEPT)
			.map((mark) -> mark.value().split("/", 2))
			.findFirst()
			.orElse(new String[] { item.feature(), "ORDINARY" });
		return new Sort(kept[0], item.ending(), kept[1]).toString();
	}

	/** Every sort of which there is an item. */
	public List<Sort> sorts() {
		List<Sort> sorts = new ArrayList<>();
		// one step in the index for each, where "distinct" would read every item
		Optional<String> next = after("");
		while (next.isPresent()) {
			sorts.add(Sort.parse(next.get()));
			next = after(next.get());
		}
		return sorts;
	}

	private Optional<String> after(String sort) {
		return this.jdbc.sql("select kept_as from history_item where kept_as > ? order by kept_as limit 1")
			.param(sort)
			.query(String.class)
			.optional();
	}

	/** How many of this sort ended in each of these times. */
	public List<Long> counts(Sort sort, List<Time> times) {
		StringBuilder rows = new StringBuilder();
		List<Object> parameters = new ArrayList<>();
		for (Time time : times) {
			rows.append((rows.length() > 0) ? ", " : "")
				.append('(')
				.append(parameters.size())
				.append(", cast(? as timestamp(6)), cast(? as timestamp(6)))");
			parameters.add(Timestamp.from(time.from()));
			parameters.add(Timestamp.from(time.to()));
		}
		parameters.add(sort.toString());
		return this.jdbc
			.sql("select (select count(*) from history_item i where i.kept_as = s.kept_as and i.ended_at >= t.since"
					+ " and i.ended_at < t.until) from (values " + rows + ") t (place, since, until)"
					+ " cross join (select cast(? as varchar(200)) as kept_as) s order by t.place")
			.params(parameters)
			.query(Long.class)
			.list();
	}

	/** How many of this sort ended before this, up to so many. */
	public int countBefore(Sort sort, Instant before, int most) {
		return this.jdbc
			.sql("select count(*) from (select 1 from history_item where kept_as = ? and ended_at < ? limit " + most
					+ ") few")
			.params(sort.toString(), Timestamp.from(before))
			.query(Integer.class)
			.single();
	}

	/**
	 * The next ones that the person may read, those that ended first first.
	 * @param from the first moment that is meant
	 * @param after of those that ended at that very moment, only with a higher number
	 * @throws org.imprimatur.kernel.Refusal 403 if the person may not search
	 */
	public List<Ended> next(Sort sort, Instant from, long after, int most, Person person) {
		ItemSearch search = new ItemSearch(null, Set.of(), List.of(this.question.audience(person)),
				Set.of(new Mark(Facet.HIDDEN, person.login())), false, null, null);
		return list(sort, from, after, null, most, ItemSearches.restriction(search));
	}

	/** The first ones that ended before this and are not among these, whoever asks. */
	public List<Ended> before(Sort sort, Instant from, long after, Instant before, int most) {
		return list(sort, from, after, before, most, "");
	}

	private List<Ended> list(Sort sort, Instant from, long after, Instant before, int most, String restriction) {
		return this.jdbc
			.sql("select i.number, i.reference, i.title, i.ended_at, i.kept_as from history_item i"
					+ " where i.kept_as = :sort and i.ended_at >= :from and (i.ended_at > :from or i.number > :after)"
					+ ((before != null) ? " and i.ended_at < :before" : "") + restriction
					+ " order by i.kept_as, i.ended_at, i.number limit " + most)
			.param("sort", sort.toString())
			.param("from", Timestamp.from(from))
			.param("after", after)
			.param("before", (before != null) ? Timestamp.from(before) : null)
			.query(EndedItems::ended)
			.list();
	}

	/** The item, if it has ended. */
	public Optional<Ended> find(String reference) {
		return this.jdbc
			.sql("select number, reference, title, ended_at, kept_as from history_item where reference = ?"
					+ " and kept_as is not null")
			.param(reference)
			.query(EndedItems::ended)
			.optional();
	}

	private static Ended ended(ResultSet row, int number) throws SQLException {
		return new Ended(row.getLong("number"), row.getString("reference"), row.getString("title"),
				row.getTimestamp("ended_at").toInstant(), Sort.parse(row.getString("kept_as")));
	}

}
