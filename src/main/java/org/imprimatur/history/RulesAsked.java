package org.imprimatur.history;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.models.Diagrams;
import org.imprimatur.models.PolicyTexts;
import org.imprimatur.models.RuleTable;
import org.imprimatur.models.RuleTables;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Each time a case asked a decision table: what the table was told, which of its rules
 * held, and why these rules are there. Rows are only ever added, in the transaction in
 * which the table was asked.
 */
@Component
@Policy("APPROVED")
public class RulesAsked {

	private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {
	};

	private static final TypeReference<List<String>> IDS = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final ObjectMapper json;

	private final RuleTables tables;

	private final Diagrams diagrams;

	private final PolicyTexts policy;

	private final Clock clock;

	RulesAsked(JdbcClient jdbc, ObjectMapper json, RuleTables tables, Diagrams diagrams, PolicyTexts policy,
			Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.tables = tables;
		this.diagrams = diagrams;
		this.policy = policy;
		this.clock = clock;
	}

	/**
	 * One asking, for a page.
	 *
	 * @param step label of the step that asked
	 * @param told what the table was told, by the name of its column
	 * @param answered what it answered, by the name of its column
	 * @param reasons why the rules that held are there
	 * @param table null if this version of it was deleted
	 * @param held ids of the rules that held
	 */
	public record Asking(Instant when, String step, String question, Map<String, String> told,
			Map<String, String> answered, List<String> reasons, RuleTable table, Set<String> held) {

		public String at() {
			return LondonTime.dateTime(this.when);
		}

	}

	/** The same question with the same answer to the same facts, told once. */
	public record Group(Asking asking, List<String> times) {

		/** The answer in a few words: the first column of the table's answer. */
		public String answer() {
			return this.asking.answered()
				.values()
				.stream()
				.findFirst()
				.map((words) -> words.replace("\n", ", "))
				.orElse("no answer");
		}

	}

	/** Each question and answer once, in the order in which they first came. */
	public static List<Group> grouped(List<Asking> askings) {
		Map<List<Object>, Group> groups = new LinkedHashMap<>();
		askings.forEach(
				(one) -> groups
					.computeIfAbsent(List.of(one.question(), one.told(), one.answered(), one.held()),
							(key) -> new Group(one, new ArrayList<>()))
					.times()
					.add(one.step() + ", " + one.at()));
		return List.copyOf(groups.values());
	}

	/** Nothing where no case asked: a page only wanted to know what would be. */
	void asked(HistoricDecisionInstanceEntity one) {
		if (one.getProcessInstanceId() == null) {
			return;
		}
		ExecutionEntity execution = Context.getCommandContext()
			.getExecutionManager()
			.findExecutionById(one.getProcessInstanceId());
		Map<String, String> inputs = new LinkedHashMap<>();
		one.getInputs().forEach((input) -> inputs.put(input.getClauseId(), text(input.getValue())));
		Map<String, String> outputs = new LinkedHashMap<>();
		Set<String> rules = new LinkedHashSet<>();
		one.getOutputs().forEach((output) -> {
			rules.add(output.getRuleId());
			outputs.merge(output.getClauseId(), text(output.getValue()), (first, next) -> first + "\n" + next);
		});
		this.jdbc.sql("""
				insert into history_decision (reference, case_id, definition, element, decision, inputs, rules, outputs,
				decided_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
			.params((execution != null) ? execution.getProcessBusinessKey() : null, one.getProcessInstanceId(),
					one.getProcessDefinitionId(), one.getActivityId(), one.getDecisionDefinitionId(), write(inputs),
					write(rules), write(outputs), Timestamp.from(this.clock.instant()))
			.update();
	}

	/** In the order in which they were asked. */
	List<Asking> of(String reference) {
		return this.jdbc
			.sql("select definition, element, decision, inputs, rules, outputs, decided_at from history_decision"
					+ " where reference = ? order by id")
			.param(reference)
			.query((row, number) -> {
				String element = row.getString("element");
				String step = this.diagrams.find(row.getString("definition"))
					.map((diagram) -> diagram.elements().get(element))
					.map((one) -> one.label())
					.orElse(Found.words(element));
				return asking(row.getTimestamp("decided_at").toInstant(), step,
						this.tables.find(row.getString("decision")).orElse(null), row.getString("decision"),
						read(row.getString("inputs"), VALUES), read(row.getString("rules"), IDS),
						read(row.getString("outputs"), VALUES));
			})
			.list();
	}

	private Asking asking(Instant when, String step, RuleTable table, String decision, Map<String, String> inputs,
			List<String> rules, Map<String, String> outputs) {
		if (table == null) {
			return new Asking(when, step, Found.words(decision.split(":")[0]), inputs, outputs, List.of(), null,
					Set.copyOf(rules));
		}
		List<String> reasons = new ArrayList<>();
		table.rows()
			.stream()
			.filter((row) -> rules.contains(row.id()) && !row.reason().isEmpty())
			.forEach((row) -> reasons.add(reason(row.reason())));
		return new Asking(when, step, table.question(), named(inputs, table.inputs()), named(outputs, table.outputs()),
				reasons, table, Set.copyOf(rules));
	}

	private String reason(String description) {
		PolicyTexts.Cited cited = this.policy.cited(description);
		return (cited.obligation() == null) ? cited.sentence() : cited.sentence() + " (" + cited.obligation().title()
				+ ", section " + cited.obligation().section() + " of the policy)";
	}

	private static Map<String, String> named(Map<String, String> values, List<RuleTable.Column> columns) {
		Map<String, String> named = new LinkedHashMap<>();
		columns.forEach((column) -> {
			if (values.containsKey(column.id())) {
				named.put(column.label(), values.get(column.id()));
			}
		});
		return named;
	}

	private static String text(Object value) {
		return (value != null) ? value.toString() : "not known";
	}

	private String write(Object value) {
		try {
			return this.json.writeValueAsString(value);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("A decision could not be written as JSON.", ex);
		}
	}

	private <T> T read(String text, TypeReference<T> type) {
		try {
			return this.json.readValue(text, type);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("A decision on record is no JSON.", ex);
		}
	}

}
