package org.imprimatur.security.guards;

import java.util.Set;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * A model never brings code along: no scripts, no Java classes, no shell, no mail, no
 * connectors.
 */
final class NoCodeInModels {

	private static final Set<String> CODE = Set.of("scriptTask", "script", "connector");

	private static final Set<String> TYPES = Set.of("shell", "mail", "external");

	/** A model that would run code of its own. */
	static final class CodeInModel extends BadUserRequestException {

		CodeInModel(String message) {
			super(message);
		}

	}

	private NoCodeInModels() {
	}

	/**
	 * @throws CodeInModel naming the element that would run code
	 */
	static void check(Element root) {
		check(root, null);
	}

	private static void check(Element element, String owner) {
		String named = (element.attribute("id") != null) ? element.attribute("id") : owner;
		if (CODE.contains(element.getTagName())) {
			throw refused(named, "a " + element.getTagName());
		}
		if (element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "class") != null) {
			throw refused(named,
					"the Java class " + element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "class"));
		}
		String type = element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "type");
		if (type != null && TYPES.contains(type) && element.getTagName().endsWith("Task")) {
			throw refused(named, "the type " + type);
		}
		if (element.getTagName().equals("conditionExpression") && element.attribute("language") != null) {
			throw refused(named, "a condition in the language " + element.attribute("language"));
		}
		for (Element inner : element.elements()) {
			check(inner, named);
		}
	}

	private static CodeInModel refused(String element, String what) {
		return new CodeInModel("Element '" + element + "' has " + what
				+ ": a model brings no code along. Name a bean of the feature's steps as its delegate expression instead.");
	}

}
