package org.imprimatur.models.proposal;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.imprimatur.models.ModelFile;

/**
 * What a file makes the engine do: all of it but the drawing and the words that only
 * people read. Two files of the same substance need no second person; whatever is not
 * known to be words counts.
 */
final class Substance {

	/** Elements that nothing but the drawing and people read, with all inside them. */
	private static final Set<String> NOT_RUN = Set.of("BPMNDiagram", "DMNDI", "documentation", "description",
			"textAnnotation", "association");

	/**
	 * Elements whose name is a label; of others, such as messages, it means something.
	 */
	private static final Set<String> LABELLED = Set.of("definitions", "process", "participant", "userTask",
			"serviceTask", "sendTask", "businessRuleTask", "callActivity", "subProcess", "startEvent", "endEvent",
			"intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent", "exclusiveGateway", "parallelGateway",
			"inclusiveGateway", "eventBasedGateway", "sequenceFlow", "decision");

	/** What the Modeler says of itself, and what a version is called. */
	private static final Set<String> REMARKS = Set.of("exporter", "exporterVersion", "executionPlatform",
			"executionPlatformVersion", "schemaLocation", "versionTag");

	private Substance() {
	}

	static boolean isSame(ModelFile before, ModelFile after) {
		return before.isSame(after) || of(before).equals(of(after));
	}

	private static List<String> of(ModelFile file) {
		List<String> lines = new ArrayList<>();
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_COALESCING, true);
		try {
			XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(file.content()));
			while (reader.hasNext()) {
				switch (reader.next()) {
					case XMLStreamConstants.START_ELEMENT -> start(reader, lines);
					case XMLStreamConstants.END_ELEMENT -> lines.add("end");
					case XMLStreamConstants.CHARACTERS -> text(reader.getText(), lines);
					default -> {
						// comments and the like
					}
				}
			}
		}
		catch (XMLStreamException ex) {
			throw new IllegalStateException("The model " + file.path() + " could not be read again.", ex);
		}
		return lines;
	}

	private static void start(XMLStreamReader reader, List<String> lines) throws XMLStreamException {
		String name = reader.getLocalName();
		if (NOT_RUN.contains(name)) {
			for (int depth = 1; depth > 0;) {
				int event = reader.next();
				depth += (event == XMLStreamConstants.START_ELEMENT) ? 1
						: (event == XMLStreamConstants.END_ELEMENT) ? -1 : 0;
			}
			return;
		}
		lines.add(reader.getNamespaceURI() + " " + name);
		Set<String> attributes = new TreeSet<>();
		for (int i = 0; i < reader.getAttributeCount(); i++) {
			String attribute = reader.getAttributeLocalName(i);
			boolean words = REMARKS.contains(attribute) || (attribute.equals("label") && !name.equals("formField"))
					|| (attribute.equals("name") && LABELLED.contains(name))
					|| (attribute.equals("id") && name.equals("definitions"));
			if (!words) {
				attributes.add(reader.getAttributeNamespace(i) + " " + attribute + "=" + reader.getAttributeValue(i));
			}
		}
		lines.addAll(attributes);
	}

	private static void text(String text, List<String> lines) {
		String words = text.strip().replaceAll("\\s+", " ");
		if (!words.isEmpty()) {
			lines.add(words);
		}
	}

}
