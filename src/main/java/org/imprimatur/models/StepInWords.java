package org.imprimatur.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SignalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.imprimatur.kernel.ProcessFace;
import org.imprimatur.security.People;

/** What there is to say about one element of a process: sentences, each with its stop. */
final class StepInWords {

	private final String process;

	private final TimesInWords times;

	private final People people;

	StepInWords(String process, TimesInWords times, People people) {
		this.process = process;
		this.times = times;
		this.people = people;
	}

	/**
	 * The sentences.
	 * @param place where another element stands, such as "step 3, Draft the post"
	 */
	List<String> of(FlowNode node, Function<FlowNode, String> place) {
		List<String> says = new ArrayList<>();
		if (node instanceof UserTask task) {
			task(task, says);
		}
		else if (node instanceof BusinessRuleTask rules) {
			says.add("The table “" + text(rules.getCamundaDecisionRef()) + "” answers.");
		}
		else if (node instanceof CallActivity call) {
			says.add("Follows the process “" + text(call.getCalledElement()) + "” to its end.");
		}
		else if (node instanceof SubProcess part) {
			says.add(part.triggeredByEvent() ? begins(part) : "Has steps of its own.");
		}
		else if (node instanceof Gateway gateway) {
			gateway(gateway, says);
		}
		else if (node instanceof Event event) {
			event(event, place, says);
		}
		if (node instanceof Activity activity
				&& activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics many) {
			says.add("Done once for each of “" + text(many.getCamundaCollection()) + "”, "
					+ (many.isSequential() ? "one after the other." : "all at the same time."));
		}
		return says;
	}

	private void task(UserTask task, List<String> says) {
		List<String> who = new ArrayList<>();
		String assignee = text(task.getCamundaAssignee());
		if (!assignee.isEmpty()) {
			who.add("the person " + found(assignee));
		}
		String users = text(task.getCamundaCandidateUsers());
		if (!users.isEmpty()) {
			who.add("people " + found(users));
		}
		for (String group : text(task.getCamundaCandidateGroups()).split(",")) {
			if (!group.isBlank()) {
				who.add("the group " + (group.contains("${") ? found(group.strip())
						: this.people.nameOfGroup(group.strip()) + " (" + group.strip() + ")"));
			}
		}
		says.add(who.isEmpty() ? "It is offered to nobody." : "Done by " + String.join(", or by ", who) + ".");
		String due = text(task.getCamundaDueDate());
		says.add(due.isEmpty() ? "It has no deadline." : "Due: " + this.times.of(this.process, due) + ".");
		if (task.getExtensionElements() != null && task.getExtensionElements()
			.getElementsQuery()
			.filterByType(CamundaTaskListener.class)
			.list()
			.stream()
			.anyMatch((one) -> "timeout".equals(one.getCamundaEvent()))) {
			says.add("A reminder goes out if it is late.");
		}
	}

	private static String found(String written) {
		return written.startsWith("${") ? "found as “" + written.substring(2, written.length() - 1) + "”" : written;
	}

	private static void gateway(Gateway gateway, List<String> says) {
		boolean parts = gateway.getOutgoing().size() > 1;
		if (gateway instanceof ParallelGateway) {
			says.add((gateway.getIncoming().size() > 1) ? "Waits for all ways that come together here."
					: "All ways are taken at the same time.");
		}
		else if (gateway instanceof EventBasedGateway) {
			says.add("Waits: whatever happens first decides.");
		}
		else if (gateway instanceof InclusiveGateway && parts) {
			says.add("Every way is taken whose condition holds.");
		}
		else if (parts) {
			says.add("One way is taken.");
		}
	}

	private void event(Event event, Function<FlowNode, String> place, List<String> says) {
		String what = what(event);
		if (event instanceof BoundaryEvent boundary) {
			says.add("Happens at " + place.apply(boundary.getAttachedTo()) + (what.isEmpty() ? "" : ", " + what) + ". "
					+ (boundary.cancelActivity() ? "That step then stops." : "That step goes on beside it."));
		}
		else if (event instanceof StartEvent start) {
			if (!(start.getParentElement() instanceof SubProcess)) {
				says.add(what.isEmpty() ? "A case begins here." : "A case begins " + what + ".");
			}
		}
		else if (event instanceof EndEvent end) {
			says.add(!ProcessFace.isEnding(end) ? "This part ends; the rest goes on."
					: FlowOrder.isBeside(end) ? "This path ends; the rest goes on." : "The case ends.");
			if (!what.isEmpty()) {
				says.add("It ends " + what + ".");
			}
		}
		else if (event instanceof ThrowEvent) {
			says.add(what.isEmpty() ? "It is on record." : "Tells others: " + what + ".");
		}
		else {
			says.add("Waits" + (what.isEmpty() ? "."
					: " " + what.replace("when the time", "until the time").replace("by the", "for the") + "."));
		}
	}

	private String begins(SubProcess part) {
		return part.getChildElementsByType(StartEvent.class)
			.stream()
			.map((start) -> "Begins whenever it happens" + (what(start).isEmpty() ? "" : ", " + what(start)) + ". "
					+ (start.isInterrupting() ? "Everything else then stops." : "Everything else goes on beside it."))
			.collect(Collectors.joining(" "));
	}

	/** What an event waits for or tells, such as "by the message “post-changed”". */
	private String what(Event event) {
		return event.getChildElementsByType(EventDefinition.class)
			.stream()
			.map(this::what)
			.collect(Collectors.joining(" or "));
	}

	private String what(EventDefinition one) {
		if (one instanceof TimerEventDefinition timer) {
			return "when the time comes: "
					+ Stream.of(timer.getTimeDate(), timer.getTimeDuration(), timer.getTimeCycle())
						.filter((time) -> time != null)
						.map((time) -> this.times.of(this.process, text(time.getTextContent())))
						.collect(Collectors.joining(" or "));
		}
		if (one instanceof MessageEventDefinition message) {
			return "by the message “" + ((message.getMessage() != null) ? message.getMessage().getName() : "") + "”";
		}
		if (one instanceof SignalEventDefinition signal) {
			return "by the signal “" + ((signal.getSignal() != null) ? signal.getSignal().getName() : "") + "”";
		}
		if (one instanceof ErrorEventDefinition error) {
			return "by the error “" + ((error.getError() != null) ? error.getError().getName() : "") + "”";
		}
		if (one instanceof EscalationEventDefinition escalation) {
			return "by the escalation “"
					+ ((escalation.getEscalation() != null) ? escalation.getEscalation().getName() : "") + "”";
		}
		return (one instanceof TerminateEventDefinition) ? "with everything that still runs"
				: ModelParts.words(one.getElementType().getTypeName().replace("EventDefinition", ""));
	}

	/** Its name; what it is, if it has none. */
	static String label(FlowNode node) {
		String name = text(node.getName());
		if (!name.isEmpty()) {
			return name;
		}
		String sort = ModelParts.words(node.getElementType().getTypeName());
		return sort.substring(0, 1).toUpperCase(Locale.UK) + sort.substring(1);
	}

	static String text(String text) {
		return (text != null) ? text.strip().replaceAll("\\s+", " ") : "";
	}

}
