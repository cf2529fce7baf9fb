package org.imprimatur.history;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a feature knows of one item, as far as somebody may look for it. What the steps of
 * its case tell (who, what, how late) is known without the feature.
 *
 * @param reference such as {@code POST-2026-000001}: letters, a year, a number
 * @param feature such as {@code posts}
 * @param startedAt to which second it is sorted
 * @param endedAt null while anything about it is open
 * @param ending id of the end event; null while it is open
 * @param accounts ids, comma-separated; may be empty
 * @param marks by what it is found, the words of its texts left out
 * @param text everything written in it, in any order
 */
public record RecordedItem(String reference, String feature, String title, Instant startedAt, Instant endedAt,
		String ending, String accounts, Set<Mark> marks, String text) {

	private static final long SECOND = 100_000_000L;

	/**
	 * Where it stands among all items: the later it began, the higher; the same whoever
	 * works it out, and whenever.
	 */
	long number() {
		String[] parts = this.reference.split("-");
		long last = Long.parseLong(parts[parts.length - 1]) % 10_000_000;
		return this.startedAt.getEpochSecond() * SECOND + last * 10 + Math.floorMod(parts[0].hashCode(), 10);
	}

	/** The lowest number of whatever begins then or later. */
	static long from(Instant time) {
		return time.getEpochSecond() * SECOND;
	}

	/** Every mark of it, the words of its texts and what its steps tell included. */
	Set<Mark> allMarks(StepFacts steps) {
		Set<Mark> all = new LinkedHashSet<>(this.marks);
		all.addAll(steps.marks());
		all.add(new Mark(Facet.FEATURE, this.feature));
		all.add(new Mark(Facet.STATE, (this.endedAt != null) ? "ENDED" : "OPEN"));
		if (this.ending != null) {
			all.add(new Mark(Facet.ENDING, this.ending));
		}
		Words.of(this.title + "\n" + this.text).forEach((word) -> all.add(new Mark(Facet.WORD, word)));
		return all;
	}

}
