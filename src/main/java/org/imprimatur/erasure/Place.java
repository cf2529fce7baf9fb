package org.imprimatur.erasure;

import java.util.List;
import java.util.Map;

/**
 * One row of the database in which a person is named.
 *
 * @param table in small letters
 * @param keys the columns of its primary key
 * @param key their values, in that order
 * @param reference of the item it belongs to; null if it belongs to none
 * @param texts what stands there now, by column
 */
record Place(String table, List<String> keys, List<Object> key, String reference, Map<String, String> texts) {

	/** What it is left out by: its item, or itself where it belongs to none. */
	String item() {
		return (this.reference != null) ? this.reference : this.table + "/" + rowKey();
	}

	/** The key as the ledger writes it. */
	String rowKey() {
		return String.join("/", this.key.stream().map(String::valueOf).toList());
	}

}
