package org.imprimatur;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.imprimatur.ledger.VerifyLedger;
import org.imprimatur.security.CannotStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * Moves everything from the file of the small set-up into an empty PostgreSQL database:
 * the record, the engine's tables and the media, in one transaction. The file is left as
 * it is. Started instead of the application by {@code --imprimatur.move-from}.
 */
@ImportAutoConfiguration(DataSourceAutoConfiguration.class)
class MoveToPostgres implements ApplicationRunner {

	static final String FROM = "imprimatur.move-from";

	private static final Logger log = LoggerFactory.getLogger(MoveToPostgres.class);

	private static final List<String> ENGINE = List.of("engine", "history", "identity", "case.engine", "case.history",
			"decision.engine", "decision.history");

	private static final String VERSIONS = "flyway_schema_history";

	private static final int AT_ONCE = 500;

	private final String from;

	private final DataSource target;

	private final String key;

	MoveToPostgres(@Value("${" + FROM + "}") String from, DataSource target,
			@Value("${imprimatur.ledger.key:}") String key) {
		this.from = from;
		this.target = target;
		this.key = key;
	}

	@Override
	public void run(ApplicationArguments arguments) throws SQLException {
		try (Connection file = file(); Connection database = this.target.getConnection()) {
			mustBeEmpty(database);
			makeTables(database);
			mustBeSameVersion(file, database);
			database.setAutoCommit(false);
			long rows = move(file, database);
			VerifyLedger.afterMove(new SingleConnectionDataSource(database, true), this.key, this.from);
			database.commit();
			log.info("Moved {} rows. Start Imprimatur on the new database; keep the file until you have looked.", rows);
		}
	}

	private Connection file() throws SQLException {
		String user = this.from.contains(";USER=") ? "" : ";USER=sa;PASSWORD=";
		try {
			return DriverManager.getConnection(this.from + ";IFEXISTS=TRUE" + user);
		}
		catch (SQLException ex) {
			throw new CannotStart("The file " + this.from + " cannot be opened: " + ex.getMessage()
					+ ". Stop Imprimatur first, and name the file as in spring.datasource.url.");
		}
	}

	private static void mustBeEmpty(Connection database) throws SQLException {
		if (!database.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
			throw new CannotStart("Name the PostgreSQL database to move to by SPRING_DATASOURCE_URL.");
		}
		if (!tables(database).isEmpty()) {
			throw new CannotStart("The database is not empty. Make a new one and move to that: nothing was changed.");
		}
	}

	private void makeTables(Connection database) {
		ENGINE.forEach((part) -> ScriptUtils.executeSqlScript(database,
				new ClassPathResource("org/camunda/bpm/engine/db/create/activiti.postgres.create." + part + ".sql")));
		Flyway.configure()
			.dataSource(this.target)
			.locations("classpath:db/migration", "classpath:db/vendor/postgresql")
			.baselineOnMigrate(true)
			.baselineVersion("0")
			.load()
			.migrate();
	}

	private static void mustBeSameVersion(Connection file, Connection database) throws SQLException {
		if (!versions(file).equals(versions(database))) {
			throw new CannotStart("The file was last used by another version of Imprimatur. Start this version on it "
					+ "once, stop it, make a new database and move to that.");
		}
	}

	private static List<String> versions(Connection connection) throws SQLException {
		String table = tables(connection).get(VERSIONS);
		if (table == null) {
			throw new CannotStart("There is nothing of Imprimatur in the file.");
		}
		return column(connection, "select \"version\" from \"" + table
				+ "\" where \"success\" and \"type\" = 'SQL' order by \"version\"");
	}

	private static long move(Connection file, Connection database) throws SQLException {
		Map<String, String> sources = tables(file);
		Map<String, String> targets = tables(database);
		sources.remove(VERSIONS);
		targets.remove(VERSIONS);
		if (!targets.keySet().containsAll(sources.keySet())) {
			sources.keySet().removeAll(targets.keySet());
			throw new CannotStart("These tables of the file have no place in the database: " + sources.keySet());
		}
		Map<String, String> keys = new TreeMap<>();
		try (Statement statement = database.createStatement(); ResultSet rows = statement.executeQuery("""
				select 'alter table ' || conrelid::regclass || ' drop constraint "' || conname || '"',
				'alter table ' || conrelid::regclass || ' add constraint "' || conname || '" '
				|| pg_get_constraintdef(oid)
				from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace""")) {
			while (rows.next()) {
				keys.put(rows.getString(1), rows.getString(2));
			}
		}
		execute(database, keys.keySet());
		execute(database, List.of("truncate table "
				+ targets.values().stream().map((name) -> '"' + name + '"').collect(Collectors.joining(", "))));
		// what is moved has its entries already
		execute(database, triggers(targets, "disable"));
		long moved = 0;
		for (Map.Entry<String, String> source : sources.entrySet()) {
			moved += copy(file, source.getValue(), database, targets.get(source.getKey()));
		}
		execute(database, column(database, """
				select 'select setval(pg_get_serial_sequence(''' || table_name || ''', ''' || column_name
				|| '''), coalesce((select max(' || column_name || ') from ' || table_name || '), 0) + 1, false)'
				from information_schema.columns where table_schema = current_schema() and is_identity = 'YES'"""));
		execute(database, keys.values());
		execute(database, triggers(targets, "enable"));
		return moved;
	}

