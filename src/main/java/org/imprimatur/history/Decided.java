package org.imprimatur.history;

import java.util.Set;

/**
 * Where a feature keeps what people decided at some of its steps: every step done has a
 * row there, with a reason where one is asked for.
 *
 * @param table with the columns {@code task}, {@code task_id} and {@code reason}
 * @param outcome the column of what was decided
 * @param tasks ids of the steps
 * @param withReason what was decided, where only that needs a reason
 */
public record Decided(String table, String outcome, Set<String> tasks, Set<String> withReason) {
}
