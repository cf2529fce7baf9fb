package org.imprimatur.posts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.imprimatur.history.BenchMarks;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes many items of a few that have lived in the engine: their rows are copied with
 * other references, ids and times, an hour apart. What the engine keeps besides its
 * cases, tasks and six variables of each is not copied, which makes its answers faster.
 */
final class BulkCopy {

	/** By which column each row names its item, and what is copied of it. */
	private static final Map<String, String> TABLES = new LinkedHashMap<>();

	static {
		for (String table : List.of("post", "post_revision", "post_decision", "post_slot", "post_release",
				"post_ending", "history_step", "trail")) {
			TABLES.put(table, "t.reference = s.reference");
		}
		TABLES.put("history_item", "t.reference = s.reference");
		TABLES.put("history_mark", "t.number = s.number");
		TABLES.put("act_hi_procinst", "t.proc_inst_id_ = s.case_id");
		TABLES.put("act_hi_taskinst", "t.proc_inst_id_ = s.case_id");
		TABLES.put("act_hi_varinst", "t.proc_inst_id_ = s.case_id and t.name_ in "
				+ "('reference', 'author', 'team', 'account', 'signOffPost', 'body')");
	}

	private static final Set<String> OWN_NUMBER = Set.of("post_revision", "post_decision", "post_slot", "post_release",
			"history_step", "trail");

	/** Of how many words the rest of a text is made. */
	static final int VOCABULARY = 20_000;

	private static final int WORDS = 8;

	static final int SELDOM = 500;

	/** The number of the word that stands in the text of this copy. */
	private static final String OWN_WORD = "mod(r.k * 31 + s.seed * 977, " + VOCABULARY + ")";

	private static final int AT_ONCE = 250;

	private final JdbcClient jdbc;

	private final boolean h2;

	private final long objects2 = BenchMarks.person("objects2");

	private final long news = BenchMarks.account("news-x");

	BulkCopy(JdbcClient jdbc, boolean h2) {
		this.jdbc = jdbc;
		this.h2 = h2;
	}

	static String reference(int round, int seed) {
		return "POST-2027-" + (1_000_000 + round * 100 + seed);
	}

	/** The copies of these rounds, the last one left out. */
	void copy(int from, int to) {
		for (int begin = from; begin < to; begin += AT_ONCE) {
			int end = Math.min(begin + AT_ONCE, to);
			for (Map.Entry<String, String> table : TABLES.entrySet()) {
				rows(table.getKey(), table.getValue(), begin, end);
			}
			words(begin, end);
			seldom(begin, end);
		}
		this.jdbc.sql(this.h2 ? "analyze" : "vacuum analyze").update();
	}

	private void rows(String table, String of, int from, int to) {
		Map<String, String> columns = columns(table);
		this.jdbc
			.sql("insert into " + table + " (" + String.join(", ", columns.keySet()) + ") select "
					+ String.join(", ", columns.values()) + " from " + table + " t join bench_seed s on " + of
					+ " cross join " + rounds(from, to))
			.update();
	}

	private String rounds(int from, int to) {
		return (this.h2 ? "(select x as k from system_range(" : "(select x as k from generate_series(") + from + ", "
				+ (to - 1) + ")" + (this.h2 ? ") r" : " x) r");
	}

	private Map<String, String> columns(String table) {
		Map<String, String> columns = new LinkedHashMap<>();
		this.jdbc.sql("""
				select lower(column_name) as name, lower(data_type) as type from information_schema.columns
				where lower(table_name) = ? and lower(table_schema) = 'public'""").param(table).query((row) -> {
			String name = row.getString("name");
			if (!(name.equals("id") && OWN_NUMBER.contains(table))) {
				columns.put(name, expression(name, row.getString("type")));
			}
		});
		return columns;
	}

