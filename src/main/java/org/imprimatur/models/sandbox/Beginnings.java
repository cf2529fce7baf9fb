package org.imprimatur.models.sandbox;

import java.util.List;
import java.util.Map;

import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.imprimatur.models.check.Fact;
import org.imprimatur.models.sandbox.Trial.Stop;

/** How a case of a process can begin. */
final class Beginnings {

	private Beginnings() {
	}

	static List<Stop> of(Tried tried, String process) {
		return tried.process(process).process().getChildElementsByType(StartEvent.class).stream().map((start) -> {
			List<Fact> asked = tried.questions(process).behind(start.getId());
			return new Stop(Move.Kind.BEGIN, start.getId(), start.getId(), process, tried.label(start.getId()), "",
					null, null, asked, Map.of());
		}).toList();
	}

	/** The message that begins it there; null if none is needed. */
	static String message(Tried tried, String process, String start) {
		return tried.process(process)
			.process()
			.getChildElementsByType(StartEvent.class)
			.stream()
			.filter((one) -> one.getId().equals(start))
			.flatMap((one) -> one.getEventDefinitions().stream())
			.filter(MessageEventDefinition.class::isInstance)
			.map((one) -> ((MessageEventDefinition) one).getMessage().getName())
			.findFirst()
			.orElse(null);
	}

}
