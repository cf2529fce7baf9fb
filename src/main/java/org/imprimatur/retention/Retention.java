package org.imprimatur.retention;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import org.imprimatur.history.EndedItems.Sort;
import org.imprimatur.kernel.ModelName;
import org.imprimatur.kernel.Policy;
import org.imprimatur.models.LatestRules;
import org.imprimatur.models.RuleTable;
import org.imprimatur.models.RuleTables;

import org.springframework.stereotype.Component;

/**
 * The table that says how long what is kept. It is asked as it is now: a row that is
 * changed holds at once, for items too that ended long ago.
 */
@Component
@Policy("APPROVED")
public class Retention {

	private static final int LONGEST = 1_200;

	/** What a row begins with: the ids of the policy's clauses. */
	private static final Pattern CLAUSES = Pattern.compile("^(\\s*\\[[A-Z, -]+])*\\s*");

	private final LatestRules rules;

	private final RuleTables tables;

	/** A version of a table never changes, nor do its answers. */
	private final Map<List<Object>, Kept> answers = new ConcurrentHashMap<>();

	Retention(LatestRules rules, RuleTables tables) {
		this.rules = rules;
		this.tables = tables;
	}

	/** Tables of this feature. */
	enum Table implements ModelName {

		RETENTION("retention");

		private final String id;

		Table(String id) {
			this.id = id;
		}

		@Override
		public String id() {
			return this.id;
		}

	}

	/**
	 * One row as people read it.
	 *
	 * @param what it is about, as a sentence
	 * @param kept such as "6 years"
	 * @param because why, as a sentence
	 */
	public record Row(String what, String kept, String because) {
	}

	/**
	 * What the table answers for some sorts.
	 *
	 * @param problems sorts for which it gives no number of months, a sentence each
	 */
	record Answers(Map<Sort, Kept> kept, List<String> problems) {
	}

	/**
	 * How long items of this sort are kept.
	 * @throws IllegalStateException if the table gives no number of months; nothing of
	 * the sort is deleted then
	 */
	public Kept of(Sort sort) {
		return of(this.rules.version(Table.RETENTION), sort);
	}

	private Kept of(String version, Sort sort) {
		return this.answers.computeIfAbsent(List.of(version, sort), (key) -> ask(version, sort));
	}

	private Kept ask(String version, Sort sort) {
		Map<String, Object> facts = Map.of("process", sort.process(), "ending", sort.ending(), "matter", sort.matter());
		Map<String, Object> answer = this.rules.ask(version, facts).orElse(Map.of());
		if (!(answer.get("keptMonths") instanceof Number months) || months.intValue() < 1
				|| months.intValue() > LONGEST) {
			throw new IllegalStateException("The decision " + Table.RETENTION.id() + " keeps " + sort + " for "
					+ answer.get("keptMonths") + "; write a number of months from 1 to " + LONGEST + " there.");
		}
		return new Kept(months.intValue(), String.valueOf(answer.get("because")));
	}

	/** All rows, the last one left out, which nothing reaches. */
	public List<Row> rows() {
		RuleTable table = this.tables.find(this.rules.version(Table.RETENTION)).orElseThrow();
		return table.rows()
			.subList(0, table.rows().size() - 1)
			.stream()
			.map((row) -> new Row(CLAUSES.matcher(row.reason()).replaceFirst(""), words(row.answers().get(0)),
					row.answers().get(1)))
			.toList();
	}

	private static String words(String months) {
		return months.matches("\\d{1,4}") ? Kept.words(Integer.parseInt(months)) : months;
	}

	/** Each of these sorts with how long it is kept. */
	Answers of(List<Sort> sorts) {
		String version = this.rules.version(Table.RETENTION);
		Map<Sort, Kept> kept = new LinkedHashMap<>();
		List<String> problems = new ArrayList<>();
		for (Sort sort : sorts) {
			try {
				kept.put(sort, of(version, sort));
			}
			catch (IllegalStateException ex) {
				problems.add(ex.getMessage());
			}
		}
		return new Answers(kept, problems);
	}

}
