package org.imprimatur.history;

import java.util.List;
import java.util.Optional;

/**
 * What one version of an item changed.
 *
 * @param title which version is compared with which
 * @param fields only those that differ
 */
public record Difference(String title, List<Field> fields) {

	/** One field that differs, its parts in the order of reading. */
	public record Field(String label, List<Part> parts) {

		/** Compares two texts; empty if they are the same. Null is no text. */
		public static Optional<Field> of(String label, String before, String after) {
			String old = (before != null) ? before : "";
			String now = (after != null) ? after : "";
			return old.equals(now) ? Optional.empty() : Optional.of(new Field(label, WordDifference.of(old, now)));
		}

	}

	/** A part of the text as people typed it: added, removed or neither. */
	public record Part(boolean added, boolean removed, String text) {
	}

}
