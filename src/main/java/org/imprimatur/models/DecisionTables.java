package org.imprimatur.models;

import java.io.ByteArrayInputStream;

import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;

import org.springframework.stereotype.Component;

/** Tells a decision in words, from its file alone. */
@Component
public class DecisionTables {

	/**
	 * One decision.
	 *
	 * @param documentation as written, with the policy's id; may be empty
	 * @param choice how rows are chosen, as a sentence
	 * @param table null if it is no table
	 * @param expression what it answers if it is no table; empty if it is one
	 */
	public record Told(String documentation, String choice, RuleTable table, String expression) {
	}

	/** The decision of this key in a file. */
	public Told of(ModelText text) {
		Decision decision = Dmn.readModelFromStream(new ByteArrayInputStream(text.file().content()))
			.getModelElementById(text.key());
		String documentation = (decision.getDescription() != null) ? decision.getDescription().getTextContent().strip()
				: "";
		return RuleTables.table(decision)
			.map((table) -> new Told(documentation, choice(table.policy()), table, ""))
			.orElseGet(() -> new Told(documentation, "", null,
					(decision.getExpression() != null) ? decision.getExpression().getTextContent().strip() : ""));
	}

	private static String choice(String policy) {
		return switch (policy) {
			case "FIRST" -> "The first row that fits holds.";
			case "COLLECT" -> "Every row that fits adds its answer.";
			case "RULE_ORDER" -> "Every row that fits adds its answer, in the order of the rows.";
			case "UNIQUE" -> "Only one row may fit.";
			case "ANY" -> "All rows that fit give the same answer.";
			default -> "Rows are chosen by " + policy + ".";
		};
	}

}
