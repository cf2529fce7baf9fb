package org.imprimatur.kernel;

import java.util.List;
import java.util.Optional;

import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * What Java may know of one process: its key and the names of its tasks, steps, endings,
 * decisions, messages and variables. The face and the model are compared both ways, in a
 * test and at every start; a difference stops the start with a message that names both
 * sides.
 */
public abstract class ProcessFace {

	private final String key;

	protected ProcessFace(String key) {
		this.key = key;
	}

	/** The id of the process in its model, such as {@code post-approval}. */
	public final String key() {
		return this.key;
	}

	/** The feature whose folders hold the model and the forms, such as {@code posts}. */
	public abstract String feature();

	/** User tasks: each has a form and an outcome variable of the same name. */
	public abstract List<? extends ModelName> tasks();

	/** Service tasks: each is a bean of the same name in camel case. */
	public abstract List<? extends ModelName> steps();

	/** End events of the process, event sub-processes included. */
	public abstract List<? extends ModelName> endings();

	/** Decisions that a business rule task of the process asks. */
	public abstract List<? extends ModelName> decisions();

	/** Messages that the process waits for. */
	public abstract List<? extends ModelName> messages();

	/** Every variable the model may read or write. */
	public abstract List<Variable<?>> variables();

	/**
	 * Whether this end event ends the case itself: it stands on the level of the process,
	 * or in an event sub-process that interrupts it.
	 */
	public static boolean isEnding(EndEvent end) {
		ModelElementInstance parent = end.getParentElement();
		while (parent instanceof SubProcess within) {
			if (!within.triggeredByEvent() || runsBeside(within)) {
				return false;
			}
			parent = parent.getParentElement();
		}
		return true;
	}

	/**
	 * Whether this element stands in an event sub-process that runs beside the rest of
	 * the case and interrupts nothing.
	 */
	public static boolean isBeside(FlowNode node) {
		ModelElementInstance parent = node.getParentElement();
		while (parent instanceof SubProcess within) {
			if (runsBeside(within)) {
				return true;
			}
			parent = parent.getParentElement();
		}
		return false;
	}

	private static boolean runsBeside(SubProcess within) {
		return within.triggeredByEvent()
				&& within.getChildElementsByType(StartEvent.class).stream().noneMatch(StartEvent::isInterrupting);
	}

	/** The user task of this id, if the process has one. */
	public final Optional<? extends ModelName> task(String id) {
		return tasks().stream().filter((task) -> task.id().equals(id)).findFirst();
	}

}
