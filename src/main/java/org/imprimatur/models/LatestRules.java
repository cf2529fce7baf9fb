package org.imprimatur.models;

import java.util.Map;
import java.util.Optional;

import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.imprimatur.kernel.ModelName;
import org.imprimatur.security.Door;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Asks a decision table that belongs to no case: in the version that was deployed last.
 */
@Component
public class LatestRules {

	private final DecisionService decisions;

	private final RepositoryService repository;

	LatestRules(@Lazy DecisionService decisions, @Lazy RepositoryService repository) {
		this.decisions = decisions;
		this.repository = repository;
	}

	/** Which version that is: the engine's id of its definition. */
	public String version(ModelName table) {
		// whoever asks may have no right on the table itself
		return Door.through(() -> this.repository.createDecisionDefinitionQuery()
			.decisionDefinitionKey(table.id())
			.latestVersion()
			.singleResult()
			.getId());
	}

	/**
	 * What the one row answers that fits, by the names of the outputs; empty if none
	 * fits.
	 * @param facts by the names of the inputs
	 */
	public Optional<Map<String, Object>> ask(String version, Map<String, Object> facts) {
		DmnDecisionTableResult rows = Door.through(() -> this.decisions.evaluateDecisionTableById(version, facts));
		return rows.isEmpty() ? Optional.empty() : Optional.of(rows.getSingleResult().getEntryMap());
	}

}