	private String expression(String name, String type) {
		if (type.startsWith("timestamp")) {
			return this.h2 ? "dateadd(hour, r.k, t." + name + ")" : "t." + name + " + r.k * interval '1 hour'";
		}
		return switch (name) {
			case "reference", "business_key_" -> "concat('POST-2027-', 1000000 + r.k * 100 + s.seed)";
			case "number" -> type.equals("bigint") ? "t.number + r.k * 360000000000" : "t.number";
			case "case_id", "task_id", "start_key", "id_", "proc_inst_id_", "root_proc_inst_id_", "execution_id_",
					"task_id_", "act_inst_id_" ->
				"case when t." + name + " is null then null else concat(t." + name + ", '-', r.k) end";
			// some people and accounts are seldom met
			case "assignee_", "person" -> "case when mod(r.k, " + SELDOM + ") = 7 and t." + name
					+ " = 'objects' then 'objects2' else t." + name + " end";
			case "text_" -> "case when t.name_ = 'account' and mod(r.k, " + SELDOM + ") = 11 then 'news-x'"
					+ " when t.name_ = 'body' then concat(t.text_, ' zq', " + OWN_WORD + ", 'x') else t.text_ end";
			default -> "t." + name;
		};
	}

	/** Some words of each text are of a large vocabulary, a few often and most seldom. */
	private void words(int from, int to) {
		String random = this.h2 ? "rand()" : "random()";
		this.jdbc.sql("insert into history_mark (mark, number) select distinct v.mark, x.number from (select i.number,"
				+ " cast(floor(" + VOCABULARY + " * power(" + random + ", 3)) as integer) as word"
				+ " from bench_seed s cross join " + rounds(from, to) + " join history_item i on i.number = s.number"
				+ " + r.k * 360000000000 cross join "
				+ (this.h2 ? "system_range(1, " + WORDS + ")" : "generate_series(1, " + WORDS + ")")
				+ " w) x join bench_word v on v.word = x.word union select v.mark, s.number + r.k * 360000000000"
				+ " from bench_seed s cross join " + rounds(from, to) + " join bench_word v on v.word = " + OWN_WORD)
			.update();
	}

	/** By what the seldom ones are found. */
	private void seldom(int from, int to) {
		String of = " as bigint), s.number + r.k * 360000000000 from bench_seed s cross join " + rounds(from, to);
		this.jdbc
			.sql("insert into history_mark (mark, number) select cast(" + this.objects2 + of + " where mod(r.k, "
					+ SELDOM + ") = 7")
			.update();
		this.jdbc
			.sql("insert into history_mark (mark, number) select cast(" + this.news + of + " where mod(r.k, " + SELDOM
					+ ") = 11")
			.update();
	}

	/** What is copied, and the vocabulary; nothing else listens from here on. */
	void seed(List<OnePost> posts, Map<Integer, Long> vocabulary) {
		this.jdbc
			.sql("create table bench_seed (seed integer, reference varchar(32), case_id varchar(64), number bigint)")
			.update();
		this.jdbc.sql("create table bench_word (word integer primary key, mark bigint)").update();
		int seed = 0;
		for (OnePost post : posts) {
			this.jdbc.sql(
					"insert into bench_seed select ?, i.reference, ?, i.number from history_item i where i.reference = ?")
				.params(seed++, post.caseId(), post.reference())
				.update();
			this.jdbc.sql("""
					insert into act_hi_varinst (id_, proc_def_key_, proc_def_id_, root_proc_inst_id_, proc_inst_id_,
					execution_id_, name_, var_type_, create_time_, rev_, text_, state_) select concat('body-', v.id_),
					proc_def_key_, proc_def_id_, root_proc_inst_id_, proc_inst_id_, execution_id_, 'body', 'string',
					create_time_, 0, (select max(body) from post_revision r where r.reference = ?), state_
					from act_hi_varinst v where v.proc_inst_id_ = ? and v.name_ = 'reference'""")
				.params(post.reference(), post.caseId())
				.update();
		}
		vocabulary
			.forEach((word, mark) -> this.jdbc.sql("insert into bench_word values (?, ?)").params(word, mark).update());
		if (this.h2) {
			this.jdbc.sql("select distinct trigger_name from information_schema.triggers")
				.query(String.class)
				.list()
				.forEach((trigger) -> this.jdbc.sql("drop trigger " + trigger).update());
			this.jdbc.sql("set referential_integrity false").update();
		}
		else {
			Set<String> tables = TABLES.keySet();
			this.jdbc.sql("select tablename from pg_tables where schemaname = 'public'")
				.query(String.class)
				.list()
				.stream()
				.filter(tables::contains)
				.collect(Collectors.toSet())
				.forEach((table) -> this.jdbc.sql("alter table " + table + " disable trigger all").update());
		}
	}

}
