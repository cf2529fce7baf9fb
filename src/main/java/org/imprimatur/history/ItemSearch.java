package org.imprimatur.history;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What somebody looks for: an item must meet all of it.
 *
 * @param reference the one item meant; null for any
 * @param all marks an item must bear, each of them
 * @param groups of each group it must bear at least one
 * @param none marks it must not bear
 * @param overdue whether a step of it must have been late or be so now
 * @param from the earliest beginning; null for any
 * @param to what began then or later is left out; null for any
 */
record ItemSearch(String reference, Set<Mark> all, List<Set<Mark>> groups, Set<Mark> none, boolean overdue,
		Instant from, Instant to) {
}
