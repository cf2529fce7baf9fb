package org.imprimatur.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The digest of a row in a form that every database gives alike: the columns in the order
 * of their names, each with its name, sort, length and value; instants in UTC to the
 * microsecond; text exactly as stored. A column without a value is left out, so that a
 * later column changes no digest as long as older rows have nothing in it.
 */
final class Canonical {

	private static final int AT_ONCE = 8192;

	private Canonical() {
	}

	/** The digest of the row at hand, salted, in hexadecimal digits. */
	static String digest(LedgerTable table, ResultSet row, byte[] salt) throws SQLException {
		MessageDigest digest = sha256();
		digest.update(salt);
		put(digest, 'T', table.name());
		ResultSetMetaData about = row.getMetaData();
		Map<String, Integer> columns = new TreeMap<>();
		for (int i = 1; i <= about.getColumnCount(); i++) {
			columns.put(about.getColumnLabel(i).toLowerCase(Locale.ROOT), i);
		}
		for (Map.Entry<String, Integer> column : columns.entrySet()) {
			if (!table.except().contains(column.getKey())) {
				put(digest, column.getKey(), row, column.getValue(), about.getColumnType(column.getValue()));
			}
		}
		return HexFormat.of().formatHex(digest.digest());
	}

	private static void put(MessageDigest digest, String name, ResultSet row, int at, int type) throws SQLException {
		switch (type) {
			case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> putBytes(digest, name, row, at);
			case Types.TIMESTAMP -> put(digest, name, 'I', instant(row.getObject(at, LocalDateTime.class)));
			case Types.TIMESTAMP_WITH_TIMEZONE ->
				put(digest, name, 'I', instant(row.getObject(at, OffsetDateTime.class)));
			case Types.DATE -> put(digest, name, 'D', row.getObject(at, LocalDate.class));
			case Types.BOOLEAN, Types.BIT -> put(digest, name, 'B', row.getObject(at, Boolean.class));
			case Types.BIGINT, Types.INTEGER, Types.SMALLINT, Types.NUMERIC, Types.DECIMAL ->
				put(digest, name, 'N', plain(row.getBigDecimal(at)));
			default -> put(digest, name, 'S', row.getString(at));
		}
	}

	private static void put(MessageDigest digest, String name, char sort, Object value) {
		if (value != null) {
			put(digest, 'C', name);
			put(digest, sort, value.toString());
		}
	}

	private static void put(MessageDigest digest, char sort, String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		digest.update((byte) sort);
		digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, bytes.length));
		digest.update(bytes);
	}

	private static void putBytes(MessageDigest digest, String name, ResultSet row, int at) throws SQLException {
		try (InputStream content = row.getBinaryStream(at)) {
			if (content == null) {
				return;
			}
			// a digest of its own: it never stands in memory as a whole
			MessageDigest inner = sha256();
			byte[] some = new byte[AT_ONCE];
			for (int read = content.read(some); read >= 0; read = content.read(some)) {
				inner.update(some, 0, read);
			}
			put(digest, name, 'X', HexFormat.of().formatHex(inner.digest()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String plain(BigDecimal number) {
		return (number != null) ? number.stripTrailingZeros().toPlainString() : null;
	}

	private static Instant instant(LocalDateTime time) {
		return (time != null) ? time.toInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS) : null;
	}

	private static Instant instant(OffsetDateTime time) {
		return (time != null) ? time.toInstant().truncatedTo(ChronoUnit.MICROS) : null;
	}

	static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
