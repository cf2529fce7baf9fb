package org.imprimatur.models.sandbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionEvaluationEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionInstanceEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;

/**
 * Sees what the engine of the sandbox does, writes none of it down, and stops a case that
 * goes round without end.
 */
final class Watch implements HistoryEventHandler {

	/** The most elements a case may come to: fifty times what one of ours needs. */
	private static final int MOST = 2_000;

	private static final long LONGEST = 5_000_000_000L;

	private final Map<String, Open> open = new LinkedHashMap<>();

	private final Map<String, Integer> counts = new TreeMap<>();

	private final List<String> flows = new ArrayList<>();

	private final Set<String> passed = new LinkedHashSet<>();

	private Words words = (line) -> {
	};

	private int steps;

	private long began = System.nanoTime();

	/** Where what happens is told. */
	interface Words {

		void say(Object what);

	}

	/** An element that a case has come to and not left. */
	record Open(String id, String execution, String element, String process, String sort, int number) {

		String key() {
			return this.element + ":" + this.number;
		}

	}

	/** An element that a case came to or left. */
	record Came(String element, String process, boolean left, boolean cancelled) {
	}

	/** A case that goes on and on. */
	static final class Endless extends RuntimeException {

		Endless(String message) {
			super(message);
		}

	}

	void begin() {
		this.open.clear();
		this.counts.clear();
		this.flows.clear();
		this.passed.clear();
		this.steps = 0;
		this.began = System.nanoTime();
	}

	void say(Object what) {
		this.words.say(what);
	}

	void tell(Words words) {
		this.words = words;
	}

	@Override
	public void handleEvent(HistoryEvent event) {
		if (event instanceof HistoricDecisionEvaluationEvent decided) {
			HistoricDecisionInstanceEntity root = decided.getRootHistoricDecisionInstance();
			this.words.say(root);
		}
		if (!(event instanceof HistoricActivityInstanceEventEntity activity)) {
			return;
		}
		String element = activity.getActivityId();
		if (event.getEventType().equals("start")) {
			if (++this.steps > MOST || System.nanoTime() - this.began > LONGEST) {
				throw new Endless("The case goes round without end near “" + element
						+ "”: nobody is asked on the way, and no time passes. Draw a way out of the circle.");
			}
			int number = this.counts.merge(element, 1, Integer::sum);
			this.open.put(activity.getActivityInstanceId(),
					new Open(activity.getActivityInstanceId(), event.getExecutionId(), element,
							event.getProcessDefinitionKey(), activity.getActivityType(), number));
			this.passed.add(element);
			this.words.say(new Came(element, event.getProcessDefinitionKey(), false, false));
		}
		else if (event.getEventType().equals("end")) {
			this.open.remove(activity.getActivityInstanceId());
			this.words.say(new Came(element, event.getProcessDefinitionKey(), true, activity.isCanceled()));
		}
	}

	@Override
	public void handleEvents(List<HistoryEvent> events) {
		events.forEach(this::handleEvent);
	}

	void flow(String definition, String id) {
		this.passed.add(id);
		this.flows.add(definition.substring(0, definition.indexOf(':')) + "/" + id);
	}

	Collection<Open> open() {
		return List.copyOf(this.open.values());
	}

	/** Every flow that was taken, in order, with the key of its process before it. */
	List<String> route() {
		return List.copyOf(this.flows);
	}

	Set<String> passed() {
		return new LinkedHashSet<>(this.passed);
	}

}
