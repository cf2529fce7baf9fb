package org.imprimatur.incidents;

import java.time.Instant;

import org.imprimatur.meetings.Board;
import org.imprimatur.meetings.Meeting;

/**
 * The meeting a report was meant for from some time on.
 *
 * @param meeting its number; null where no meeting was planned that could take it
 * @param heldAt when it was to begin; null likewise
 * @param papersDue when its papers were to close; null likewise
 */
public record BoardTarget(String caseId, String reference, Board board, Long meeting, Instant heldAt, Instant papersDue,
		Instant foundAt) {

	/** Whether this is still that meeting, at that time. */
	boolean isStill(Meeting now) {
		return (now == null) ? this.meeting == null : this.meeting != null && this.meeting == now.id()
				&& now.heldAt().equals(this.heldAt) && now.papersDue().equals(this.papersDue);
	}

}
