package org.imprimatur.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.imprimatur.models.RuleTable.Column;
import org.imprimatur.models.RuleTable.Row;
import org.imprimatur.security.Door;

import org.springframework.stereotype.Component;

/**
 * When a step is due or a timer comes, in words: from the newest table of deadlines of
 * the process, which is the one that is asked.
 */
@Component
class TimesInWords {

	private static final Pattern ASKED = Pattern.compile("\\$\\{deadlines\\.of\\(execution, '([^']+)'\\)}");

	private static final Map<String, String> FROM = Map.of("SLOT", " from the slot", "LATER",
			" from the slot, or from now if it is over", "AWARE", " from when we became aware", "PAPERS",
			" from when the papers are due");

	private final RepositoryService repository;

	private final RuleTables tables;

	TimesInWords(RepositoryService repository, RuleTables tables) {
		this.repository = repository;
		this.tables = tables;
	}

	/**
	 * Such as "30 minutes if Urgency is BREAKING; otherwise 4 working hours"; what is
	 * written, where it does not ask the table.
	 */
	String of(String process, String written) {
		Matcher asked = ASKED.matcher(written);
		if (!asked.matches()) {
			return written.matches("\\$\\{[A-Za-z]+}")
					? "the case’s “" + written.substring(2, written.length() - 1) + "”" : written;
		}
		return table(process).map((table) -> rows(table, asked.group(1)))
			.filter((words) -> !words.isEmpty())
			.orElse("not in the table of deadlines (" + asked.group(1) + ")");
	}

	private Optional<RuleTable> table(String process) {
		return Door.through(() -> Optional.ofNullable(this.repository.createDecisionDefinitionQuery()
			.decisionDefinitionKey(process + "-deadlines")
			.latestVersion()
			.singleResult())).map(DecisionDefinition::getId).flatMap(this.tables::find);
	}

	private static String rows(RuleTable table, String step) {
		List<String> sentences = new ArrayList<>();
		for (Row row : table.rows()) {
			List<String> conditions = new ArrayList<>();
			boolean fits = true;
			for (int i = 0; i < table.inputs().size(); i++) {
				Column column = table.inputs().get(i);
				String condition = row.conditions().get(i);
				if (column.label().equalsIgnoreCase("step")) {
					fits &= condition.isEmpty() || List.of(condition.split(", ")).contains(step);
				}
				else if (!condition.isEmpty()) {
					conditions.add(column.label() + " is " + condition);
				}
			}
			if (fits) {
				sentences.add((sentences.isEmpty() || !conditions.isEmpty() ? "" : "otherwise ") + answer(table, row)
						+ (conditions.isEmpty() ? "" : " if " + String.join(" and ", conditions)));
				if (conditions.isEmpty()) {
					break;
				}
			}
		}
		return String.join("; ", sentences);
	}

	private static String answer(RuleTable table, Row row) {
		StringBuilder words = new StringBuilder();
		for (int i = 0; i < table.outputs().size(); i++) {
			String answer = row.answers().get(i);
			if (FROM.containsKey(answer)) {
				words.append(FROM.get(answer));
			}
			else if (answer.equals("true")) {
				words.append(", or halfway to the slot if that is earlier");
			}
			else if (!answer.isEmpty() && !answer.equals("false") && !answer.equals("ARRIVAL")
					&& !answer.equals("null")) {
				words.append(answer);
			}
		}
		return words.toString().strip();
	}

}
