package org.imprimatur.models.web;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.imprimatur.models.DecisionTables;
import org.imprimatur.models.Outline;
import org.imprimatur.models.PolicyTexts;
import org.imprimatur.models.PolicyTexts.Cited;
import org.imprimatur.models.PolicyTexts.Obligation;
import org.imprimatur.models.RuleTable;

import org.springframework.stereotype.Component;

/** Which clauses of the policy a model carries, and where. */
@Component
class Clauses {

	private final PolicyTexts policy;

	Clauses(PolicyTexts policy) {
		this.policy = policy;
	}

	/**
	 * The clauses of one model.
	 *
	 * @param by what each documented element or row cites, by its id
	 * @param carried each clause, with what carries it in words
	 */
	record Carried(Map<String, Cited> by, Map<Obligation, Set<String>> carried) {
	}

	Carried of(Outline outline) {
		Map<String, Cited> by = new LinkedHashMap<>();
		Map<String, Set<String>> carried = new TreeMap<>();
		outline.roles().forEach((role) -> cite("role " + role.name(), role.documentation(), role.name(), by, carried));
		outline.all()
			.forEach((step) -> cite(step.element(), step.documentation(), step.number() + " " + step.label(), by,
					carried));
		return new Carried(by, found(carried));
	}

	Carried of(DecisionTables.Told told) {
		Map<String, Cited> by = new LinkedHashMap<>();
		Map<String, Set<String>> carried = new TreeMap<>();
		cite("", told.documentation(), "the whole table", by, carried);
		List<RuleTable.Row> rows = (told.table() != null) ? told.table().rows() : List.of();
		for (int i = 0; i < rows.size(); i++) {
			cite(rows.get(i).id(), rows.get(i).reason(), "row " + (i + 1), by, carried);
		}
		return new Carried(by, found(carried));
	}

	private void cite(String id, String documentation, String words, Map<String, Cited> by,
			Map<String, Set<String>> carried) {
		if (!documentation.isEmpty()) {
			Cited cited = this.policy.cited(documentation);
			by.put(id, cited);
			if (cited.obligation() != null) {
				carried.computeIfAbsent(cited.obligation().id(), (key) -> new LinkedHashSet<>()).add(words);
			}
		}
	}

	private Map<Obligation, Set<String>> found(Map<String, Set<String>> carried) {
		Map<Obligation, Set<String>> found = new LinkedHashMap<>();
		carried.forEach((id, words) -> this.policy.find(id).ifPresent((one) -> found.put(one, words)));
		return found;
	}

}
