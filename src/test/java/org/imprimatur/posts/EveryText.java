package org.imprimatur.posts;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole database, looked through text by text. */
final class EveryText {

	private EveryText() {
	}

	/** Every text column of every table that still has these letters in it. */
	static List<String> with(String letters, JdbcClient jdbc) {
		return jdbc
			.sql("""
					select c.table_name, c.column_name from information_schema.columns c
					join information_schema.tables t on t.table_name = c.table_name and t.table_schema = c.table_schema
					where lower(c.table_schema) = 'public' and c.table_name <> 'flyway_schema_history' and t.table_type = 'BASE TABLE'
					and lower(c.data_type) in ('character varying', 'character large object', 'text')""")
			.query((row, number) -> List.of(row.getString(1), row.getString(2)))
			.list()
			.stream()
			.filter((one) -> jdbc.sql("select count(*) from " + one.get(0) + " where " + one.get(1) + " like ?")
				.param("%" + letters + "%")
				.query(Long.class)
				.single() > 0)
			.map((one) -> (one.get(0) + "." + one.get(1)).toLowerCase())
			.toList();
	}

}