	private static List<String> triggers(Map<String, String> tables, String what) {
		return tables.values()
			.stream()
			.map((name) -> "alter table \"" + name + "\" " + what + " trigger user")
			.toList();
	}

	private static long copy(Connection file, String source, Connection database, String target) throws SQLException {
		List<String> from = new ArrayList<>();
		List<String> to = new ArrayList<>();
		List<Integer> types = new ArrayList<>();
		Map<String, String> has = columns(file, source);
		try (Statement statement = database.createStatement();
				ResultSet none = statement.executeQuery("select * from \"" + target + "\" where false")) {
			ResultSetMetaData columns = none.getMetaData();
			for (int i = 1; i <= columns.getColumnCount(); i++) {
				String name = columns.getColumnName(i);
				String there = has.remove(name.toLowerCase(Locale.ROOT));
				if (there != null) {
					from.add('"' + there + '"');
					to.add('"' + name + '"');
					types.add(columns.getColumnType(i));
				}
			}
		}
		if (!has.isEmpty()) {
			throw new CannotStart("The table " + source + " has columns that the database lacks: " + has.keySet());
		}
		String into = "insert into \"" + target + "\" (" + String.join(", ", to) + ") values ("
				+ "?, ".repeat(to.size() - 1) + "?)";
		int atOnce = types.contains(Types.BINARY) ? 1 : AT_ONCE;
		long count = 0;
		try (Statement read = file.createStatement();
				ResultSet rows = read.executeQuery("select " + String.join(", ", from) + " from \"" + source + '"');
				PreparedStatement write = database.prepareStatement(into)) {
			while (rows.next()) {
				for (int i = 1; i <= types.size(); i++) {
					write.setObject(i, value(rows, i, types.get(i - 1)), types.get(i - 1));
				}
				write.addBatch();
				if (++count % atOnce == 0) {
					write.executeBatch();
				}
			}
			write.executeBatch();
		}
		return count;
	}

	private static Object value(ResultSet rows, int column, int type) throws SQLException {
		return switch (type) {
			case Types.BINARY -> rows.getBytes(column);
			case Types.VARCHAR -> rows.getString(column);
			case Types.BIT -> rows.getObject(column, Boolean.class);
			case Types.TIMESTAMP_WITH_TIMEZONE -> rows.getObject(column, OffsetDateTime.class);
			default -> rows.getObject(column);
		};
	}

	/** The tables of a database, by their names in small letters. */
	private static Map<String, String> tables(Connection connection) throws SQLException {
		DatabaseMetaData about = connection.getMetaData();
		return names(about.getTables(null, connection.getSchema(), "%", new String[] { "TABLE", "BASE TABLE" }),
				"TABLE_NAME");
	}

	private static Map<String, String> columns(Connection connection, String table) throws SQLException {
		return names(connection.getMetaData().getColumns(null, connection.getSchema(), table.replace("_", "\\_"), "%"),
				"COLUMN_NAME");
	}

	private static Map<String, String> names(ResultSet rows, String what) throws SQLException {
		Map<String, String> names = new TreeMap<>();
		try (rows) {
			while (rows.next()) {
				names.put(rows.getString(what).toLowerCase(Locale.ROOT), rows.getString(what));
			}
		}
		return names;
	}

	private static List<String> column(Connection connection, String question) throws SQLException {
		try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(question)) {
			List<String> all = new ArrayList<>();
			while (rows.next()) {
				all.add(rows.getString(1));
			}
			return all;
		}
	}

	private static void execute(Connection connection, Iterable<String> commands) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			for (String command : commands) {
				statement.execute(command);
			}
		}
	}

}
