package org.imprimatur.conventions;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

import org.imprimatur.models.check.Finding;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * A model with one thing changed, again and again: what a modeller may do by a slip, or
 * somebody on purpose.
 */
final class Mutants {

	static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

	static final String DI = "http://www.omg.org/spec/BPMN/20100524/DI";

	static final String DC = "http://www.omg.org/spec/DD/20100524/DC";

	static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

	/** One in so many is made; all of them with -Dimprimatur.mutants=1. */
	private static final int ONE_IN = Integer.getInteger("imprimatur.mutants", 5);

	private final byte[] original;

	private int counted;

	private final List<Mutant> all = new ArrayList<>();

	/**
	 * One changed copy.
	 *
	 * @param what what was done, for the one who reads a failure
	 * @param element the id of what was changed
	 * @param near the same, and for a flow its ends before and after
	 */
	record Mutant(String what, String element, Set<String> near, byte[] content) {

		/** Whether a finding leads whoever reads it to the change. */
		boolean isNamedBy(Finding finding) {
			return this.near.stream()
				.anyMatch((id) -> finding.element().equals(id) || finding.path().contains(id)
						|| finding.problem().contains(id));
		}

		@Override
		public String toString() {
			return this.what + " " + this.element;
		}

	}

	Mutants(byte[] original) {
		this.original = original;
	}

	List<Mutant> all() {
		return this.all;
	}

	/**
	 * One mutant for each element of a kind that fits.
	 * @param change makes the change in a copy of the model, where it gets the same
	 * element
	 */
	Mutants each(String what, String kind, Predicate<Element> which, Consumer<Element> change) {
		int count = elements(parse(), kind).size();
		for (int index = 0; index < count; index++) {
			Document copy = parse();
			Element element = elements(copy, kind).get(index);
			if (which.test(element) && this.counted++ % ONE_IN == 0) {
				String id = owner(element).getAttribute("id");
				Set<String> near = new TreeSet<>(ends(owner(element)));
				if (element.getLocalName().equals("sequenceFlow")) {
					near.add(behindMerges(element));
				}
				change.accept(element);
				if (element.getParentNode() != null) {
					near.addAll(ends(owner(element)));
				}
				this.all.add(new Mutant(what, id, near, bytes(copy)));
			}
		}
		return this;
	}

	/** One mutant with that change to every element of the kind at once. */
	Mutants every(String what, String namespace, String kind, Consumer<Element> change) {
		Document copy = parse();
		NodeList found = copy.getElementsByTagNameNS(namespace, kind);
		List<Element> elements = new ArrayList<>();
		for (int index = 0; index < found.getLength(); index++) {
			elements.add((Element) found.item(index));
		}
		elements.forEach(change);
		this.all.add(new Mutant(what, "", Set.of(), bytes(copy)));
		return this;
	}

	/** Where a flow leads, past gateways that ask nothing. */
	static String behindMerges(Element flow) {
		String at = flow.getAttribute("targetRef");
		Document model = flow.getOwnerDocument();
		while (true) {
			String place = at;
			List<Element> on = elements(model, "sequenceFlow").stream()
				.filter((one) -> one.getAttribute("sourceRef").equals(place))
				.toList();
			if (!byId(model, at).getLocalName().equals("exclusiveGateway") || on.size() != 1) {
				return at;
			}
			at = on.get(0).getAttribute("targetRef");
		}
	}

	private static List<String> ends(Element element) {
		return List.of(element.getAttribute("id"), element.getAttribute("sourceRef"), element.getAttribute("targetRef"))
			.stream()
			.filter((id) -> !id.isEmpty())
			.toList();
	}

	static List<Element> elements(Document model, String kind) {
		List<Element> elements = new ArrayList<>();
		for (String one : kind.split(" ")) {
			String namespace = one.startsWith("camunda:") ? CAMUNDA : BPMN;
			NodeList found = model.getElementsByTagNameNS(namespace, one.replace("camunda:", ""));
			for (int index = 0; index < found.getLength(); index++) {
				elements.add((Element) found.item(index));
			}
		}
		return elements;
	}

