package org.imprimatur.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * One link of the chain: that this row of the record stood like this.
 *
 * @param number without gaps, from 1
 * @param kind whether it was added with its row or later
 * @param at when, to the microsecond
 * @param table the row's table
 * @param rowKey the row's primary key
 * @param reference the item; null if it is about none
 * @param salt in hexadecimal digits; null once the row has been erased
 * @param digest of the row, salted
 * @param keyId which key the mac was made with
 * @param mac over all of this but the salt, and over the mac of the entry before
 */
record LedgerEntry(long number, Kind kind, Instant at, String table, String rowKey, String reference, String salt,
		String digest, String keyId, String mac) {

	static final String COLUMNS = "number, kind, at, table_name, row_key, reference, salt, digest, key_id, mac";

	/** The mac before the first entry. */
	static final String NONE = "0".repeat(64);

	/** How a row came into the ledger. */
	enum Kind {

		/** In the same transaction as the row. */
		ADDED,

		/**
		 * It was there before there was a ledger: nobody can prove what it was before.
		 */
		TAKEN_UP

	}

	/** What the mac is made over, besides the mac before. */
	String[] signed() {
		return new String[] { Long.toString(this.number), this.kind.name(), this.at.toString(), this.table, this.rowKey,
				(this.reference != null) ? this.reference : "", this.digest, this.keyId };
	}

	Object[] values() {
		return new Object[] { this.number, this.kind.name(), LocalDateTime.ofInstant(this.at, ZoneOffset.UTC),
				this.table, this.rowKey, this.reference, this.salt, this.digest, this.keyId, this.mac };
	}

	static LedgerEntry read(ResultSet row) throws SQLException {
		String kind = row.getString("kind");
		return new LedgerEntry(row.getLong("number"), Kind.TAKEN_UP.name().equals(kind) ? Kind.TAKEN_UP : Kind.ADDED,
				row.getObject("at", LocalDateTime.class).toInstant(ZoneOffset.UTC), row.getString("table_name"),
				row.getString("row_key"), row.getString("reference"), row.getString("salt"), row.getString("digest"),
				row.getString("key_id"), row.getString("mac"));
	}

}
