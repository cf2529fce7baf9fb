package org.imprimatur.models.check;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.UnaryTests;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

import org.springframework.stereotype.Component;

/**
 * A model runs no code: no script, no class, no connector, no expression that does
 * something. What is not on the short lists here is refused, so that a deployment is
 * never a way to run a program.
 */
@Component
public class CodeRule implements ModelRule {

	private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

	private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

	private static final String CAMUNDA_8 = "http://camunda.org/schema/zeebe/1.0";

	/** Attributes of ours: to the form that their expressions take. */
	private static final Set<String> ATTRIBUTES = Set.of("assignee", "candidateGroups", "candidateUsers", "dueDate",
			"followUpDate", "priority", "collection", "elementVariable", "formKey", "decisionRef", "decisionRefBinding",
			"resultVariable", "mapDecisionResult", "calledElement", "calledElementBinding", "delegateExpression",
			"historyTimeToLive", "versionTag", "isStartableInTasklist", "asyncBefore", "asyncAfter", "exclusive",
			"modelerTemplate", "modelerTemplateVersion", "modelerTemplateIcon");

	private static final Set<String> ELEMENTS = Set.of("taskListener", "executionListener", "inputOutput",
			"inputParameter", "outputParameter", "in", "properties", "property");

	private static final Map<String, Set<String>> OF_ELEMENTS = Map.of("taskListener",
			Set.of("event", "id", "delegateExpression"), "executionListener",
			Set.of("event", "id", "delegateExpression"), "inputParameter", Set.of("name"), "outputParameter",
			Set.of("name"), "in", Set.of("source", "sourceExpression", "target", "businessKey"), "property",
			Set.of("id", "name", "value"));

	/** Parts of BPMN that nothing here needs, and that could run or wait for anything. */
	private static final Set<String> UNUSED = Set.of("scriptTask", "script", "task", "manualTask", "sendTask",
			"receiveTask", "signalEventDefinition", "conditionalEventDefinition", "compensateEventDefinition",
			"linkEventDefinition", "cancelEventDefinition", "transaction", "adHocSubProcess", "complexGateway",
			"inclusiveGateway", "ioSpecification", "standardLoopCharacteristics", "errorEventDefinition", "import");

	/** Elements of BPMN whose text the engine evaluates. */
	private static final Set<String> TEXTS = Set.of("timeDate", "timeDuration", "timeCycle", "completionCondition",
			"loopCardinality", "condition", "loopDataInputRef");

	private final Surroundings surroundings;

	public CodeRule(Surroundings surroundings) {
		this.surroundings = surroundings;
	}

	@Override
	public void check(ModelSet models, Findings findings) {
		for (ModelSet.ProcessFile file : models.processes()) {
			String name = file.name();
			for (ServiceTask task : file.model().getModelElementsByType(ServiceTask.class)) {
				String wanted = "${" + Elements.camel(task.getId()) + "}";
				if (!wanted.equals(task.getCamundaDelegateExpression())) {
					findings.add(name, task,
							(task.getCamundaDelegateExpression() == null) ? "names no step"
									: "names the step " + task.getCamundaDelegateExpression(),
							"set the delegate expression to " + wanted);
				}
			}
			for (ConditionExpression condition : file.model().getModelElementsByType(ConditionExpression.class)) {
				String text = condition.getTextContent().strip();
				if (condition.getLanguage() != null || !Elements.CONDITION.matcher(text).matches()) {
					findings.add(name, condition.getParentElement().getAttributeValue("id"),
							(condition.getParentElement() instanceof FlowElement flow) ? flow.getName() : null,
							"asks " + text,
							"write a condition that compares one name with a code, such as ${checkLetter == 'GOOD'}");
				}
			}
			walk(findings, name, root(file.model().getDocument().getDomSource().getNode()), "");
		}
		for (ModelSet.DecisionFile file : models.decisions()) {
			for (LiteralExpression expression : file.model().getModelElementsByType(LiteralExpression.class)) {
				language(findings, file.name(), expression.getId(), expression.getExpressionLanguage());
			}
			for (UnaryTests tests : file.model().getModelElementsByType(UnaryTests.class)) {
				language(findings, file.name(), tests.getId(), tests.getExpressionLanguage());
			}
		}
	}

