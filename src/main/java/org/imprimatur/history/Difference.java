package org.imprimatur.history;

import java.util.List;

/**
 * What one version of an item changed.
 *
 * @param title which version is compared with which
 * @param fields only those that differ
 */
public record Difference(String title, List<Field> fields) {

	/** One field that differs, its parts in the order of reading. */
	public record Field(String label, List<Part> parts) {
	}

	/** A part of the text as people typed it: added, removed or neither. */
	public record Part(boolean added, boolean removed, String text) {
	}

}
