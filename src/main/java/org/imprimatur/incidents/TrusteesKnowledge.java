package org.imprimatur.incidents;

import java.time.Instant;

import org.springframework.data.annotation.Id;

/**
 * What was known when something was decided.
 *
 * @param task id of the user task, or of the step that took the facts up
 * @param taskId the engine's id of the task; null where it was a step
 * @param facts number of the version of the facts
 * @param assessment id of the assessment in force; null if there was none
 * @param known all of it as text
 */
public record TrusteesKnowledge(@Id Long id, String reference, String caseId, String task, String taskId, int facts,
		Long assessment, String known, Instant knownAt) {
}
