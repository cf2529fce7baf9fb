package org.imprimatur.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads rows of a table of the record by their keys as they stand in the ledger. */
final class RowsByKey {

	private static final int AT_ONCE = 200;

	/** Whether the key's columns are numbers, by table. */
	private static final Map<String, List<Boolean>> NUMBERS = new ConcurrentHashMap<>();

	private final Connection connection;

	private final LedgerTable table;

	RowsByKey(Connection connection, LedgerTable table) {
		this.connection = connection;
		this.table = table;
	}

	/** What is done with a row that was found. */
	interface Found {

		void at(String rowKey, ResultSet row) throws SQLException;

	}

	/** Reads those of the rows that are there, in no order. */
	void read(Collection<String> rowKeys, Found found) throws SQLException {
		List<String> all = new ArrayList<>(rowKeys);
		int atOnce = this.table.large() ? 1 : AT_ONCE;
		for (int from = 0; from < all.size(); from += atOnce) {
			readSome(all.subList(from, Math.min(all.size(), from + atOnce)), found);
		}
	}

	private void readSome(List<String> rowKeys, Found found) throws SQLException {
		int parts = this.table.key().size();
		String one = (parts == 1) ? "?"
				: "(" + String.join(", ", Stream.generate(() -> "?").limit(parts).toList()) + ")";
		// few different statements, so that the database knows them again
		int places = places(rowKeys.size());
		String left = String.join(", ", this.table.key());
		String sql = "select * from " + this.table.name() + " where " + ((parts == 1) ? left : "(" + left + ")")
				+ " in (" + Stream.generate(() -> one).limit(places).collect(Collectors.joining(", ")) + ")";
		try (PreparedStatement select = this.connection.prepareStatement(sql)) {
			int at = 1;
			for (int i = 0; i < places; i++) {
				for (Object value : values(rowKeys.get(Math.min(i, rowKeys.size() - 1)))) {
					select.setObject(at++, value);
				}
			}
			try (ResultSet rows = select.executeQuery()) {
				while (rows.next()) {
					found.at(rowKey(rows), rows);
				}
			}
		}
	}

	/** A key as it stands in the ledger, as the database takes its columns. */
	Object[] values(String rowKey) throws SQLException {
		List<Boolean> numbers = numbers();
		List<String> parts = this.table.parts(rowKey);
		Object[] values = new Object[parts.size()];
		for (int part = 0; part < values.length; part++) {
			values[part] = numbers.get(part) ? (Object) Long.valueOf(parts.get(part)) : parts.get(part);
		}
		return values;
	}

	private static int places(int size) {
		int places = 1;
		while (places < size) {
			places *= 2;
		}
		return places;
	}

	private String rowKey(ResultSet row) throws SQLException {
		List<String> parts = new ArrayList<>();
		for (String column : this.table.key()) {
			parts.add(row.getString(column));
		}
		return String.join("/", parts);
	}

	private List<Boolean> numbers() throws SQLException {
		List<Boolean> known = NUMBERS.get(this.table.name());
		if (known == null) {
			try (PreparedStatement none = this.connection.prepareStatement(
					"select " + String.join(", ", this.table.key()) + " from " + this.table.name() + " where false");
					ResultSet rows = none.executeQuery()) {
				ResultSetMetaData about = rows.getMetaData();
				List<Boolean> numbers = new ArrayList<>();
				for (int i = 1; i <= about.getColumnCount(); i++) {
					String type = about.getColumnClassName(i);
					numbers.add(type.equals(Long.class.getName()) || type.equals(Integer.class.getName()));
				}
				known = List.copyOf(numbers);
			}
			NUMBERS.put(this.table.name(), known);
		}
		return known;
	}

	/** The item a row is about; null if it says none. */
	static String reference(ResultSet row) throws SQLException {
		ResultSetMetaData about = row.getMetaData();
		for (int i = 1; i <= about.getColumnCount(); i++) {
			if (about.getColumnLabel(i).equalsIgnoreCase("reference")) {
				return row.getString(i);
			}
		}
		return null;
	}

}
