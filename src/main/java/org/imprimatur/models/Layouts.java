package org.imprimatur.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.imprimatur.models.Layout.Box;
import org.imprimatur.models.Layout.Form;
import org.imprimatur.models.Layout.Line;
import org.imprimatur.models.Layout.Place;
import org.imprimatur.models.Layout.Point;
import org.imprimatur.security.Door;

import org.springframework.stereotype.Component;

/** The drawing of every version of every model, as it was deployed. */
@Component
public class Layouts {

	/** What is left free around the drawing. */
	private static final double MARGIN = 10;

	private final RepositoryService repository;

	Layouts(RepositoryService repository) {
		this.repository = repository;
	}

	/**
	 * Empty if an administrator has deleted this version, or nobody has drawn it.
	 * @param definition the engine's id of the version
	 */
	public Optional<Layout> find(String definition) {
		return Door
			.through(() -> (this.repository.createProcessDefinitionQuery().processDefinitionId(definition).count() == 0)
					? Optional.empty() : read(this.repository.getBpmnModelInstance(definition)));
	}

	private static Optional<Layout> read(BpmnModelInstance model) {
		double left = Double.MAX_VALUE;
		double top = Double.MAX_VALUE;
		double right = 0;
		double bottom = 0;
		for (Bounds one : model.getModelElementsByType(Bounds.class)) {
			left = Math.min(left, one.getX() - MARGIN);
			top = Math.min(top, one.getY() - MARGIN);
			right = Math.max(right, one.getX() + one.getWidth() + MARGIN);
			bottom = Math.max(bottom, one.getY() + one.getHeight() + MARGIN);
		}
		double x = left;
		double y = top;
		List<Box> boxes = new ArrayList<>();
		for (BpmnShape shape : model.getModelElementsByType(BpmnShape.class)) {
			BaseElement element = shape.getBpmnElement();
			Form form = form(element);
			if (form != null) {
				boxes.add(new Box(element.getId(), form, label(element), place(shape.getBounds(), x, y),
						text(shape.getBpmnLabel(), x, y)));
			}
		}
		List<Line> lines = new ArrayList<>();
		for (BpmnEdge edge : model.getModelElementsByType(BpmnEdge.class)) {
			if (edge.getBpmnElement() instanceof SequenceFlow flow) {
				lines.add(new Line(flow.getId(), label(flow),
						edge.getWaypoints().stream().map((one) -> new Point(one.getX() - x, one.getY() - y)).toList(),
						text(edge.getBpmnLabel(), x, y)));
			}
		}
		return boxes.isEmpty() ? Optional.empty() : Optional.of(new Layout(right - x, bottom - y, boxes, lines));
	}

	/** Null for what is not drawn. */
	private static Form form(BaseElement element) {
		if (element instanceof Participant || element instanceof Lane) {
			return Form.LANE;
		}
		if (element instanceof SubProcess) {
			return Form.PART;
		}
		if (element instanceof Activity) {
			return Form.STEP;
		}
		if (element instanceof Gateway) {
			return Form.DIAMOND;
		}
		if (element instanceof StartEvent) {
			return Form.CIRCLE;
		}
		if (element instanceof EndEvent) {
			return Form.THICK_CIRCLE;
		}
		return (element instanceof Event) ? Form.DOUBLE_CIRCLE : null;
	}

	private static String label(BaseElement element) {
		String name = element.getAttributeValue("name");
		return (name != null) ? name.strip() : "";
	}

	private static Place place(Bounds bounds, double x, double y) {
		return new Place(bounds.getX() - x, bounds.getY() - y, bounds.getWidth(), bounds.getHeight());
	}

	private static Place text(BpmnLabel label, double x, double y) {
		return (label != null && label.getBounds() != null) ? place(label.getBounds(), x, y) : null;
	}

}
