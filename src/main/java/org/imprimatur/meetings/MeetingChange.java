package org.imprimatur.meetings;

import java.time.Instant;

/**
 * One entry about a meeting: what was planned from then on.
 *
 * @param reason why it moved or was cancelled; null when it was added
 * @param changedBy login
 */
public record MeetingChange(long id, long meeting, Kind kind, Instant heldAt, String place, Instant papersDue,
		String reason, String changedBy, Instant changedAt) {

	/** What happened to the meeting. */
	public enum Kind {

		ADDED("Added"), MOVED("Moved"), CANCELLED("Cancelled");

		private final String label;

		Kind(String label) {
			this.label = label;
		}

		public String label() {
			return this.label;
		}

	}

}