	private void walk(Findings findings, String file, Element element, String owner) {
		String tag = element.getLocalName();
		// a part of an event is named by the event, which people see
		boolean part = !element.hasAttribute("id") || tag.endsWith("EventDefinition") || tag.startsWith("time");
		String named = part ? owner : element.getAttribute("id");
		boolean ours = CAMUNDA.equals(element.getNamespaceURI());
		if (BPMN.equals(element.getNamespaceURI()) && UNUSED.contains(tag)) {
			findings.add(file, named, element.getAttribute("name"),
					tag.startsWith("script") ? "is a script" : "is a " + tag + ", which is not used here",
					tag.startsWith("script") ? "make it a step in Java"
							: "say it with a user task, a service task, a timer, a message or an exclusive gateway");
		}
		if (CAMUNDA_8.equals(element.getNamespaceURI())) {
			findings.add(file, named, null, "is made for Camunda 8", "draw it for Camunda Platform 7");
		}
		if (ours && !ELEMENTS.contains(tag)) {
			findings.add(file, named, null, "holds a camunda:" + tag,
					"take it out: a model brings no code, form or data along");
		}
		NamedNodeMap attributes = element.getAttributes();
		for (int index = 0; index < attributes.getLength(); index++) {
			attribute(findings, file, named, element, (Attr) attributes.item(index));
		}
		String words = tag.equals("documentation") ? ownText(element) : element.getAttribute("name");
		boolean lane = "lane".equals(element.getParentNode().getLocalName());
		if (BPMN.equals(element.getNamespaceURI()) && !lane && (words.contains("${") || words.contains("#{"))) {
			findings.add(file, named, null, "has an expression in its "
					+ (tag.equals("documentation") ? "documentation" : "label") + ", which the engine would run",
					"write it in plain words");
		}
		if (ours || TEXTS.contains(tag)) {
			text(findings, file, named, tag, ownText(element).strip());
		}
		for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
			if (child instanceof Element inner) {
				walk(findings, file, inner, named);
			}
		}
	}

	private void attribute(Findings findings, String file, String named, Element element, Attr attribute) {
		String name = attribute.getLocalName();
		String value = attribute.getValue().strip();
		boolean inOurs = CAMUNDA.equals(element.getNamespaceURI()) && attribute.getNamespaceURI() == null;
		if (CAMUNDA.equals(attribute.getNamespaceURI()) ? !ATTRIBUTES.contains(name)
				: inOurs && !OF_ELEMENTS.getOrDefault(element.getLocalName(), Set.of("id")).contains(name)) {
			findings.add(file, named, element.getAttribute("name"), "uses camunda:" + name,
					"take it out; an automatic step names a bean by a delegate expression");
		}
		else if (name.equals("delegateExpression")) {
			bean(findings, file, named, value);
		}
		else if (CAMUNDA.equals(attribute.getNamespaceURI()) || inOurs) {
			harmless(findings, file, named, value);
		}
	}

	private void bean(Findings findings, String file, String named, String value) {
		var plain = Elements.PLAIN_NAME.matcher(value);
		if (!plain.matches()) {
			findings.add(file, named, null,
					"has the delegate expression " + value + ", which does more than name a bean",
					"name one, such as ${remindPeople}");
		}
		else if (!this.surroundings.hasBean(plain.group(1))) {
			findings.add(file, named, null, "names the step " + plain.group(1) + ", which no code knows",
					"correct the name, or have the step built first");
		}
	}

	private static void text(Findings findings, String file, String named, String tag, String text) {
		if (text.isEmpty()) {
			return;
		}
		if (tag.startsWith("time") && !text.contains("{")) {
			findings.add(file, named, null, "has the time " + text + " drawn in",
					"write ${deadlines.of(execution, 'id-of-the-step')} and give it a row in the table of deadlines");
		}
		harmless(findings, file, named, text);
	}

	private static void harmless(Findings findings, String file, String named, String expression) {
		if (!expression.contains("${") && !expression.contains("#{")) {
			return;
		}
		if (!Elements.PLAIN_NAME.matcher(expression).matches() && !Elements.DEADLINE.matcher(expression).matches()
				&& !Elements.DECIDED.matcher(expression).matches()
				&& !Elements.CONDITION.matcher(expression).matches()) {
			findings.add(file, named, null,
					"holds the expression " + expression
							+ ", which does more than name a fact, a deadline or the answer of a table",
					"name one of these");
		}
	}

	private static void language(Findings findings, String file, String id, String language) {
		if (language != null && !language.isEmpty() && !language.toLowerCase(Locale.ROOT).contains("feel")) {
			findings.add(file, String.valueOf(id), null, "is written in " + language, "write tables in FEEL");
		}
	}

	private static Element root(Node document) {
		return (document instanceof Document whole) ? whole.getDocumentElement() : (Element) document;
	}

	private static String ownText(Element element) {
		StringBuilder text = new StringBuilder();
		for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
			if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
				text.append(child.getNodeValue());
			}
		}
		return text.toString();
	}

}
