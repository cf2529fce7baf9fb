package org.imprimatur.incidents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.imprimatur.history.Facet;
import org.imprimatur.history.Mark;
import org.imprimatur.history.Noting;
import org.imprimatur.history.Noting.State;
import org.imprimatur.kernel.Policy;
import org.imprimatur.meetings.Board;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who has to take note of an incident, and when they did. For the Chief Executive, or who
 * stands in, the first to take note counts, from when the first was asked, however many
 * are told as well and however often the incident is taken up again; of a Board each
 * member counts. Whoever turned out to be concerned, and has not taken note, is not
 * counted.
 */
@Component
@Policy({ "CEO", "BOARD" })
class IncidentNotes {

	private static final String FEATURE = "incidents";

	private static final String ASKED = """
			select n.reference, s.offered_at as asked_at, s.due_at as due_at,
			case when s.way = 'DONE' then s.ended_at end as noted_at, s.case_id as case_id
			from incident n join history_step s on s.reference = n.reference
			where s.task = '%1$s' and (s.way = 'DONE' or not exists (select 1 from incident_facts f
			where f.id = (select max(id) from incident_facts where reference = n.reference)
			and position(',' || s.person || ',' in ',' || f.subjects || ',') > 0)) %2$s
			union all
			select n.reference, t.create_time_, t.due_date_, cast(null as timestamp), t.proc_inst_id_
			from incident n join act_ru_execution e on e.business_key_ = n.reference
			join act_ru_task t on t.proc_inst_id_ = e.id_ where t.task_def_key_ = '%1$s' %2$s""";

	private static final String FIRST = "select a.reference, min(a.asked_at) as asked_at, min(a.due_at) as due_at, "
			+ "min(a.noted_at) as noted_at from (%s) a group by a.reference";

	private static final String EACH = "select a.reference, a.asked_at, a.due_at, a.noted_at from (%s) a where exists "
			+ "(select 1 from board_notice b where b.case_id = a.case_id and b.board = '%s')";

	private static final String THIS = "and n.reference = :item";

	private final JdbcClient jdbc;

	IncidentNotes(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	private record Asked(Instant due, Instant noted) {

		boolean inTime() {
			return this.noted != null && (this.due == null || !this.noted.isAfter(this.due));
		}

	}

	static List<Noting> all() {
		return List.of(
				new Noting("Chief Executive, or who stands in",
						"Incidents of which the Chief Executive, or the Chair or a deputy in their place, had to take "
								+ "note. The first of them counts, from when the first was asked.",
						FEATURE, "acknowledged-by-chief-executive", chiefExecutive("")),
				board(Board.TRUST, ""), board(Board.SECTION, ""));
	}

	private static String chiefExecutive(String which) {
		return FIRST.formatted(ASKED.formatted(IncidentEscalation.Task.ACKNOWLEDGE_INCIDENT.id(), which));
	}

	private static Noting board(Board board, String which) {
		return new Noting("Members of the " + board.label(),
				"Incidents of which members of the " + board.label() + " were told between meetings. Every member "
						+ "counts: one of them in time or late only once all have taken note.",
				FEATURE, "acknowledged-by-" + board.name().toLowerCase(Locale.ROOT) + "-board",
				EACH.formatted(ASKED.formatted(BoardReport.Task.ACKNOWLEDGE_BOARD_NOTICE.id(), which), board.name()));
	}

	/** What people call each state of each, by its outcome. */
	static Map<String, String> names() {
		Map<String, String> names = new LinkedHashMap<>();
		for (Noting one : all()) {
			for (State state : State.values()) {
				names.put(one.outcome(state), one.label() + ": " + state.words());
			}
		}
		return names;
	}

	/** By what the incident is found. */
	Set<Mark> marks(String reference) {
		Set<Mark> marks = new LinkedHashSet<>();
		marks(reference, all().get(0), chiefExecutive(THIS), marks);
		for (Board board : Board.values()) {
			Noting one = board(board, THIS);
			marks(reference, one, one.rows(), marks);
		}
		return marks;
	}

	private void marks(String reference, Noting one, String sql, Set<Mark> marks) {
		List<Asked> asked = this.jdbc.sql(sql)
			.param("item", reference)
			.query((row, number) -> new Asked(time(row, "due_at"), time(row, "noted_at")))
			.list();
		if (!asked.isEmpty()) {
			State state = asked.stream().anyMatch((each) -> each.noted() == null) ? State.MISSING
					: asked.stream().allMatch(Asked::inTime) ? State.IN_TIME : State.LATE;
			marks.add(new Mark(Facet.OUTCOME, one.outcome(State.ASKED)));
			marks.add(new Mark(Facet.OUTCOME, one.outcome(state)));
		}
	}

	private static Instant time(ResultSet row, String column) throws SQLException {
		return (row.getTimestamp(column) != null) ? row.getTimestamp(column).toInstant() : null;
	}

}
