package org.imprimatur.posts;

import java.time.Instant;

import org.springframework.data.annotation.Id;

/**
 * What one person found or decided about something that is out.
 *
 * @param task the id of the user task
 * @param taskId the engine's id of the task; one judgement each
 * @param decision the code chosen
 * @param charityObject id of the object it serves; may be null
 */
public record CorrectionJudgement(@Id Long id, String caseId, String task, String taskId, String decision,
		String reason, String charityObject, String decidedBy, Instant decidedAt) {
}
