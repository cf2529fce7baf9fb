package org.imprimatur.posts;

import java.time.Instant;

import org.springframework.data.annotation.Id;

/**
 * What was done on the account, and where that can be seen.
 *
 * @param what in words
 * @param doneAt as the person says who did it
 * @param approvedPost the post whose approved words stand there now; null if removed
 * @param approvedRevision the version of it that was signed
 */
public record CorrectionDone(@Id Long id, String caseId, String taskId, CorrectionOutcome done, String what,
		Instant doneAt, String address, String evidence, String approvedPost, Integer approvedRevision,
		String recordedBy, Instant recordedAt) {
}
