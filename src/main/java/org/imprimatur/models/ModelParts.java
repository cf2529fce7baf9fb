package org.imprimatur.models;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Artifact;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.RootElement;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.xml.ModelInstance;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * A process taken apart for comparing: each element with all that is written about it,
 * known or not, so that no setting escapes, and where it stands in the drawing.
 */
final class ModelParts {

	/** Written by the Modeler along with what is told elsewhere. */
	private static final Set<String> TOLD_ELSEWHERE = Set.of("incoming", "outgoing", "flowNodeRef");

	/** Settings that hold the id of another element. */
	private static final Set<String> POINTS = Set.of("@sourceRef", "@targetRef", "@attachedToRef", "@default", "role",
			"within");

	/** What the engine takes where nothing is written. */
	private static final Map<String, String> USUAL = Map.of("@cancelActivity", "true", "@isInterrupting", "true",
			"@triggeredByEvent", "false", "@asyncBefore", "false", "@asyncAfter", "false", "@exclusive", "true",
			"@isSequential", "false", "@gatewayDirection", "Unspecified", "@isCollection", "false");

	private final Map<String, Part> parts = new LinkedHashMap<>();

	private final Map<String, Element> elements = new LinkedHashMap<>();

	/** What messages and other things that stand beside the process are called. */
	private final Map<String, String> beside = new HashMap<>();

	private final Map<String, String> labels = new HashMap<>();

	private final BpmnModelInstance model;

	/**
	 * One element.
	 *
	 * @param sort as BPMN calls it, such as "user task"
	 * @param settings all that is written about it, by where it stands
	 * @param place where it is drawn; empty if it is not
	 */
	record Part(String id, String label, String sort, Map<String, String> settings, String place) {
	}

	private ModelParts(BpmnModelInstance model) {
		this.model = model;
	}

	static ModelParts of(BpmnModelInstance model) {
		ModelParts parts = new ModelParts(model);
		parts.read();
		return parts;
	}

	/** By id, in the order of the file. */
	Map<String, Part> all() {
		return this.parts;
	}

	/**
	 * A setting as people read it: what points to an element says what that is called.
	 */
	String shown(String path, String value) {
		return POINTS.contains(path) ? this.labels.getOrDefault(value, value) : value;
	}

	/**
	 * The document below a model, which knows settings that the model has no name for.
	 */
	static Document document(ModelInstance model) {
		Node node = model.getDocument().getDomSource().getNode();
		return (node instanceof Document document) ? document : node.getOwnerDocument();
	}

	private void read() {
		collect(document(this.model).getDocumentElement());
		this.model.getModelElementsByType(RootElement.class)
			.forEach((one) -> this.beside.put(one.getId(), one.getAttributeValue("name")));
		List<BaseElement> all = new ArrayList<>();
		List.of(Process.class, Participant.class, Lane.class, FlowElement.class, Artifact.class)
			.forEach((type) -> all.addAll(this.model.getModelElementsByType(type)));
		List<String> order = List.copyOf(this.elements.keySet());
		all.sort(Comparator.comparingInt((one) -> order.indexOf(one.getId())));
		Map<String, String> places = places();
		Map<String, String> roles = new HashMap<>();
		this.model.getModelElementsByType(Lane.class)
			.forEach((lane) -> lane.getFlowNodeRefs().forEach((node) -> roles.put(node.getId(), lane.getId())));
		all.forEach((one) -> this.labels.put(one.getId(), label(one)));
		Set<String> ids = Set.copyOf(all.stream().map(BaseElement::getId).toList());
		for (BaseElement one : all) {
			Map<String, String> settings = new TreeMap<>();
			flatten(this.elements.get(one.getId()), "", ids, settings);
			settings.remove("@id");
			if (roles.containsKey(one.getId())) {
				settings.put("role", roles.get(one.getId()));
			}
			if (one.getParentElement() instanceof SubProcess within) {
				settings.put("within", within.getId());
			}
			String sort = words(one.getElementType().getTypeName());
			settings.put("sort", sort);
			this.parts.put(one.getId(), new Part(one.getId(), this.labels.get(one.getId()), sort, settings,
					places.getOrDefault(one.getId(), "")));
		}
	}

	private void collect(Element element) {
		if (element.hasAttribute("id")) {
			this.elements.put(element.getAttribute("id"), element);
		}
		children(element).forEach(this::collect);
	}

