package org.imprimatur.models;

import java.util.List;

/**
 * One version of a decision table, as policy staff wrote it.
 *
 * @param question the name of the decision, which is a question
 * @param policy how rows are chosen, such as {@code FIRST} or {@code COLLECT}
 * @param inputs what is looked at, a column each
 * @param outputs what is answered, a column each
 */
public record RuleTable(String question, String policy, List<Column> inputs, List<Column> outputs, List<Row> rows) {

	/** One column; the id is that of its clause. */
	public record Column(String id, String label) {
	}

	/**
	 * One rule.
	 *
	 * @param conditions as written, one for each input; empty where everything fits
	 * @param reason the description of the rule, with the policy's id; may be empty
	 */
	public record Row(String id, List<String> conditions, List<String> answers, String reason) {
	}

}
