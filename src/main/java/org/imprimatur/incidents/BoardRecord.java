package org.imprimatur.incidents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.imprimatur.kernel.Policy;
import org.imprimatur.meetings.Board;
import org.imprimatur.meetings.Meeting;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which meetings the reports to the Boards were meant for, and who was told between
 * meetings. Rows are only ever added.
 */
@Component
@Policy("BOARD")
public class BoardRecord {

	private final JdbcClient jdbc;

	private final Clock clock;

	BoardRecord(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** The meetings one report was meant for, oldest first. */
	public List<BoardTarget> targets(String caseId) {
		return this.jdbc.sql("""
				select case_id, reference, board, meeting, held_at, papers_due, found_at
				from board_target where case_id = ? order by id""").param(caseId).query(BoardRecord::target).list();
	}

	/** The meeting that a report is meant for now. */
	public Optional<BoardTarget> target(String caseId) {
		return targets(caseId).stream().reduce((earlier, later) -> later);
	}

	/** Every target of every report of an incident, oldest first. */
	public List<BoardTarget> targetsOf(String reference) {
		return this.jdbc.sql("""
				select case_id, reference, board, meeting, held_at, papers_due, found_at
				from board_target where reference = ? order by id""")
			.param(reference)
			.query(BoardRecord::target)
			.list();
	}

	/** The notices of one report, in the order they were given. */
	public List<BoardNotice> notices(String caseId) {
		return this.jdbc
			.sql("select case_id, reference, board, member, told_at from board_notice where case_id = ? order by id")
			.param(caseId)
			.query(BoardRecord::notice)
			.list();
	}

	/** All notices about an incident, of both Boards. */
	public List<BoardNotice> noticesOf(String reference) {
		return this.jdbc
			.sql("select case_id, reference, board, member, told_at from board_notice where reference = ? order by id")
			.param(reference)
			.query(BoardRecord::notice)
			.list();
	}

	/** From now on the report is meant for this meeting. */
	void meantFor(String caseId, String reference, Board board, Optional<Meeting> meeting) {
		this.jdbc.sql("""
				insert into board_target (case_id, reference, board, meeting, held_at, papers_due, found_at)
				values (?, ?, ?, ?, ?, ?, ?)""")
			.params(caseId, reference, board.name(), meeting.map(Meeting::id).orElse(null),
					meeting.map((one) -> Timestamp.from(one.heldAt())).orElse(null),
					meeting.map((one) -> Timestamp.from(one.papersDue())).orElse(null),
					Timestamp.from(this.clock.instant()))
			.update();
	}

	/** A member is told. */
	void told(String caseId, String reference, Board board, String member) {
		this.jdbc.sql("insert into board_notice (case_id, reference, board, member, told_at) values (?, ?, ?, ?, ?)")
			.params(caseId, reference, board.name(), member, Timestamp.from(this.clock.instant()))
			.update();
	}

	private static BoardTarget target(ResultSet row, int number) throws SQLException {
		return new BoardTarget(row.getString(1), row.getString(2), Board.valueOf(row.getString(3)),
				row.getObject(4, Long.class), instant(row.getTimestamp(5)), instant(row.getTimestamp(6)),
				row.getTimestamp(7).toInstant());
	}

	private static BoardNotice notice(ResultSet row, int number) throws SQLException {
		return new BoardNotice(row.getString(1), row.getString(2), Board.valueOf(row.getString(3)), row.getString(4),
				row.getTimestamp(5).toInstant());
	}

	private static Instant instant(Timestamp time) {
		return (time != null) ? time.toInstant() : null;
	}

}
