package org.imprimatur.security;

/**
 * Which task a guard is asked about.
 *
 * @param taskId the engine's id of the task
 * @param task the id of the user task in its model, such as {@code sign-off-post}
 * @param process the key of the process
 * @param reference the reference of the item, such as {@code POST-2026-000001}
 */
public record TaskFacts(String taskId, String task, String process, String reference) {
}
