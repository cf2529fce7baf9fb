package org.imprimatur.meetings;

import java.time.Instant;

/**
 * One meeting of a Board as it is planned now.
 *
 * @param id never changes, also when the meeting moves
 * @param heldAt when it begins
 * @param papersDue when its papers close; not after it begins
 * @param change number of the newest change, what a form was filled in about
 */
public record Meeting(long id, Board board, Instant heldAt, String place, Instant papersDue, boolean cancelled,
		long change) {
}