	/** The element of this id. */
	static Element byId(Document model, String id) {
		NodeList found = model.getElementsByTagNameNS(BPMN, "*");
		for (int index = 0; index < found.getLength(); index++) {
			if (((Element) found.item(index)).getAttribute("id").equals(id)) {
				return (Element) found.item(index);
			}
		}
		throw new IllegalArgumentException(id);
	}

	/** Takes out a flow, and what its ends say of it. */
	static void cut(Element flow) {
		dropReferences(flow.getOwnerDocument(), flow.getAttribute("id"));
		flow.getParentNode().removeChild(flow);
	}

	/** Lets a flow lead to another element. */
	static void lead(Element flow, String target) {
		Document model = flow.getOwnerDocument();
		String id = flow.getAttribute("id");
		for (Element incoming : elements(model, "incoming")) {
			if (incoming.getTextContent().strip().equals(id)) {
				incoming.getParentNode().removeChild(incoming);
			}
		}
		flow.setAttribute("targetRef", target);
		Element incoming = model.createElementNS(BPMN, "bpmn:incoming");
		incoming.setTextContent(id);
		Element to = byId(model, target);
		Element before = null;
		for (Element child : children(to)) {
			if (!List.of("documentation", "extensionElements", "incoming").contains(child.getLocalName())) {
				before = child;
				break;
			}
		}
		to.insertBefore(incoming, before);
	}

	/** Takes out an element with its flows and what refers to it. */
	static void remove(Element node) {
		Document model = node.getOwnerDocument();
		String id = node.getAttribute("id");
		for (Element flow : elements(model, "sequenceFlow")) {
			if (flow.getAttribute("sourceRef").equals(id) || flow.getAttribute("targetRef").equals(id)) {
				cut(flow);
			}
		}
		dropReferences(model, id);
		node.getParentNode().removeChild(node);
	}

	/** Gives an element another id, everywhere. */
	static void rename(Element node, String id) {
		Document model = node.getOwnerDocument();
		String old = node.getAttribute("id");
		node.setAttribute("id", id);
		NodeList found = model.getElementsByTagNameNS("*", "*");
		for (int index = 0; index < found.getLength(); index++) {
			Element element = (Element) found.item(index);
			for (String name : List.of("sourceRef", "targetRef", "attachedToRef", "bpmnElement")) {
				if (element.getAttribute(name).equals(old)) {
					element.setAttribute(name, id);
				}
			}
			if (element.getLocalName().equals("flowNodeRef") && element.getTextContent().strip().equals(old)) {
				element.setTextContent(id);
			}
		}
	}

	private static void dropReferences(Document model, String id) {
		for (Element reference : elements(model, "incoming outgoing flowNodeRef")) {
			if (reference.getTextContent().strip().equals(id)) {
				reference.getParentNode().removeChild(reference);
			}
		}
		for (String kind : List.of("BPMNEdge", "BPMNShape")) {
			NodeList shapes = model.getElementsByTagNameNS(DI, kind);
			for (int index = shapes.getLength() - 1; index >= 0; index--) {
				Element shape = (Element) shapes.item(index);
				if (shape.getAttribute("bpmnElement").equals(id)) {
					shape.getParentNode().removeChild(shape);
				}
			}
		}
	}

	static List<Element> children(Element element) {
		List<Element> children = new ArrayList<>();
		for (int index = 0; index < element.getChildNodes().getLength(); index++) {
			if (element.getChildNodes().item(index) instanceof Element child) {
				children.add(child);
			}
		}
		return children;
	}

	/** The nearest element around that stands in the diagram. */
	static Element owner(Element inner) {
		Element at = inner;
		while (!at.hasAttribute("id") || at.getLocalName().endsWith("Definition")
				|| at.getLocalName().endsWith("Expression") || at.getLocalName().endsWith("Listener")
				|| at.getLocalName().endsWith("Characteristics")) {
			at = (Element) at.getParentNode();
		}
		return at;
	}

	private Document parse() {
		try {
			DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
			factory.setNamespaceAware(true);
			factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
			return factory.newDocumentBuilder().parse(new ByteArrayInputStream(this.original));
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] bytes(Document model) {
		try {
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			TransformerFactory.newInstance().newTransformer().transform(new DOMSource(model), new StreamResult(out));
			return out.toByteArray();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
