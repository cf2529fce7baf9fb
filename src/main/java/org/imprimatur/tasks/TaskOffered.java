package org.imprimatur.tasks;

/**
 * A task has come, or may be for other people now; published in the transaction of that.
 *
 * @param taskId the engine's id of the task
 */
public record TaskOffered(String taskId) {
}
