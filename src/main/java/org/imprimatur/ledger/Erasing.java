package org.imprimatur.ledger;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

import javax.sql.DataSource;

import org.imprimatur.kernel.Policy;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The one way in which a row of the record goes, or words in it: announced in the same
 * transaction, row by row in the record itself, with the row's salt taken away, so that
 * nobody can find out what stood there by trying. The chain still verifies, and a row
 * that went in another way is still found. Belongs into the caller's transaction.
 */
@Component
@Policy("ONE-LOGIN")
public class Erasing {

	private static final int SALT_BYTES = 16;

	private static final SecureRandom RANDOM = new SecureRandom();

	private final DataSource database;

	private final JdbcTemplate jdbc;

	private final Clock clock;

	Erasing(DataSource database, JdbcTemplate jdbc, Clock clock) {
		this.database = database;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Why something is erased at all. */
	public enum Kind {

		/** A person's data, on a person's right. */
		PERSON,

		/** An item whose time to be kept is over. */
		RETENTION

	}

	/**
	 * Who wanted it and why. No name of whom it is about belongs here.
	 *
	 * @param ground in words
	 * @param caseNumber of the request, where the charity keeps its requests; may be null
	 * @param askedBy login; null for the program itself
	 * @param releasedBy login of the second person; null for the program itself
	 */
	public record Order(Kind kind, String ground, String caseNumber, String askedBy, String releasedBy) {
	}

	/** Whether this transaction has announced an erasure. */
	public static boolean isUnderWay() {
		return TransactionSynchronizationManager.hasResource(Erasing.class);
	}

	/**
	 * Announces an erasure for the rest of the transaction.
	 * @param by login; null for the program itself
	 * @return its number in the record
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public long begin(Kind kind, String by, String ground) {
		return begin(new Order(kind, ground, null, null, by));
	}

	/**
	 * Announces an erasure for the rest of the transaction.
	 * @return its number in the record
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public long begin(Order order) {
		GeneratedKeyHolder key = new GeneratedKeyHolder();
		this.jdbc.update((connection) -> {
			PreparedStatement insert = connection.prepareStatement("""
					insert into erasure (kind, ground, case_number, asked_by, released_by, erased_at)
					values (?, ?, ?, ?, ?, ?)""", new String[] { "id" });
			insert.setString(1, order.kind().name());
			insert.setString(2, order.ground());
			insert.setString(3, order.caseNumber());
			insert.setString(4, order.askedBy());
			insert.setString(5, order.releasedBy());
			insert.setTimestamp(6, Timestamp.from(this.clock.instant()));
			return insert;
		}, key);
		long erasure = key.getKey().longValue();
		announce(erasure);
		return erasure;
	}

	private void announce(long erasure) {
		if (!isUnderWay()) {
			TransactionSynchronizationManager.bindResource(Erasing.class, erasure);
			TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
				@Override
				public void afterCompletion(int status) {
					TransactionSynchronizationManager.unbindResource(Erasing.class);
				}
			});
		}
		if (isPostgres()) {
			this.jdbc.queryForObject("select set_config('imprimatur.erasing', ?, true)", String.class,
					String.valueOf(erasure));
		}
	}

	private boolean isPostgres() {
		return Boolean.TRUE.equals(this.jdbc.execute(
				(Connection connection) -> connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")));
	}

	/**
	 * Deletes rows.
	 * @param erasure the number of the announced erasure
	 * @param table of the record
	 * @param where in SQL; the table is called r there
	 * @param parameters for the places in it
	 * @return how many
	 * @throws IllegalArgumentException if the table is not in the ledger
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public int rows(long erasure, String table, String where, Object... parameters) {
		LedgerTable known = known(table);
		String reference = hasReference(known) ? "r.reference" : "null";
		Map<String, String> rows = new LinkedHashMap<>();
		RowCallbackHandler each = (row) -> rows.put(row.getString("the_key"), row.getString("the_reference"));
		this.jdbc.query("select " + known.keyInSql() + " as the_key, " + reference + " as the_reference from "
				+ known.name() + " r where " + where, each, parameters);
		rows.forEach((key, item) -> {
			this.jdbc.update("delete from " + known.name() + " r where " + whereKey(known), keyOf(known, key));
			write(erasure, known, key, item, null, null, null);
		});
		return rows.size();
	}

	/**
	 * Puts other words into some columns of one row.
	 * @param erasure the number of the announced erasure
	 * @param table of the record
	 * @param rowKey as the ledger has it
	 * @param values by the name of the column: texts, numbers or bytes
	 * @throws IllegalArgumentException if the table is not in the ledger
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void words(long erasure, String table, String rowKey, Map<String, Object> values) {
		LedgerTable known = known(table);
		StringJoiner columns = new StringJoiner(" = ?, ", "", " = ?");
		values.keySet().forEach(columns::add);
		Object[] key = keyOf(known, rowKey);
		List<Object> all = new ArrayList<>(values.values());
		all.addAll(List.of(key));
		this.jdbc.update("update " + known.name() + " r set " + columns + " where " + whereKey(known), all.toArray());
		byte[] salt = new byte[SALT_BYTES];
		RANDOM.nextBytes(salt);
		Connection connection = DataSourceUtils.getConnection(this.database);
		try {
			new RowsByKey(connection, known).read(List.of(rowKey),
					(found, row) -> write(erasure, known, rowKey, RowsByKey.reference(row),
							String.join(", ", values.keySet()), HexFormat.of().formatHex(salt),
							Canonical.digest(known, row, salt)));
		}
		catch (SQLException ex) {
			throw new IllegalStateException("A row could not be read again after words were taken out of it", ex);
		}
		finally {
			DataSourceUtils.releaseConnection(connection, this.database);
		}
	}

	private void write(long erasure, LedgerTable table, String rowKey, String reference, String parts, String salt,
			String digest) {
		int[] text = { Types.VARCHAR, Types.VARCHAR, Types.VARCHAR };
		this.jdbc.update("update ledger_entry set salt = ? where table_name = ? and row_key = ?",
				new Object[] { salt, table.name(), rowKey }, text);
		this.jdbc.update(
				"insert into erasure_row (erasure, table_name, row_key, reference, parts, digest) values (?, ?, ?, ?, ?, ?)",
				new Object[] { erasure, table.name(), rowKey, reference, parts, digest },
				new int[] { Types.BIGINT, Types.VARCHAR, Types.VARCHAR, Types.VARCHAR, Types.VARCHAR, Types.VARCHAR });
	}

	/** Whether rows of this table go by an erasure only. */
	public static boolean covers(String table) {
		LedgerTable known = LedgerTables.find(table);
		return known != null && !known.name().startsWith("erasure") && !known.name().startsWith("ledger");
	}

	/**
	 * What one row of a table is, such as "a comment"; empty if it is not in the ledger.
	 */
	public static Optional<String> inWords(String table) {
		return Optional.ofNullable(LedgerTables.find(table)).map(LedgerTable::words);
	}

	private static LedgerTable known(String table) {
		if (!covers(table)) {
			throw new IllegalArgumentException("Nothing is ever erased from " + table + ".");
		}
		return LedgerTables.find(table);
	}

	private static String whereKey(LedgerTable table) {
		return String.join(" and ", table.key().stream().map((column) -> "r." + column + " = ?").toList());
	}

	private Object[] keyOf(LedgerTable table, String rowKey) {
		Connection connection = DataSourceUtils.getConnection(this.database);
		try {
			return new RowsByKey(connection, table).values(rowKey);
		}
		catch (SQLException ex) {
			throw new IllegalStateException("The key of " + table.name() + " could not be read", ex);
		}
		finally {
			DataSourceUtils.releaseConnection(connection, this.database);
		}
	}

	private boolean hasReference(LedgerTable table) {
		return Boolean.TRUE
			.equals(this.jdbc.query("select * from " + table.name() + " where false", (ResultSet none) -> {
				for (int i = 1; i <= none.getMetaData().getColumnCount(); i++) {
					if (none.getMetaData().getColumnLabel(i).equalsIgnoreCase("reference")) {
						return true;
					}
				}
				return false;
			}));
	}

}
