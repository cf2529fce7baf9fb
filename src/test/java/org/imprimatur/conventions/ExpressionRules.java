package org.imprimatur.conventions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.UnaryTests;
import org.camunda.bpm.model.xml.instance.DomElement;

/**
 * A model runs no code: no script, no class, no connector, no expression that does
 * something. A service task names a bean; a condition compares one name with a code.
 */
final class ExpressionRules {

	private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

	private static final Set<String> CODE = Set.of("script", "connector");

	private static final List<String> HOLDERS = List.of("assignee", "candidateGroups", "candidateUsers", "dueDate",
			"followUpDate", "priority", "collection", "formKey", "decisionRef", "calledElement", "jobPriority");

	private static final Set<String> TEXTS = Set.of("timeDate", "timeDuration", "timeCycle", "inputParameter",
			"outputParameter", "entry", "value", "completionCondition", "loopCardinality", "condition");

	private ExpressionRules() {
	}

	static List<String> findings(House house) {
		List<String> findings = new ArrayList<>();
		for (House.ProcessFile file : house.processes()) {
			for (ScriptTask task : file.model().getModelElementsByType(ScriptTask.class)) {
				findings.add(file.name() + ": " + task.getId() + " is a script; make it a step in Java");
			}
			for (ServiceTask task : file.model().getModelElementsByType(ServiceTask.class)) {
				String wanted = "${" + Elements.camel(task.getId()) + "}";
				if (!wanted.equals(task.getCamundaDelegateExpression())) {
					findings.add(file.name() + ": " + task.getId() + " has the delegate expression "
							+ task.getCamundaDelegateExpression() + " instead of " + wanted);
				}
			}
			for (ConditionExpression condition : file.model().getModelElementsByType(ConditionExpression.class)) {
				String text = condition.getTextContent().strip();
				if (condition.getLanguage() != null || !Elements.CONDITION.matcher(text).matches()) {
					findings.add(file.name() + ": " + condition.getParentElement().getAttributeValue("id") + " asks "
							+ text + "; a condition compares one name with a code, such as ${checkLetter == 'GOOD'}");
				}
			}
			walk(findings, file.name(), file.model().getDocument().getRootElement());
			deadlines(findings, house, file);
		}
		for (House.DecisionFile file : house.decisions()) {
			for (LiteralExpression expression : file.model().getModelElementsByType(LiteralExpression.class)) {
				language(findings, file.name(), expression.getId(), expression.getExpressionLanguage());
			}
			for (UnaryTests tests : file.model().getModelElementsByType(UnaryTests.class)) {
				language(findings, file.name(), tests.getId(), tests.getExpressionLanguage());
			}
		}
		return findings;
	}

	private static void walk(List<String> findings, String file, DomElement element) {
		if (CAMUNDA.equals(element.getNamespaceURI()) && CODE.contains(element.getLocalName())) {
			findings.add(file + ": a " + element.getLocalName() + " stands in the model; make it a step in Java");
		}
		for (String attribute : List.of("class", "expression")) {
			if (element.hasAttribute(CAMUNDA, attribute) || (CAMUNDA.equals(element.getNamespaceURI())
					&& element.getLocalName().endsWith("Listener") && element.hasAttribute(attribute))) {
				findings.add(file + ": " + element.getLocalName() + " " + element.getAttribute("id") + " uses camunda:"
						+ attribute + "; name a bean by a delegate expression");
			}
		}
		String delegate = element.hasAttribute(CAMUNDA, "delegateExpression")
				? element.getAttribute(CAMUNDA, "delegateExpression") : element.getAttribute("delegateExpression");
		if (delegate != null && !delegate.isEmpty() && !Elements.PLAIN_NAME.matcher(delegate).matches()) {
			findings.add(file + ": the delegate expression " + delegate + " does more than name a bean");
		}
		for (String attribute : HOLDERS) {
			harmless(findings, file, element.getAttribute(CAMUNDA, attribute));
		}
		if (TEXTS.contains(element.getLocalName())) {
			harmless(findings, file, element.getTextContent());
		}
		element.getChildElements().forEach((child) -> walk(findings, file, child));
	}

	private static void harmless(List<String> findings, String file, String text) {
		if (text == null || !(text.contains("${") || text.contains("#{"))) {
			return;
		}
		String expression = text.strip();
		if (!Elements.PLAIN_NAME.matcher(expression).matches() && !Elements.DEADLINE.matcher(expression).matches()
				&& !Elements.DECIDED.matcher(expression).matches()
				&& !Elements.CONDITION.matcher(expression).matches()) {
			findings.add(file + ": the expression " + expression
					+ " does more than name a fact, a deadline or the answer of a table");
		}
	}

	/** Every deadline that the model asks for stands in the table of its process. */
	private static void deadlines(List<String> findings, House house, House.ProcessFile file) {
		Set<String> asked = new TreeSet<>();
		Matcher matcher = Elements.DEADLINE.matcher(Bpmn.convertToString(file.model()));
		while (matcher.find()) {
			asked.add(matcher.group(1));
		}
		String table = file.process().getId() + "-deadlines";
		String known = house.decisions()
			.stream()
			.flatMap((each) -> each.model().getModelElementsByType(Decision.class).stream())
			.filter((decision) -> decision.getId().equals(table))
			.flatMap((decision) -> decision.getChildElementsByType(DecisionTable.class).stream())
			.flatMap((decisionTable) -> decisionTable.getInputs().stream())
			.filter((input) -> input.getInputValues() != null)
			.map((input) -> input.getInputValues().getText().getTextContent())
			.collect(Collectors.joining(","));
		for (String step : asked) {
			if (!known.contains("\"" + step + "\"")) {
				findings.add(
						file.name() + " asks when " + step + " is due, which the decision " + table + " does not know");
			}
		}
	}

	private static void language(List<String> findings, String file, String id, String language) {
		if (language != null && !language.isEmpty() && !language.toLowerCase(Locale.ROOT).contains("feel")) {
			findings.add(file + ": " + id + " is written in " + language + "; tables are written in FEEL");
		}
	}

}
