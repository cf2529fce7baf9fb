package org.imprimatur.models.check;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.instance.Rule;

/** Sentences that begin with what they carry: {@code [OBJECTS] A plain sentence}. */
public final class Clauses {

	private static final Pattern FIRST = Pattern.compile("^\\s*\\[([A-Z][A-Z, -]*)]\\s*");

	private Clauses() {
	}

	/** The ids a text begins with: {@code [OBJECTS]}, or {@code [OBJECTS] [APPROVED]}. */
	public static Set<String> ids(String text) {
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
	public static String sentence(String text) {
		String rest = text;
		for (Matcher first = FIRST.matcher(rest); first.find(); first = FIRST.matcher(rest)) {
			rest = rest.substring(first.end());
		}
		return rest.strip();
	}

	public static String description(Rule rule) {
		return (rule.getDescription() != null) ? rule.getDescription().getTextContent().strip() : "";
	}

	/** Whether an element has to say which clause it carries. */
	public static boolean mustCite(FlowNode node) {
		return node instanceof UserTask || node instanceof BusinessRuleTask || Elements.isTimer(node)
				|| (node instanceof Gateway && node.getOutgoing().size() > 1);
	}

}
