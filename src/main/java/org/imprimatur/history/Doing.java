package org.imprimatur.history;

import java.time.Instant;

/**
 * One step of a person in one case.
 *
 * @param task id of the user task
 * @param person login; null while nobody has claimed it
 * @param outcome the code that was decided; null if none was
 * @param way how it ended; null while it is open
 * @param dueAt null if it has no deadline
 * @param endedAt null while it is open
 * @param workingSeconds from being offered to its end, or until now
 * @param policy the version in force when it ended; null if that was not kept
 */
record Doing(String caseId, String definition, String task, String taskId, String person, String outcome, Steps.Way way,
		Instant offeredAt, Instant dueAt, Instant endedAt, long workingSeconds, String policy) {

	boolean isOpen() {
		return this.way == null;
	}

	boolean isDone() {
		return this.way == Steps.Way.DONE;
	}

	boolean isLate(Instant now) {
		return this.dueAt != null && (this.isOpen() ? now : this.endedAt).isAfter(this.dueAt);
	}

}