	private void flatten(Element element, String path, Set<String> parts, Map<String, String> settings) {
		NamedNodeMap attributes = element.getAttributes();
		for (int i = 0; i < attributes.getLength(); i++) {
			Node one = attributes.item(i);
			String name = "@" + local(one);
			boolean harmless = !((Attr) one).getSpecified()
					|| "http://www.w3.org/2000/xmlns/".equals(one.getNamespaceURI())
					|| one.getNodeName().startsWith("xsi:")
					|| (name.equals("@id") && !local(element).equals("taskListener"))
					|| one.getNodeValue().equals(USUAL.get(name)) || path.endsWith("[" + one.getNodeValue() + "]");
			if (!harmless) {
				put(settings, path + name, value(name, one.getNodeValue()));
			}
		}
		List<Element> children = children(element).stream()
			.filter((one) -> !TOLD_ELSEWHERE.contains(local(one)) && !parts.contains(one.getAttribute("id")))
			.toList();
		if (children(element).isEmpty() && !element.getTextContent().isBlank() && !path.isEmpty()) {
			put(settings, path, element.getTextContent());
		}
		for (Element child : children) {
			flatten(child, (path.isEmpty() ? "" : path + "/") + local(child) + selector(child), parts, settings);
		}
		if (path.endsWith("EventDefinition")
				&& settings.keySet().stream().noneMatch((setting) -> setting.startsWith(path))) {
			put(settings, path, "yes");
		}
	}

	/** Which of several of the same sort it is. */
	private static String selector(Element child) {
		String by = child.hasAttribute("name") ? child.getAttribute("name") : child.getAttribute("event");
		return by.isEmpty() ? "" : "[" + by + "]";
	}

	private String value(String name, String value) {
		return name.endsWith("Ref") && this.beside.get(value) != null ? this.beside.get(value) : value;
	}

	private static void put(Map<String, String> settings, String path, String value) {
		settings.merge(path, value.strip().replaceAll("\\s+", " "), (one, other) -> one + "; " + other);
	}

	/** Its name, or what it leads from and to, or its id. */
	private static String label(BaseElement element) {
		String name = element.getAttributeValue("name");
		if (name != null && !name.isBlank()) {
			String label = name.strip().replaceAll("\\s+", " ");
			return (element instanceof SequenceFlow flow)
					? label + " (from " + label(flow.getSource()) + " to " + label(flow.getTarget()) + ")" : label;
		}
		if (element instanceof SequenceFlow flow) {
			return "From " + label(flow.getSource()) + " to " + label(flow.getTarget());
		}
		return (element instanceof FlowNode node) ? words(node.getElementType().getTypeName()) + " " + node.getId()
				: element.getId();
	}

	private Map<String, String> places() {
		Map<String, String> places = new HashMap<>();
		for (BpmnShape shape : this.model.getModelElementsByType(BpmnShape.class)) {
			if (shape.getBpmnElement() != null) {
				places.put(shape.getBpmnElement().getId(), place(shape.getBounds()) + place(shape.getBpmnLabel()));
			}
		}
		for (BpmnEdge edge : this.model.getModelElementsByType(BpmnEdge.class)) {
			if (edge.getBpmnElement() != null) {
				StringBuilder way = new StringBuilder();
				edge.getWaypoints().forEach((one) -> way.append(one.getX()).append(',').append(one.getY()).append(' '));
				places.put(edge.getBpmnElement().getId(), way + place(edge.getBpmnLabel()));
			}
		}
		return places;
	}

	private static String place(BpmnLabel label) {
		return (label != null) ? place(label.getBounds()) : "";
	}

	private static String place(Bounds at) {
		return (at != null) ? at.getX() + "," + at.getY() + "," + at.getWidth() + "," + at.getHeight() + " " : "";
	}

	/** Such as "user task" for {@code userTask}. */
	static String words(String type) {
		return type.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
	}

	static Collection<Element> children(Element element) {
		List<Element> children = new ArrayList<>();
		for (Node one = element.getFirstChild(); one != null; one = one.getNextSibling()) {
			if (one instanceof Element child) {
				children.add(child);
			}
		}
		return children;
	}

	private static String local(Node node) {
		String name = node.getLocalName();
		return (name != null) ? name : node.getNodeName().substring(node.getNodeName().indexOf(':') + 1);
	}

}
