package org.imprimatur.models.check;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.ModelException;

/**
 * Reads the files that are to be checked. What comes from outside may be huge, broken or
 * hostile: it is looked through piece by piece before anything builds a tree of it, and
 * nothing that a file names is ever fetched.
 */
final class ModelReader {

	/** The largest file that is read, in bytes: thirty times the largest of ours. */
	static final int LARGEST = 3_000_000;

	/**
	 * Parts of a diagram: six times the largest of ours. Looking for one goes over all.
	 */
	private static final int MOST_ELEMENTS = 8_000;

	/** Parts of a file of tables, which has one for each cell. */
	private static final int MOST_CELLS = 60_000;

	private static final int DEEPEST = 200;

	private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

	static {
		XML.setProperty(XMLInputFactory.SUPPORT_DTD, true);
		XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		XML.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
	}

	private ModelReader() {
	}

	/**
	 * What could be read; a finding for each file that could not.
	 * @param files path to content, in any order
	 */
	static ModelSet read(Map<String, byte[]> files, boolean whole, Findings findings) {
		List<ModelSet.ProcessFile> processes = new ArrayList<>();
		List<ModelSet.DecisionFile> decisions = new ArrayList<>();
		SortedMap<String, String> texts = new TreeMap<>();
		new TreeMap<>(files).forEach((name, content) -> {
			if (content.length > LARGEST) {
				findings.add(name, "is larger than " + LARGEST / 1_000_000 + " MB", "split it into smaller processes");
			}
			else if (name.endsWith(".bpmn") || name.endsWith(".bpmn20.xml")) {
				process(name, content, findings, processes);
			}
			else if (name.endsWith(".dmn") || name.endsWith(".dmn11.xml")) {
				decisions(name, content, findings, decisions);
			}
			else if (name.endsWith(".csv")) {
				texts.put(name, new String(content, StandardCharsets.UTF_8));
			}
			else {
				findings.add(name, "is neither a process (.bpmn) nor a table (.dmn)",
						"leave it out; forms are files under forms, and come with the application");
			}
		});
		return new ModelSet(processes, decisions, texts, whole);
	}

	private static void process(String name, byte[] content, Findings findings, List<ModelSet.ProcessFile> processes) {
		if (!isHarmless(name, content, MOST_ELEMENTS, findings)) {
			return;
		}
		try {
			BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(content));
			int count = model.getModelElementsByType(Process.class).size();
			if (count != 1) {
				findings.add(name, "holds " + count + " processes", "let each file hold one");
				return;
			}
			boolean named = true;
			for (FlowElement element : model.getModelElementsByType(FlowElement.class)) {
				named &= element.getId() != null;
			}
			for (Lane lane : model.getModelElementsByType(Lane.class)) {
				named &= lane.getId() != null;
			}
			if (!named || model.getModelElementsByType(Process.class).iterator().next().getId() == null) {
				findings.add(name, "has an element without an id", "give each element an id in kebab case");
				return;
			}
			processes.add(new ModelSet.ProcessFile(name, model));
		}
		catch (ModelException | ClassCastException ex) {
			unreadable(name, "a BPMN diagram", ex, findings);
		}
	}

	private static void decisions(String name, byte[] content, Findings findings,
			List<ModelSet.DecisionFile> decisions) {
		if (!isHarmless(name, content, MOST_CELLS, findings)) {
			return;
		}
		try {
			DmnModelInstance model = Dmn.readModelFromStream(new ByteArrayInputStream(content));
			if (model.getDefinitions() == null) {
				findings.add(name, "is not a DMN table", "save it from Camunda Modeler anew");
				return;
			}
			for (Decision decision : model.getModelElementsByType(Decision.class)) {
				if (decision.getId() == null) {
					findings.add(name, "has a decision without an id", "give each decision an id in kebab case");
					return;
				}
			}
			decisions.add(new ModelSet.DecisionFile(name, model));
		}
		catch (ModelException | ClassCastException ex) {
			unreadable(name, "a DMN table", ex, findings);
		}
	}

	private static void unreadable(String name, String what, RuntimeException failure, Findings findings) {
		Throwable cause = failure;
		while (cause.getCause() != null) {
			cause = cause.getCause();
		}
		String line = (cause instanceof org.xml.sax.SAXParseException at) ? " at line " + at.getLineNumber() : "";
		String reason = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
		findings.add(name,
				"cannot be read as " + what + line + ": " + reason.substring(0, Math.min(reason.length(), 300)),
				"open it in Camunda Modeler and save it anew");
	}

	private static boolean isHarmless(String name, byte[] content, int most, Findings findings) {
		String mend = "save it from Camunda Modeler anew";
		try {
			XMLStreamReader reader = XML.createXMLStreamReader(new ByteArrayInputStream(content));
			int depth = 0;
			int elements = 0;
			while (reader.hasNext()) {
				int event = reader.next();
				if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
					findings.add(name, "declares a document type or entities, which no model needs", mend);
					return false;
				}
				if (event == XMLStreamConstants.START_ELEMENT) {
					depth++;
					elements++;
				}
				if (event == XMLStreamConstants.END_ELEMENT) {
					depth--;
				}
				if (depth > DEEPEST || elements > most) {
					findings.add(name, "has more parts than a diagram that people can read",
							"split it into smaller processes");
					return false;
				}
			}
			return true;
		}
		catch (XMLStreamException ex) {
			String where = (ex.getLocation() != null) ? " at line " + ex.getLocation().getLineNumber() : "";
			findings.add(name, "is not well-formed XML" + where, mend);
			return false;
		}
	}

}
