package org.imprimatur.models;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.imprimatur.models.RuleTable.Column;
import org.imprimatur.models.RuleTable.Row;
import org.imprimatur.security.Door;

import org.springframework.stereotype.Component;

/** Every version of every decision table that was ever deployed, as it was then. */
@Component
public class RuleTables {

	private final RepositoryService repository;

	/** A version never changes. */
	private final Map<String, RuleTable> read = new ConcurrentHashMap<>();

	RuleTables(RepositoryService repository) {
		this.repository = repository;
	}

	/** Empty if it is no table, or an administrator has deleted this version. */
	public Optional<RuleTable> find(String definition) {
		RuleTable known = this.read.get(definition);
		if (known != null) {
			return Optional.of(known);
		}
		Optional<RuleTable> table = Door.through(() -> Optional
			.ofNullable(this.repository.createDecisionDefinitionQuery().decisionDefinitionId(definition).singleResult())
			.flatMap(this::read));
		table.ifPresent((one) -> this.read.put(definition, one));
		return table;
	}

	private Optional<RuleTable> read(DecisionDefinition definition) {
		ModelElementInstance found = this.repository.getDmnModelInstance(definition.getId())
			.getModelElementById(definition.getKey());
		return (found instanceof Decision decision) ? table(decision) : Optional.empty();
	}

	/** Empty if the decision is no table. */
	static Optional<RuleTable> table(Decision decision) {
		if (decision.getExpression() instanceof DecisionTable table) {
			return Optional.of(new RuleTable(text(decision.getName()), table.getHitPolicy().name(),
					table.getInputs().stream().map(RuleTables::column).toList(),
					table.getOutputs().stream().map(RuleTables::column).toList(),
					table.getRules().stream().map(RuleTables::row).toList()));
		}
		return Optional.empty();
	}

	static Column column(Input input) {
		return new Column(input.getId(), text(input.getLabel()));
	}

	static Column column(Output output) {
		return new Column(output.getId(), text((output.getLabel() != null) ? output.getLabel() : output.getName()));
	}

	private static Row row(Rule rule) {
		List<String> conditions = rule.getInputEntries().stream().map((one) -> entry(one.getTextContent())).toList();
		List<String> answers = rule.getOutputEntries().stream().map((one) -> entry(one.getTextContent())).toList();
		return new Row(rule.getId(), conditions, answers,
				(rule.getDescription() != null) ? rule.getDescription().getTextContent().strip() : "");
	}

	/** As written, without the quotes that only the machine needs. */
	private static String entry(String written) {
		String text = text(written);
		return text.equals("-") ? "" : text.replace("\",\"", ", ").replace("\"", "");
	}

	private static String text(String text) {
		return (text != null) ? text.strip() : "";
	}

}
