package org.imprimatur.history;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.imprimatur.history.Noting.State;
import org.imprimatur.history.Numbers.Cell;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Fields;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How long it takes until those who have to take note of items have done so, of items
 * that began in a period and that the person may find.
 */
@Component
@Policy({ "CEO", "BOARD" })
class NoteTimes {

	private static final String SECONDS = "cast(extract(epoch from t.noted_at) - extract(epoch from t.asked_at) "
			+ "as double precision)";

	private static final String TIMES = "select count(t.noted_at) as noted, percentile_cont(0.5) within group (order by "
			+ SECONDS + ") as median, percentile_cont(0.9) within group (order by " + SECONDS + ") as most, "
			+ "coalesce(sum(case when t.noted_at <= coalesce(t.due_at, t.noted_at) then 1 else 0 end), 0) as in_time, "
			+ "coalesce(sum(case when t.noted_at is not null or t.due_at < :now then 1 else 0 end), 0) as decided "
			+ "from (%s) t join history_item i on i.reference = t.reference "
			+ "where i.number >= :from and i.number < :to %s";

	private final List<Figures> figures;

	private final Question question;

	private final ItemSearches searches;

	private final JdbcClient jdbc;

	private final Clock clock;

	NoteTimes(List<Figures> figures, Question question, ItemSearches searches, JdbcClient jdbc, Clock clock) {
		this.figures = figures;
		this.question = question;
		this.searches = searches;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	List<NoteTime> of(Period period, Fields narrowed, Person person) {
		Fields whole = period.narrow(narrowed);
		return this.figures.stream()
			.flatMap((one) -> one.notings().stream())
			.map((one) -> time(one, period, whole, person))
			.toList();
	}

	private NoteTime time(Noting who, Period period, Fields whole, Person person) {
		Fields search = whole.with("feature", who.feature());
		Map<State, Cell> items = new EnumMap<>(State.class);
		for (State state : State.values()) {
			Fields these = search.with("outcome", who.outcome(state));
			items.put(state, new Cell(this.searches.countAll(this.question.read(these, person)), these));
		}
		return this.jdbc.sql(TIMES.formatted(who.rows(), ItemSearches.restriction(this.question.read(search, person))))
			.param("now", Timestamp.from(this.clock.instant()))
			.param("from", RecordedItem.from(period.begin()))
			.param("to", RecordedItem.from(period.end()))
			.query((row, number) -> new NoteTime(who, items, row.getLong("noted"), Math.round(row.getDouble("median")),
					Math.round(row.getDouble("most")), row.getLong("in_time"), row.getLong("decided")))
			.single();
	}

}
