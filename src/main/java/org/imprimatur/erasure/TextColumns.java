package org.imprimatur.erasure;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Every column of the database in which people write, or what they wrote may stand: all
 * texts longer than a key or a code, whatever is added later, but for those named here.
 */
@Component
class TextColumns {

	/** Keys, codes and logins are no longer than that. */
	private static final int LONGEST_CODE = 64;

	/** Tables that hold nothing that anybody wrote about a person, and why. */
	private static final Map<String, String> TABLES = Map.of("ledger_entry", "digests only", "ledger_taken_up",
			"numbers only", "ledger_verification", "references and sentences of ours", "erasure",
			"says who erased, never whom", "erasure_row", "says where, never what", "erasure_declined",
			"says who declined, never whom", "erasure_request", "goes by itself when it is answered",
			"flyway_schema_history", "names of migrations");

	/** Columns that hold codes, whatever their length. */
	private static final Set<String> COLUMNS = Set.of("reference", "task", "definition", "element", "decision", "flow",
			"place", "row_key", "head", "signs", "waits", "accounts", "triggers", "confirmations", "concerns", "act",
			"target", "cause", "people", "asked");

	/**
	 * Where the engine keeps what a form sent; the rest of its columns are keys and
	 * names.
	 */
	private static final Map<String, Set<String>> ENGINE = Map.of("act_hi_varinst", Set.of("text_", "text2_"),
			"act_hi_detail", Set.of("text_", "text2_"), "act_hi_comment", Set.of("message_"), "act_hi_op_log",
			Set.of("org_value_", "new_value_", "annotation_"), "act_hi_taskinst", Set.of("name_", "description_"),
			"act_hi_dec_in", Set.of("text_", "text2_"), "act_hi_dec_out", Set.of("text_", "text2_"),
			"act_hi_attachment", Set.of("name_", "description_"), "act_hi_incident", Set.of("incident_msg_"),
			"act_hi_job_log", Set.of("job_exception_msg_"));

	private final JdbcTemplate jdbc;

	private Map<String, Table> tables;

	TextColumns(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A table with texts.
	 *
	 * @param key the columns of its primary key
	 * @param texts the length of each of its texts, in characters, by column
	 * @param reference what tells the item of a row, in SQL
	 */
	record Table(String name, List<String> key, Map<String, Integer> texts, String reference) {
	}

	synchronized List<Table> all() {
		if (this.tables == null) {
			this.tables = this.jdbc.execute(TextColumns::read);
		}
		return List.copyOf(this.tables.values());
	}

	private static Map<String, Table> read(Connection connection) throws SQLException {
		DatabaseMetaData about = connection.getMetaData();
		Map<String, Map<String, Integer>> texts = new TreeMap<>();
		Map<String, List<String>> columns = new LinkedHashMap<>();
		List<String> names = new ArrayList<>();
		try (ResultSet rows = about.getTables(connection.getCatalog(), connection.getSchema(), "%",
				new String[] { "TABLE", "BASE TABLE" })) {
			while (rows.next()) {
				names.add(rows.getString("TABLE_NAME"));
			}
		}
		try (ResultSet rows = about.getColumns(connection.getCatalog(), connection.getSchema(), "%", "%")) {
			while (rows.next()) {
				String table = rows.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
				String column = rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT);
				columns.computeIfAbsent(table, (name) -> new ArrayList<>()).add(column);
				if (isText(rows.getInt("DATA_TYPE")) && names.contains(rows.getString("TABLE_NAME"))
						&& isSearched(table, column, rows.getInt("COLUMN_SIZE"))) {
					texts.computeIfAbsent(table, (name) -> new LinkedHashMap<>())
						.put(column, rows.getInt("COLUMN_SIZE"));
				}
			}
		}
		Map<String, Table> tables = new LinkedHashMap<>();
		for (String name : names) {
			String table = name.toLowerCase(Locale.ROOT);
			if (texts.containsKey(table)) {
				Map<Integer, String> key = new TreeMap<>();
				try (ResultSet rows = about.getPrimaryKeys(connection.getCatalog(), connection.getSchema(), name)) {
					while (rows.next()) {
						key.put(rows.getInt("KEY_SEQ"), rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
					}
				}
				tables.put(table,
						new Table(table, List.copyOf(key.values()), texts.get(table), reference(columns.get(table))));
			}
		}
		return tables;
	}

	private static boolean isText(int type) {
		return type == Types.VARCHAR || type == Types.LONGVARCHAR || type == Types.CLOB || type == Types.NVARCHAR;
	}

	private static boolean isSearched(String table, String column, int size) {
		if (table.startsWith("act_")) {
			return ENGINE.getOrDefault(table, Set.of()).contains(column);
		}
		return size > LONGEST_CODE && !TABLES.containsKey(table) && !COLUMNS.contains(column);
	}

	private static String reference(List<String> columns) {
		if (columns.contains("reference")) {
			return "r.reference";
		}
		if (columns.contains("case_id")) {
			return "(select max(s.reference) from history_step s where s.case_id = r.case_id)";
		}
		if (columns.contains("proc_inst_id_")) {
			return "(select max(s.reference) from history_step s where s.case_id = r.proc_inst_id_)";
		}
		if (columns.contains("action")) {
			return "(select max(a.reference) from incident_action a where a.id = r.action)";
		}
		return "cast(null as varchar)";
	}

}
