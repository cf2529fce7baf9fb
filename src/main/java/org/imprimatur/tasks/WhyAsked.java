package org.imprimatur.tasks;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricDecisionInstance;
import org.imprimatur.kernel.ModelName;
import org.imprimatur.models.Models;
import org.imprimatur.models.PolicyTexts;
import org.imprimatur.models.PolicyTexts.Cited;
import org.imprimatur.models.PolicyTexts.Obligation;
import org.imprimatur.security.Door;

import org.springframework.stereotype.Component;

/**
 * Finds the rule that sent a case to a task, the facts it saw and the policy behind it.
 */
@Component
class WhyAsked {

	private final HistoryService history;

	private final Models models;

	private final PolicyTexts policy;

	WhyAsked(HistoryService history, Models models, PolicyTexts policy) {
		this.history = history;
		this.models = models;
		this.policy = policy;
	}

	Asked of(TaskAtHand task, Optional<ModelName> decision) {
		Cited documentation = this.policy.cited(this.models.documentation(task.definition(), task.task()));
		return decision.flatMap((key) -> lastAnswer(task.caseId(), key))
			.map((answer) -> byRule(answer, documentation))
			.orElseGet(() -> new Asked(documentation.sentence(), "", List.of(), documentation.sentence(),
					obligations(documentation)));
	}

	private Asked byRule(HistoricDecisionInstance answer, Cited documentation) {
		String rule = answer.getOutputs().isEmpty() ? "" : answer.getOutputs().get(0).getRuleId();
		Cited reason = this.policy.cited(this.models.rule(answer.getDecisionDefinitionId(), rule));
		List<String> facts = answer.getInputs()
			.stream()
			.filter((input) -> input.getClauseName() != null)
			.map((input) -> input.getClauseName() + ": " + words(input.getValue()))
			.toList();
		return new Asked(reason.sentence(), rule, facts, documentation.sentence(), obligations(reason, documentation));
	}

	private Optional<HistoricDecisionInstance> lastAnswer(String caseId, ModelName decision) {
		return Door.through(() -> this.history.createHistoricDecisionInstanceQuery()
			.processInstanceId(caseId)
			.decisionDefinitionKey(decision.id())
			.includeInputs()
			.includeOutputs()
			.orderByEvaluationTime()
			.desc()
			.listPage(0, 1)
			.stream()
			.findFirst());
	}

	private static String words(Object value) {
		if (value instanceof Boolean yes) {
			return yes ? "yes" : "no";
		}
		String text = Objects.toString(value, "not known");
		return text.equals(text.toUpperCase(Locale.ROOT)) ? text.toLowerCase(Locale.ROOT).replace('_', ' ') : text;
	}

	private static List<Obligation> obligations(Cited... sentences) {
		Set<Obligation> cited = new LinkedHashSet<>();
		for (Cited sentence : sentences) {
			if (sentence.obligation() != null) {
				cited.add(sentence.obligation());
			}
		}
		return List.copyOf(cited);
	}

}
