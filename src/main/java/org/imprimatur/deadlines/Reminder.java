package org.imprimatur.deadlines;

import java.time.Instant;

/**
 * The record that the people who owe a task were reminded of it.
 *
 * @param reference the item, such as {@code POST-2026-000001}
 * @param taskId the engine's id of the task
 * @param task the id of the user task in its model, such as {@code sign-off-post}
 * @param dueAt when the task was due, null if it had no due date
 * @param remindedAt when they were reminded
 * @param people ids, separated by ", ": the login of whoever had claimed the task, else
 * the groups and logins it was offered to; empty if nobody
 */
public record Reminder(String reference, String taskId, String task, Instant dueAt, Instant remindedAt, String people) {
}
