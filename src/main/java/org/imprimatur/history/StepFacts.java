package org.imprimatur.history;

import java.time.Instant;
import java.util.Set;

/**
 * What the steps of an item tell, done and open ones.
 *
 * @param marks who did them, what was decided, what was out of the ordinary
 * @param waits ids of the tasks that are open, comma-separated
 * @param due when the first of them is due; null if none has a deadline
 */
record StepFacts(Set<Mark> marks, String waits, Instant due) {
}
