package org.imprimatur.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Somebody with all rights on the database, who switches every trigger off before, and on
 * again after. Also makes rows of any table, as long as their columns are filled.
 */
final class Attacker {

	private final JdbcTemplate jdbc;

	private final boolean h2;

	Attacker(DataSource database) throws SQLException {
		this.jdbc = new JdbcTemplate(database);
		try (Connection connection = database.getConnection()) {
			this.h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
		}
	}

	/** A column of a table. */
	private record Column(String name, int type, int size, boolean generated) {
	}

	/** Everything is switched off once: that takes its time. */
	void doesToAll(List<LedgerTable> tables, Act act) throws Exception {
		tables.forEach((table) -> switchOff(table.name(), true));
		try {
			act.run();
		}
		finally {
			tables.forEach((table) -> switchOn(table.name(), true));
		}
	}

	/** What is done. */
	interface Act {

		void run() throws Exception;

	}

	void does(LedgerTable table, Runnable act) {
		does(table.name(), LedgerTables.find(table.name()) != null, act);
	}

	void does(String table, boolean inLedger, Runnable act) {
		switchOff(table, inLedger);
		try {
			act.run();
		}
		finally {
			switchOn(table, inLedger);
		}
	}

	/** Does it past every trigger. */
	void sql(String table, String sql, Object... values) {
		does(table, LedgerTables.find(table) != null, () -> this.jdbc.update(sql, values));
	}

	private void switchOff(String table, boolean inLedger) {
		if (!this.h2) {
			this.jdbc.execute("alter table " + table + " disable trigger all");
			return;
		}
		this.jdbc.execute("set referential_integrity false");
		this.jdbc.execute("drop trigger if exists " + table + "_append_only");
		if (inLedger) {
			this.jdbc.execute("drop trigger " + table + "_ledger");
		}
	}

	private void switchOn(String table, boolean inLedger) {
		if (!this.h2) {
			this.jdbc.execute("alter table " + table + " enable trigger all");
			return;
		}
		if (!table.equals("post")) {
			this.jdbc.execute("create trigger " + table + "_append_only before update, delete on " + table
					+ " for each row call 'org.imprimatur.history.AppendOnly'");
		}
		if (inLedger) {
			this.jdbc.execute("create trigger " + table + "_ledger after insert on " + table
					+ " for each row call 'org.imprimatur.ledger.NoteRow'");
		}
		this.jdbc.execute("set referential_integrity true");
	}

	/** Lets a row be added that belongs to nothing; the ledger goes on. */
	void withoutForeignKeys(List<LedgerTable> tables, Runnable act) {
		if (this.h2) {
			this.jdbc.execute("set referential_integrity false");
		}
		else {
			tables.forEach((table) -> {
				this.jdbc.execute("alter table " + table.name() + " disable trigger all");
				this.jdbc.execute("alter table " + table.name() + " enable trigger " + table.name() + "_ledger");
			});
		}
		try {
			act.run();
		}
		finally {
			if (this.h2) {
				this.jdbc.execute("set referential_integrity true");
			}
			else {
				tables.forEach((table) -> this.jdbc.execute("alter table " + table.name() + " enable trigger all"));
			}
		}
	}

	/** Adds a row with something in every column; its key. */
	String anyRow(LedgerTable table) {
		Map<String, Object> values = new LinkedHashMap<>();
		columns(table.name()).stream()
			.filter((column) -> !column.generated())
			.forEach((column) -> values.put(column.name(), something(column)));
		this.jdbc.update(
				"insert into " + table.name() + " (" + String.join(", ", values.keySet()) + ") values ("
						+ String.join(", ", values.keySet().stream().map((name) -> "?").toList()) + ")",
				values.values().toArray());
		return table.key()
			.stream()
			.map((part) -> values.containsKey(part) ? String.valueOf(values.get(part))
					: this.jdbc.queryForObject("select cast(max(" + part + ") as varchar) from " + table.name(),
							String.class))
			.reduce((first, second) -> first + "/" + second)
			.orElseThrow();
	}

	/** The columns that an entry covers besides the key. */
	List<String> covered(LedgerTable table) {
		return columns(table.name()).stream()
			.map(Column::name)
			.filter((name) -> !table.key().contains(name) && !table.except().contains(name))
			.toList();
	}

	/** Puts something else into one column of a row, past no trigger; what was there. */
	Object change(LedgerTable table, String rowKey, String name) {
		Column column = columns(table.name()).stream()
			.filter((one) -> one.name().equals(name))
			.findFirst()
			.orElseThrow();
		Object before = this.jdbc.query("select " + name + " from " + table.name() + " r where " + where(table),
				(ResultSet row) -> row.next() ? read(row, column) : null, rowKey);
		set(table, rowKey, name, other(before));
		return before;
	}

	void set(LedgerTable table, String rowKey, String name, Object value) {
		this.jdbc.update("update " + table.name() + " r set " + name + " = ? where " + where(table), value, rowKey);
	}

	static String where(LedgerTable table) {
		return table.keyInSql() + " = ?";
	}

	private static Object read(ResultSet row, Column column) throws SQLException {
		return switch (column.type()) {
			case Types.TIMESTAMP -> row.getObject(1, LocalDateTime.class);
			case Types.DATE -> row.getObject(1, LocalDate.class);
			case Types.BINARY, Types.VARBINARY, Types.BLOB -> row.getBytes(1);
			case Types.BIGINT, Types.INTEGER, Types.BOOLEAN, Types.BIT -> row.getObject(1);
			default -> row.getString(1);
		};
	}

	/** As little different as can be. */
	private static Object other(Object value) {
		if (value instanceof LocalDateTime time) {
			return time.plusNanos(1000);
		}
		if (value instanceof LocalDate day) {
			return day.plusDays(1);
		}
		if (value instanceof byte[]) {
			return new byte[] { 1, 2, 4 };
		}
		if (value instanceof Boolean is) {
			return !is;
		}
		if (value instanceof Number number) {
			return number.intValue() + 1;
		}
		String text = (String) value;
		return text.substring(0, text.length() - 1) + (text.endsWith(" ") ? "." : " ");
	}

	private static Object something(Column column) {
		return switch (column.type()) {
			case Types.TIMESTAMP -> LocalDateTime.parse("2026-11-24T10:00:00.123456");
			case Types.DATE -> LocalDate.parse("2026-11-24");
			case Types.BINARY, Types.VARBINARY, Types.BLOB -> new byte[] { 1, 2, 3 };
			case Types.BIGINT, Types.INTEGER -> ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE - 1);
			case Types.BOOLEAN, Types.BIT -> false;
			default -> {
				String text = UUID.randomUUID().toString().replace("-", "");
				yield text.substring(0, Math.min(text.length(), column.size()));
			}
		};
	}

	private List<Column> columns(String table) {
		return this.jdbc.execute((Connection connection) -> {
			List<Column> columns = new ArrayList<>();
			String name = this.h2 ? table.toUpperCase(Locale.ROOT) : table;
			try (ResultSet rows = connection.getMetaData()
				.getColumns(null, connection.getSchema(), name.replace("_", "\\_"), "%")) {
				while (rows.next()) {
					columns.add(
							new Column(rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT), rows.getInt("DATA_TYPE"),
									rows.getInt("COLUMN_SIZE"), rows.getString("IS_AUTOINCREMENT").equals("YES")));
				}
			}
			return columns;
		});
	}

}
