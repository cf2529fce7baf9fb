package org.imprimatur.models;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * What makes one element, one flow or one row of a table do what it does, in a few
 * letters: the same in two versions if only its label, its explanation or its place in
 * the drawing is another.
 */
public final class Fingerprints {

	private static final int LETTERS = 12;

	private Fingerprints() {
	}

	/**
	 * Of everything that a case can come to, by id.
	 * @param file of a process
	 */
	public static Map<String, String> ofProcess(byte[] file) {
		BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(file));
		Map<String, String> prints = new LinkedHashMap<>();
		ModelParts.of(model).all().forEach((id, part) -> {
			ModelElementInstance element = model.getModelElementById(id);
			if (element instanceof FlowNode || element instanceof SequenceFlow) {
				Map<String, String> settings = new TreeMap<>(part.settings());
				settings.keySet().removeAll(List.of("@name", "documentation"));
				prints.put(id, of(settings.toString()));
			}
		});
		return prints;
	}

	/**
	 * Of each row, by id; empty if the decision is no table.
	 * @param file of decisions
	 * @param key of one of them
	 */
	public static Map<String, String> ofDecision(byte[] file, String key) {
		Map<String, String> prints = new LinkedHashMap<>();
		Decision decision = Dmn.readModelFromStream(new ByteArrayInputStream(file)).getModelElementById(key);
		if (decision.getExpression() instanceof DecisionTable table) {
			List<String> columns = new ArrayList<>();
			columns.add(table.getHitPolicy().name());
			table.getInputs().forEach((one) -> columns.add(text(one.getInputExpression())));
			table.getOutputs().forEach((one) -> columns.add(one.getName()));
			table.getRules().forEach((rule) -> {
				List<String> cells = new ArrayList<>(columns);
				rule.getInputEntries().forEach((one) -> cells.add(text(one)));
				rule.getOutputEntries().forEach((one) -> cells.add(text(one)));
				prints.put(rule.getId(), of(cells.toString()));
			});
		}
		return prints;
	}

	private static String text(ModelElementInstance element) {
		return (element == null) ? ""
				: element.getDomElement()
					.getChildElements()
					.stream()
					.map((one) -> one.getTextContent().strip())
					.toList()
					.toString();
	}

	private static String of(String text) {
		return ModelFile.digest(text.getBytes(StandardCharsets.UTF_8)).substring(0, LETTERS);
	}

}
