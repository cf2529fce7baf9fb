package org.imprimatur.ledger;

/**
 * Something in the record that is not as it was entered.
 *
 * @param kind what is wrong
 * @param number of the entry; null where there is none
 * @param table the table of the row; null if it is about entries only
 * @param rowKey the row's key in it
 * @param reference the item it belongs to; null if it belongs to none or nobody knows
 * @param words a sentence for a person
 */
public record Finding(Kind kind, Long number, String table, String rowKey, String reference, String words) {

	/** What can be wrong. */
	public enum Kind {

		/** A row is not as it was when it was entered. */
		CHANGED_ROW,

		/** A row is gone that was never erased by the rules. */
		MISSING_ROW,

		/** A row came into the database by another way. */
		ROW_WITHOUT_ENTRY,

		/** An entry is not as it was made. */
		CHANGED_ENTRY,

		/** Entries are gone from the chain. */
		MISSING_ENTRY,

		/** The chain does not go through a head that was noted elsewhere. */
		OTHER_HEAD,

		/** Entries were made with a key that nobody has given. */
		UNKNOWN_KEY,

		/** A step was done, and something that belongs to it is not in the record. */
		INCOMPLETE,

		/** The engine's own tables were changed past the engine. */
		ENGINE_CHANGED

	}

	/** Something that is wrong with an item, as a sentence without its reference. */
	public static Finding of(Kind kind, String reference, String words) {
		return new Finding(kind, null, null, null, reference, words);
	}

	static Finding row(Kind kind, LedgerEntry entry, String what) {
		LedgerTable table = LedgerTables.find(entry.table());
		String words = (table != null) ? table.words() : "a row of an unknown table " + entry.table();
		return new Finding(kind, entry.number(), entry.table(), entry.rowKey(), entry.reference(),
				sentence(words, entry.reference(), entry.rowKey()) + " " + what + " Entry " + entry.number() + ".");
	}

	static Finding withoutEntry(LedgerTable table, String rowKey, String reference) {
		return new Finding(Kind.ROW_WITHOUT_ENTRY, null, table.name(), rowKey, reference,
				sentence(table.words(), reference, rowKey)
						+ " has no entry: it was written into the database past Imprimatur.");
	}

	static Finding entry(Kind kind, Long number, String words) {
		return new Finding(kind, number, null, null, null, words);
	}

	/** The item and the sentence, as a verification keeps them. */
	String line() {
		return ((this.reference != null) ? this.reference : "") + "\t" + this.words;
	}

	/** Without the reference, which not everybody may know. */
	private static String sentence(String words, String reference, String rowKey) {
		String which = (reference != null && rowKey.startsWith(reference)) ? "" : " (row " + rowKey + ")";
		return Character.toUpperCase(words.charAt(0)) + words.substring(1) + which;
	}

}
