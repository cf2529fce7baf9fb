package org.imprimatur.history;

import java.util.List;
import java.util.Map;

/**
 * What only the case file of an item holds besides its story.
 *
 * @param about to whom it belongs, such as team and entity: value by label
 * @param versions everything each version says, the oldest first
 * @param files everything attached to it, once each
 */
public record OnPaper(Map<String, String> about, List<Version> versions, List<Attached> files) {

	static final OnPaper NOTHING = new OnPaper(Map.of(), List.of(), List.of());

	/**
	 * One version.
	 *
	 * @param title such as "Version 2"
	 * @param by who wrote it, and when
	 * @param fields text by label, as it was typed
	 */
	public record Version(String title, String by, Map<String, String> fields) {
	}

	/**
	 * One file.
	 *
	 * @param where to what it was attached, such as "Version 1"
	 * @param size in bytes
	 * @param sha256 of its content, in hexadecimal digits
	 */
	public record Attached(String where, String name, long size, String sha256) {
	}

}
