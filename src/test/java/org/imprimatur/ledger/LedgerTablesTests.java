package org.imprimatur.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Every table to which rows are only added")
class LedgerTablesTests extends LedgerAtWork {

	@Test
	@DisplayName("is in the ledger, or left out for a reason")
	void allOrNamed() throws Exception {
		List<String> triggers = triggers();
		assertThat(triggers).contains("post_decision_append_only");
		List<String> forgotten = triggers.stream()
			.filter((trigger) -> trigger.endsWith("_append_only"))
			.map((trigger) -> trigger.replace("_append_only", ""))
			.filter((table) -> LedgerTables.find(table) == null && !LedgerTables.LEFT_OUT.containsKey(table))
			.toList();
		assertThat(forgotten)
			.as("tables whose rows get no entry: add a trigger <table>_ledger in a migration and the table to "
					+ "LedgerTables, or say there why not")
			.isEmpty();
		assertThat(triggers).containsAll(LedgerTables.all().stream().map((table) -> table.name() + "_ledger").toList());
	}

	@Test
	@DisplayName("is known by its primary key")
	void keys() throws Exception {
		for (LedgerTable table : LedgerTables.all()) {
			Map<Integer, String> key = new TreeMap<>();
			try (Connection connection = this.database.getConnection();
					ResultSet columns = connection.getMetaData()
						.getPrimaryKeys(null, connection.getSchema(), inDatabase(connection, table.name()))) {
				while (columns.next()) {
					key.put(columns.getInt("KEY_SEQ"), columns.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
				}
			}
			assertThat(key.values()).as(table.name()).containsExactlyElementsOf(table.key());
		}
	}

	private List<String> triggers() throws Exception {
		List<String> names = new ArrayList<>();
		try (Connection connection = this.database.getConnection();
				var statement = connection.createStatement();
				ResultSet rows = statement
					.executeQuery("select distinct trigger_name from information_schema.triggers")) {
			while (rows.next()) {
				names.add(rows.getString(1).toLowerCase(Locale.ROOT));
			}
		}
		return names;
	}

	private static String inDatabase(Connection connection, String table) throws Exception {
		return connection.getMetaData().storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
	}

}
