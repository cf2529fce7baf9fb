package org.imprimatur.models;

import java.util.List;
import java.util.Locale;

/**
 * What differs between two versions of one model.
 *
 * @param changes the added first, then the removed, the changed and the moved
 */
public record Comparison(List<Change> changes) {

	/** What became of one element or row. */
	public enum Kind {

		/** It is new. */
		ADDED("Added"),
		/** It is gone. */
		REMOVED("Removed"),
		/** It says or does something else. */
		CHANGED("Changed"),
		/** It says and does the same in another place. */
		MOVED("Moved");

		private final String label;

		Kind(String label) {
			this.label = label;
		}

		public String label() {
			return this.label;
		}

	}

	/**
	 * One element, row or column that differs.
	 *
	 * @param element its id, by which both drawings know it
	 * @param label what people call it
	 * @param sort what it is, such as "user task" or "row"
	 * @param details what differs about it; for what was added or removed, what it said
	 */
	public record Change(String element, String label, String sort, Kind kind, List<Detail> details) {
	}

	/**
	 * One thing about an element.
	 *
	 * @param what such as "Due"
	 * @param before empty if it was not there
	 * @param after empty if it is not there
	 */
	public record Detail(String what, String before, String after) {
	}

	/** Whether nothing that anybody reads or the engine does differs. */
	public boolean saysTheSame() {
		return this.changes.stream().allMatch((one) -> one.kind() == Kind.MOVED);
	}

	/** Whether only the drawing differs. */
	public boolean isOnlyMoved() {
		return !this.changes.isEmpty() && saysTheSame();
	}

	public List<Change> of(Kind kind) {
		return this.changes.stream().filter((one) -> one.kind() == kind).toList();
	}

	/** The whole in one sentence or two. */
	public String summary(String part) {
		if (this.changes.isEmpty()) {
			return "Nothing differs.";
		}
		if (isOnlyMoved()) {
			return "Only moved: " + count(this.changes.size(), part) + (this.changes.size() == 1 ? " stands" : " stand")
					+ " in another place. Nothing else differs.";
		}
		StringBuilder words = new StringBuilder();
		for (Kind kind : Kind.values()) {
			int number = of(kind).size();
			if (number > 0) {
				words.append((words.length() == 0) ? "" : ", ")
					.append(number)
					.append(' ')
					.append(kind.label().toLowerCase(Locale.ROOT));
			}
		}
		return words.append('.').toString();
	}

	private static String count(int number, String part) {
		return number + " " + part + ((number == 1) ? "" : "s");
	}

}
