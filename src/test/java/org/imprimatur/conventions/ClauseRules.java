package org.imprimatur.conventions;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;

/**
 * Every user task, rule task, timer and splitting gateway, and every row of a table,
 * begins with the clause of the policy that it carries, such as {@code [OBJECTS]}.
 */
final class ClauseRules {

	private static final Pattern FIRST = Pattern.compile("^\\s*\\[([A-Z][A-Z, -]*)]\\s*");

	private ClauseRules() {
	}

	/** The ids a text begins with: {@code [OBJECTS]}, or {@code [OBJECTS] [APPROVED]}. */
	static Set<String> ids(String text) {
		Set<String> ids = new LinkedHashSet<>();
		String rest = text;
		for (Matcher first = FIRST.matcher(rest); first.find(); first = FIRST.matcher(rest)) {
			for (String id : first.group(1).split(",")) {
				ids.add(id.strip());
			}
			rest = rest.substring(first.end());
		}
		return ids;
	}

	/** What a text says after its ids. */
	static String sentence(String text) {
		String rest = text;
		for (Matcher first = FIRST.matcher(rest); first.find(); first = FIRST.matcher(rest)) {
			rest = rest.substring(first.end());
		}
		return rest.strip();
	}

	static List<String> findings(House house) {
		List<String> findings = new ArrayList<>();
		Set<String> known = Obligation.all(house).keySet();
		for (House.ProcessFile file : house.processes()) {
			for (FlowNode node : file.model().getModelElementsByType(FlowNode.class)) {
				String documentation = Elements.documentation(node);
				check(findings, known, file.name() + ": " + node.getId(), documentation, mustCite(node));
			}
		}
		for (House.DecisionFile file : house.decisions()) {
			for (DecisionTable table : file.model().getModelElementsByType(DecisionTable.class)) {
				int row = 0;
				for (Rule rule : table.getRules()) {
					row++;
					String where = file.name() + ": " + ((Decision) table.getParentElement()).getId() + " row " + row;
					String description = description(rule);
					check(findings, known, where, description, true);
				}
			}
		}
		return findings;
	}

	static String description(Rule rule) {
		return (rule.getDescription() != null) ? rule.getDescription().getTextContent().strip() : "";
	}

	static boolean mustCite(FlowNode node) {
		return node instanceof UserTask || node instanceof BusinessRuleTask || Elements.isTimer(node)
				|| (node instanceof Gateway && node.getOutgoing().size() > 1);
	}

	private static void check(List<String> findings, Set<String> known, String where, String text, boolean must) {
		Set<String> ids = ids(text);
		if (must && ids.isEmpty()) {
			findings.add(where + " does not begin with the clause it carries, such as [OBJECTS]");
		}
		else if (must && sentence(text).isEmpty()) {
			findings.add(where + " names a clause but says nothing about it");
		}
		for (String id : ids) {
			if (!known.contains(id)) {
				findings.add(where + " cites [" + id + "], which docs/policy does not know");
			}
		}
	}

}
