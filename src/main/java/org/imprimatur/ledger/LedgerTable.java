package org.imprimatur.ledger;

import java.util.List;
import java.util.Set;

/**
 * A table of the record whose rows have entries in the ledger.
 *
 * @param name as in the database, in small letters
 * @param words what one row of it is, such as "a decision about a post"
 * @param key the columns of its primary key
 * @param except columns that may change, so that no entry covers them
 * @param large whether a row may be as big as a film
 */
record LedgerTable(String name, String words, List<String> key, Set<String> except, boolean large) {

	static LedgerTable of(String name, String words, String... key) {
		return new LedgerTable(name, words, List.of(key), Set.of(), false);
	}

	LedgerTable except(String column) {
		return new LedgerTable(this.name, this.words, this.key, Set.of(column), this.large);
	}

	LedgerTable ofLargeRows() {
		return new LedgerTable(this.name, this.words, this.key, this.except, true);
	}

	/** The parts of a row's key, as it stands in the ledger. */
	List<String> parts(String rowKey) {
		return (this.key.size() == 1) ? List.of(rowKey) : List.of(rowKey.split("/", this.key.size()));
	}

	/** The row's key as one text, in SQL. */
	String keyInSql() {
		return String.join(" || '/' || ",
				this.key.stream().map((column) -> "cast(r." + column + " as varchar)").toList());
	}

}
