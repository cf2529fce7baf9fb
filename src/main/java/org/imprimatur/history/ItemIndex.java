package org.imprimatur.history;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One row an item and its marks: what the history is searched by. It holds nothing that
 * the record does not hold, and can be made anew from it at any time.
 */
@Component
class ItemIndex {

	private final List<RecordedItems> features;

	private final Steps steps;

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	ItemIndex(List<RecordedItems> features, Steps steps, JdbcClient jdbc, JdbcTemplate batches) {
		this.features = features;
		this.steps = steps;
		this.jdbc = jdbc;
		this.batches = batches;
	}

	/**
	 * One row of the index.
	 *
	 * @param accounts ids, comma-separated
	 * @param signs codes of {@link Sign}, comma-separated
	 * @param waits ids of the open tasks, comma-separated
	 * @param keptAs as {@link EndedItems} asks for it; null while it is open
	 */
	record Row(long number, String reference, String feature, String title, Instant startedAt, Instant endedAt,
			String ending, String accounts, String signs, String waits, Instant due, String keptAs) {
	}

	/** Row and marks of one item. */
	record Entry(Row row, Set<Long> marks) {
	}

	/** Writes these items as they are now; what is no item of any feature is left out. */
	void write(Collection<String> references) {
		references.forEach(this::write);
	}

	private void write(String reference) {
		// two at once about one item: the second reads what the first has written
		boolean known = !this.jdbc.sql("select number from history_item where reference = ? for update")
			.param(reference)
			.query(Long.class)
			.list()
			.isEmpty();
		Optional<Entry> found = entry(reference);
		if (found.isEmpty()) {
			return;
		}
		Row row = found.get().row();
		Set<Long> before = known ? marks(row.number()) : Set.of();
		if (known) {
			this.jdbc.sql("""
					update history_item set title = ?, ended_at = ?, ending = ?, accounts = ?, signs = ?, waits = ?,
					due_at = ?, kept_as = ? where number = ?""")
				.params(row.title(), timestamp(row.endedAt()), row.ending(), row.accounts(), row.signs(), row.waits(),
						timestamp(row.due()), row.keptAs(), row.number())
				.update();
		}
		else {
			this.jdbc.sql("""
					insert into history_item (number, reference, feature, title, started_at, ended_at, ending,
					accounts, signs, waits, due_at, kept_as) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
				.params(row.number(), reference, row.feature(), row.title(), Timestamp.from(row.startedAt()),
						timestamp(row.endedAt()), row.ending(), row.accounts(), row.signs(), row.waits(),
						timestamp(row.due()), row.keptAs())
				.update();
		}
		change("insert into history_mark (mark, number) values (?, ?)", row.number(), found.get().marks(), before);
		change("delete from history_mark where mark = ? and number = ?", row.number(), before, found.get().marks());
	}

	private void change(String sql, long number, Set<Long> these, Set<Long> without) {
		List<Object[]> rows = new ArrayList<>();
		these.stream()
			.filter((mark) -> !without.contains(mark))
			.forEach((mark) -> rows.add(new Object[] { mark, number }));
		if (!rows.isEmpty()) {
			this.batches.batchUpdate(sql, rows);
		}
	}

	/** What the record says of the item now; empty if it is an item of no feature. */
	Optional<Entry> entry(String reference) {
		return this.features.stream()
			.flatMap((feature) -> feature.item(reference).stream())
			.findFirst()
			.map(this::entry);
	}

	private Entry entry(RecordedItem item) {
		StepFacts facts = this.steps.facts(item.reference());
		Set<Mark> marks = item.allMarks(facts);
		String signs = marks.stream()
			.filter((mark) -> mark.facet() == Facet.SIGN)
			.map(Mark::value)
			.sorted()
			.collect(Collectors.joining(","));
		return new Entry(
				new Row(item.number(), item.reference(), item.feature(), item.title(), item.startedAt(), item.endedAt(),
						item.ending(), item.accounts(), signs, facts.waits(), facts.due(), EndedItems.keptAs(item)),
				marks.stream().map(Mark::id).collect(Collectors.toSet()));
	}

	/** What the index says of the item; empty if it is not in it. */
	Optional<Entry> written(String reference) {
		return this.jdbc.sql(ItemSearches.ROW + " where i.reference = ?")
			.param(reference)
			.query(ItemSearches::row)
			.optional()
			.map((row) -> new Entry(row, marks(row.number())));
	}

	private Set<Long> marks(long number) {
		return new HashSet<>(
				this.jdbc.sql("select mark from history_mark where number = ?").param(number).query(Long.class).list());
	}

	/** Takes out what the record does not hold. */
	void remove(String reference) {
		written(reference).ifPresent((entry) -> {
			this.jdbc.sql("delete from history_mark where number = ?").param(entry.row().number()).update();
			this.jdbc.sql("delete from history_item where number = ?").param(entry.row().number()).update();
		});
	}

	private static Timestamp timestamp(Instant time) {
		return Optional.ofNullable(time).map(Timestamp::from).orElse(null);
	}

	/** Where record and index say different things of an item; empty if they agree. */
	Optional<String> difference(String reference) {
		Optional<Entry> record = entry(reference);
		Optional<Entry> index = written(reference);
		if (Objects.equals(record, index)) {
			return Optional.empty();
		}
		if (record.isEmpty() || index.isEmpty()) {
			return Optional.of(reference + (record.isEmpty() ? " is in the index and not in the record."
					: " is in the record and not in the index."));
		}
		return Optional.of(reference + ": " + (record.get().row().equals(index.get().row())
				? "it would not be found by what it says." : "the index shows it otherwise than the record."));
	}

}
