package org.imprimatur.meetings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes the register of meetings: only the secretary of a Board adds, moves and cancels
 * its meetings. What waits for one is told in the same transaction.
 */
@Component
@Policy("BOARD")
public class MeetingRegister {

	/** Fields of a new meeting. */
	public static final Set<String> ADD = Set.of("board", "heldAt", "place", "papersDue");

	/** Fields of a move; {@code seen} is the change that the form was filled in about. */
	public static final Set<String> MOVE = Set.of("heldAt", "place", "papersDue", "reason", "seen");

	/** Fields of a cancellation. */
	public static final Set<String> CANCEL = Set.of("reason", "seen");

	private static final int LONGEST_PLACE = 500;

	private static final int LONGEST_REASON = 2000;

	private static final Duration FURTHEST = Duration.ofDays(3 * 366);

	private final Meetings meetings;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	MeetingRegister(Meetings meetings, Clock clock, ApplicationEventPublisher events) {
		this.meetings = meetings;
		this.clock = clock;
		this.events = events;
	}

	/** The Boards whose meetings this person keeps; empty for most people. */
	public List<Board> keptBy(Person person) {
		return Arrays.stream(Board.values()).filter((board) -> board.isKeptBy(person)).toList();
	}

	/**
	 * Adds a meeting.
	 * @return its number
	 * @throws InvalidFields if something has to be typed differently
	 * @throws Refusal 403 if the meetings are not this person's to keep
	 */
	@Transactional
	public long add(Fields fields, Person person) {
		if (keptBy(person).isEmpty()) {
			throw Refusal.forbidden("Only the secretary of a Board adds its meetings. Tell that secretary about it.");
		}
		FieldCheck check = new FieldCheck(fields);
		Board board = check.choice("board", Board.class, "Choose whose meeting it is.");
		Instant heldAt = heldAt(fields, check, null);
		String place = place(check);
		Instant papersDue = papersDue(fields, check, heldAt, null);
		if (board != null) {
			mustKeep(board, person);
			this.meetings.lock(board);
			if (this.meetings.standing(board).anyMatch((one) -> one.heldAt().equals(heldAt))) {
				check.problem("heldAt", "The " + board.label() + " meets then already. See the list of its meetings.");
			}
		}
		check.done();
		long id = this.meetings.add(board, heldAt, place, papersDue, person.login());
		this.events.publishEvent(new MeetingsChanged(board));
		return id;
	}

	/**
	 * Moves a meeting to another time or place, or gives it another papers deadline.
	 * @throws InvalidFields if something has to be typed differently
	 * @throws Refusal 403, 404, or 409 if it was cancelled or somebody changed it since
	 * {@code seen}
	 */
	@Transactional
	public void move(long id, Fields fields, Person person) {
		Meeting meeting = locked(id, fields, person);
		FieldCheck check = new FieldCheck(fields);
		Instant heldAt = heldAt(fields, check, meeting);
		String place = place(check);
		Instant papersDue = papersDue(fields, check, heldAt, meeting);
		String reason = check.required("reason", LONGEST_REASON, "the reason", "Enter why the meeting moves.");
		if (meeting.heldAt().equals(heldAt) && meeting.place().equals(place) && meeting.papersDue().equals(papersDue)) {
			check.problem("heldAt", "Enter another time, another place or another deadline for papers.");
		}
		if (this.meetings.standing(meeting.board()).anyMatch((one) -> one.id() != id && one.heldAt().equals(heldAt))) {
			check.problem("heldAt", "The " + meeting.board().label() + " has another meeting then.");
		}
		check.done();
		this.meetings.record(id, MeetingChange.Kind.MOVED, heldAt, place, papersDue, reason, person.login());
		this.events.publishEvent(new MeetingsChanged(meeting.board()));
	}

	/**
	 * Cancels a meeting; also one whose time has come, if it did not take place.
	 * @throws InvalidFields if the reason is missing
	 * @throws Refusal 403, 404, or 409 as for a move
	 */
	@Transactional
	public void cancel(long id, Fields fields, Person person) {
		Meeting meeting = locked(id, fields, person);
		FieldCheck check = new FieldCheck(fields);
		String reason = check.required("reason", LONGEST_REASON, "the reason", "Enter why the meeting is cancelled.");
		check.done();
		this.meetings.record(id, MeetingChange.Kind.CANCELLED, meeting.heldAt(), meeting.place(), meeting.papersDue(),
				reason, person.login());
		this.events.publishEvent(new MeetingsChanged(meeting.board()));
	}

	/**
	 * The meeting, if this person may change it now.
	 * @throws Refusal 403, 404, or 409 if it was cancelled
	 */
	public Meeting changeable(long id, Person person) {
		Meeting meeting = this.meetings.find(id)
			.orElseThrow(() -> Refusal.notFound("There is no such meeting. See /meetings for the list."));
		mustKeep(meeting.board(), person);
		if (meeting.cancelled()) {
			throw Refusal.conflict("This meeting has been cancelled already. See /meetings for who did it and why; "
					+ "add a new one if there is one.");
		}
		return meeting;
	}

	private Meeting locked(long id, Fields fields, Person person) {
		this.meetings.lock(id);
		Meeting meeting = changeable(id, person);
		String seen = fields.value("seen");
		if (!seen.isEmpty() && !seen.equals(Objects.toString(meeting.change()))) {
			throw Refusal.conflict("Somebody else has changed this meeting meanwhile. Look at it, check what you "
					+ "typed, and send it again.");
		}
		return meeting;
	}

	private static void mustKeep(Board board, Person person) {
		if (!board.isKeptBy(person)) {
			throw Refusal.forbidden("Only the secretary of the " + board.label()
					+ " changes its meetings. Tell that secretary what should change.");
		}
	}

	private static String place(FieldCheck check) {
		return check.required("place", LONGEST_PLACE, "the place", "Enter where the Board meets, such as “Online”.");
	}

	/** A meeting that is planned has its time still before it. */
	private Instant heldAt(Fields fields, FieldCheck check, Meeting before) {
		Instant heldAt = time(fields, check, "heldAt", "Enter when the Board meets.");
		boolean same = before != null && before.heldAt().equals(heldAt);
		if (heldAt != null && !same && !heldAt.isAfter(this.clock.instant())) {
			check.problem("heldAt", LondonTime.dateTime(heldAt) + " has passed. Enter a time to come.");
		}
		if (heldAt != null && heldAt.isAfter(this.clock.instant().plus(FURTHEST))) {
			check.problem("heldAt", "Enter a time within the next three years.");
		}
		return heldAt;
	}

	private Instant papersDue(Fields fields, FieldCheck check, Instant heldAt, Meeting before) {
		Instant due = time(fields, check, "papersDue", "Enter until when papers are taken.");
		boolean same = before != null && before.papersDue().equals(due);
		if (due != null && !same && !due.isAfter(this.clock.instant())) {
			check.problem("papersDue", LondonTime.dateTime(due) + " has passed. Enter a time to come.");
		}
		if (due != null && heldAt != null && due.isAfter(heldAt)) {
			check.problem("papersDue", "Enter a time before the meeting begins.");
		}
		return due;
	}

	private static Instant time(Fields fields, FieldCheck check, String field, String ifMissing) {
		String typed = fields.value(field);
		if (typed.isEmpty()) {
			check.problem(field, ifMissing);
			return null;
		}
		try {
			return LondonTime.parse(typed);
		}
		catch (LondonTime.NotATime ex) {
			check.problem(field, ex.getMessage());
			return null;
		}
	}

}
