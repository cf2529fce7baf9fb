package org.imprimatur.meetings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.imprimatur.kernel.Policy;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;

/**
 * The meetings of both Boards with every change that was made to them. Rows are only ever
 * added; what holds is the newest change of a meeting.
 */
@Component
@Policy("BOARD")
public class Meetings {

	private final JdbcClient jdbc;

	private final Clock clock;

	Meetings(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** All that ever were, cancelled ones too, in the order of their dates. */
	public List<Meeting> all() {
		return this.jdbc.sql("""
				select m.id, m.board, c.held_at, c.place, c.papers_due, c.kind, c.id
				from board_meeting m join board_meeting_change c on c.meeting = m.id
				where c.id = (select max(l.id) from board_meeting_change l where l.meeting = m.id)
				order by c.held_at, m.id""").query(Meetings::meeting).list();
	}

	public Optional<Meeting> find(long id) {
		return all().stream().filter((one) -> one.id() == id).findFirst();
	}

	/**
	 * The next meeting of a Board, for something whose papers are ready.
	 * @param after a meeting that begins at this time does not count
	 */
	public Optional<Meeting> next(Board board, Instant after) {
		return standing(board).filter((one) -> one.heldAt().isAfter(after))
			.min(Comparator.comparing(Meeting::heldAt).thenComparing(Meeting::id));
	}

	/**
	 * The next meeting of a Board whose papers are still open, for something that has to
	 * be written first.
	 * @param after papers that close at this time are closed
	 */
	public Optional<Meeting> nextWithOpenPapers(Board board, Instant after) {
		return standing(board).filter((one) -> one.heldAt().isAfter(after) && one.papersDue().isAfter(after))
			.min(Comparator.comparing(Meeting::heldAt).thenComparing(Meeting::id));
	}

	/** What was recorded about a meeting, oldest first. */
	public List<MeetingChange> changes(long meeting) {
		return this.jdbc.sql("""
				select id, meeting, kind, held_at, place, papers_due, reason, changed_by, changed_at
				from board_meeting_change where meeting = ? order by id""")
			.param(meeting)
			.query(Meetings::change)
			.list();
	}

	/** Nobody else changes this meeting until the transaction is over. */
	void lock(long id) {
		this.jdbc.sql("select id from board_meeting where id = ? for update").param(id).query(Long.class).optional();
	}

	/** Nobody else adds a meeting of this Board until the transaction is over. */
	void lock(Board board) {
		this.jdbc.sql("select id from board_meeting where board = ? order by id for update")
			.param(board.name())
			.query(Long.class)
			.list();
	}

	/** Adds a meeting and returns its number. */
	long add(Board board, Instant heldAt, String place, Instant papersDue, String addedBy) {
		Timestamp now = Timestamp.from(this.clock.instant());
		KeyHolder key = new GeneratedKeyHolder();
		this.jdbc.sql("insert into board_meeting (board, added_by, added_at) values (?, ?, ?)")
			.params(board.name(), addedBy, now)
			.update(key, "id");
		long id = key.getKeyAs(Number.class).longValue();
		record(id, MeetingChange.Kind.ADDED, heldAt, place, papersDue, null, addedBy);
		return id;
	}

	void record(long id, MeetingChange.Kind kind, Instant heldAt, String place, Instant papersDue, String reason,
			String changedBy) {
		this.jdbc.sql("""
				insert into board_meeting_change (meeting, kind, held_at, place, papers_due, reason, changed_by,
				changed_at) values (?, ?, ?, ?, ?, ?, ?, ?)""")
			.params(id, kind.name(), Timestamp.from(heldAt), place, Timestamp.from(papersDue), reason, changedBy,
					Timestamp.from(this.clock.instant()))
			.update();
	}

	Stream<Meeting> standing(Board board) {
		return all().stream().filter((one) -> one.board() == board && !one.cancelled());
	}

	private static Meeting meeting(ResultSet row, int number) throws SQLException {
		return new Meeting(row.getLong(1), Board.valueOf(row.getString(2)), row.getTimestamp(3).toInstant(),
				row.getString(4), row.getTimestamp(5).toInstant(),
				row.getString(6).equals(MeetingChange.Kind.CANCELLED.name()), row.getLong(7));
	}

	private static MeetingChange change(ResultSet row, int number) throws SQLException {
		return new MeetingChange(row.getLong(1), row.getLong(2), MeetingChange.Kind.valueOf(row.getString(3)),
				row.getTimestamp(4).toInstant(), row.getString(5), row.getTimestamp(6).toInstant(), row.getString(7),
				row.getString(8), row.getTimestamp(9).toInstant());
	}

}
