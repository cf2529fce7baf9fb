package org.imprimatur.models.check;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What the rules ask of one element of a model. */
public final class Elements {

	/** Ids of elements, files, decisions and messages. */
	public static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

	/** {@code ${name}}: a fact, or a bean where one is called for. */
	static final Pattern PLAIN_NAME = Pattern.compile("\\$\\{([a-z][A-Za-z0-9]*)}");

	/** One fact compared with one code: the fact, the comparison, the code in quotes. */
	static final Pattern CONDITION = Pattern
		.compile("\\$\\{([a-z][A-Za-z0-9]*) (==|!=) ('[A-Z][A-Z0-9_]*'|\"[A-Z][A-Z0-9_]*\")}");

	/** When something is due, by the table of deadlines of the process. */
	static final Pattern DEADLINE = Pattern
		.compile("\\$\\{deadlines\\.of\\(execution, '([a-z][a-z0-9]*(?:-[a-z0-9]+)*)'\\)}");

	/** One output of the decision that a rule task has just asked. */
	static final Pattern DECIDED = Pattern.compile("\\$\\{decisionResult\\[0]\\.([a-z][A-Za-z0-9]*)}");

	/** A path below the checkout, which leads out of no folder. */
	static final Pattern PATH = Pattern.compile("[a-z0-9-]+(/[a-z0-9-]+)*\\.html");

	private Elements() {
	}

	public static String documentation(BaseElement element) {
		StringBuilder text = new StringBuilder();
		for (Documentation documentation : element.getDocumentations()) {
			text.append(documentation.getTextContent()).append('\n');
		}
		return text.toString().strip();
	}

	public static String camel(String id) {
		Matcher words = Pattern.compile("-([a-z0-9])").matcher(id);
		return words.replaceAll((word) -> word.group(1).toUpperCase());
	}

	public static boolean isTimer(FlowNode node) {
		return node instanceof CatchEvent event
				&& event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance);
	}

	/** The lane of a node, or of the sub-process that it stands in. */
	static Optional<Lane> lane(FlowNode node, Collection<Lane> lanes) {
		ModelElementInstance at = node;
		while (at instanceof FlowNode inside) {
			Optional<Lane> lane = lanes.stream().filter((each) -> each.getFlowNodeRefs().contains(inside)).findFirst();
			if (lane.isPresent()) {
				return lane;
			}
			at = at.getParentElement();
		}
		return Optional.empty();
	}

	/**
	 * The fact that an expression names, by itself or in a condition; null if it names
	 * none.
	 */
	static String fact(String expression) {
		if (expression == null) {
			return null;
		}
		Matcher condition = CONDITION.matcher(expression.strip());
		Matcher plain = PLAIN_NAME.matcher(expression.strip());
		return condition.matches() ? condition.group(1) : plain.matches() ? plain.group(1) : null;
	}

}
