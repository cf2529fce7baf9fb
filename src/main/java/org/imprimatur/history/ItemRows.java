package org.imprimatur.history;

import java.util.List;
import java.util.Set;

/** Where a feature keeps what it knows of its items, as far as it goes with them. */
public interface ItemRows {

	/**
	 * The rows of one item in one table.
	 *
	 * @param table of the record, or beside it
	 * @param where in SQL, the table is called r there, with one place for the reference
	 * @param recorded whether the table is part of the record
	 */
	record Rows(String table, String where, boolean recorded) {

		/** Of a table of the record that names the item itself. */
		public static Rows of(String table) {
			return of(table, "r.reference = ?");
		}

		public static Rows of(String table, String where) {
			return new Rows(table, where, true);
		}

	}

	/** In the order in which they can go. */
	List<Rows> rows();

	/** The ids of the files that belong to this item. */
	Set<String> files(String reference);

	/** Whether something of the feature that stays still uses this file. */
	boolean uses(String file);

	/** Whether an item that is still kept cannot do without this one. */
	default boolean isNeeded(String reference) {
		return false;
	}

}
