package org.imprimatur.models.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.imprimatur.kernel.ModelName;
import org.imprimatur.kernel.Promise;
import org.imprimatur.kernel.Promises;
import org.imprimatur.kernel.Variable;

import org.springframework.stereotype.Component;

/**
 * What a process promises whatever its drawing: no way round a check, a clock or an
 * acknowledgement. All ways are tried; the shortest that breaks a promise is shown.
 */
@Component
public class PromiseRule implements ModelRule {

	private final Surroundings surroundings;

	public PromiseRule(Surroundings surroundings) {
		this.surroundings = surroundings;
	}

	@Override
	public void check(ModelSet models, Findings findings) {
		for (ModelSet.ProcessFile file : models.processes()) {
			for (Promises promises : this.surroundings.promises()) {
				if (promises.process().equals(file.process().getId())) {
					check(models, findings, file, promises);
				}
			}
		}
	}

	private void check(ModelSet models, Findings findings, ModelSet.ProcessFile file, Promises promises) {
		Ways ways = new Ways(file);
		Codes codes = new Codes(models, file, this.surroundings, ways);
		for (Promise promise : promises.promises()) {
			Set<String> lost = named(promise);
			lost.removeIf((id) -> ways.node(id) != null || id.equals(Promise.ANY_END));
			if (!lost.isEmpty()) {
				lost.forEach((id) -> findings.add(file.name(), id, null,
						"is gone, and a promise [" + promise.clause() + "] speaks of it", "put it back under that id"));
				continue;
			}
			List<String> path = new Walk(ways, codes, promise).broken();
			if (path != null) {
				FlowNode at = ways.node(path.get(path.size() - 1));
				findings.add(file.name(), at,
						"is reached " + how(promise, ways) + ", against [" + promise.clause() + "]",
						"change the way " + inWords(path, ways), path);
			}
		}
		for (Promises.Beside beside : promises.beside()) {
			beside(findings, file, ways, beside);
		}
		for (ModelName task : promises.endedByPeopleOnly()) {
			for (Ways.Way way : (ways.node(task.id()) != null) ? ways.aside(task.id()) : List.<Ways.Way>of()) {
				if (ways.node(way.to()) instanceof BoundaryEvent event && event.cancelActivity()) {
					findings.add(file.name(), event, "takes the task " + task.id() + " away, which only a person ends",
							"make it non-interrupting, or take it off");
				}
			}
		}
		promises.leadsTo().forEach((from, to) -> to.forEach((target) -> {
			if (ways.node(from) != null && !ways.behind(from).contains(target)) {
				findings.add(file.name(), ways.node(from), "no longer leads to " + target, "draw the way there again");
			}
		}));
		for (Map.Entry<String, Variable<?>> each : promises.onceForEach().entrySet()) {
			repeated(findings, file, ways, each.getKey(), each.getValue().name());
		}
	}

	private static Set<String> named(Promise promise) {
		Set<String> named = new TreeSet<>(promise.before());
		named.addAll(promise.since());
		Stream.of(promise.where(), promise.needs(), promise.never())
			.flatMap(List::stream)
			.forEach((answer) -> named.add(answer.element()));
		return named;
	}

	private static String how(Promise promise, Ways ways) {
		StringBuilder text = new StringBuilder();
		if (!promise.needs().isEmpty()) {
			text.append("without ").append(answers(promise.needs(), ways));
		}
		if (!promise.never().isEmpty()) {
			text.append(text.isEmpty() ? "" : " or ").append("after ").append(answers(promise.never(), ways));
		}
		if (!promise.where().isEmpty()) {
			text.append(", although the answer was ").append(answers(promise.where(), ways));
		}
		return text.toString();
	}

	private static String answers(List<Promise.Answer> answers, Ways ways) {
		return answers.stream()
			.map((answer) -> label(answer.element(), ways) + (answer.codes().isEmpty() ? ""
					: " (" + answer.codes().stream().sorted().collect(Collectors.joining(" or ")) + ")"))
			.collect(Collectors.joining(" or "));
	}

	private static String inWords(List<String> path, Ways ways) {
		// gateways that only merge have no name, and nobody misses them in a sentence
		return path.stream()
			.filter((id) -> ways.node(id).getName() != null && !ways.node(id).getName().isBlank())
			.map((id) -> label(id, ways))
			.collect(Collectors.joining(" → "));
	}

	private static String label(String id, Ways ways) {
		FlowNode node = ways.node(id);
		String name = (node != null) ? node.getName() : null;
		return "“" + ((name == null || name.isBlank()) ? id : name.strip().replaceAll("\\s+", " ")) + "”";
	}

	private static void beside(Findings findings, ModelSet.ProcessFile file, Ways ways, Promises.Beside beside) {
		FlowNode on = ways.node(beside.on());
		String kind = (beside.message() == null) ? "clock" : "message";
		if (!(ways.node(beside.event()) instanceof BoundaryEvent event) || !isKind(event, beside.message())) {
			findings.add(file.name(), (on != null) ? beside.on() : beside.event(), (on != null) ? on.getName() : null,
					"has lost its " + kind + " " + beside.event(), "put the boundary event back");
			return;
		}
		if (event.getAttachedTo() == null || !event.getAttachedTo().getId().equals(beside.on())) {
			findings.add(file.name(), event, "stands on another element than " + beside.on(), "attach it there");
		}
		if (event.cancelActivity() != beside.interrupts()) {
			findings.add(file.name(), event,
					event.cancelActivity() ? "ends what it stands on" : "does not end what it stands on",
					beside.interrupts() ? "make it interrupting" : "make it non-interrupting");
		}
	}

	private static boolean isKind(BoundaryEvent event, String message) {
		return (message == null) ? Elements.isTimer(event)
				: event.getEventDefinitions()
					.stream()
					.anyMatch((definition) -> definition instanceof MessageEventDefinition one
							&& one.getMessage() != null && message.equals(one.getMessage().getName()));
	}

	private static void repeated(Findings findings, ModelSet.ProcessFile file, Ways ways, String id, String list) {
		if (!(ways.node(id) instanceof Activity activity)) {
			return;
		}
		String wanted = "set it to parallel multiple, with the collection " + list;
		if (!(activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics loop)) {
			findings.add(file.name(), activity, "is done once instead of once for each of " + list, wanted);
			return;
		}
		Set<String> names = Set.of(list, "${" + list + "}");
		if (loop.getCamundaCollection() == null || !names.contains(loop.getCamundaCollection())) {
			findings.add(file.name(), activity, "is done for each of " + loop.getCamundaCollection(), wanted);
		}
		if (loop.isSequential()) {
			findings.add(file.name(), activity, "is done one after another, so the first holds up the rest", wanted);
		}
	}

}
