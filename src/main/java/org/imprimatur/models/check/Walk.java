package org.imprimatur.models.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.imprimatur.kernel.Promise;

/**
 * Goes every way through a process that its conditions allow, with every answer that a
 * task, a table or a step can give. What Java writes may be anything. Of paths that run
 * side by side each is gone by itself, so a gate on one of them does not count for
 * another.
 */
final class Walk {

	private final Ways ways;

	private final Codes codes;

	private final Promise promise;

	/** Facts that gateways ask for and that neither a task nor a table answers. */
	private final Set<String> written;

	private final Map<At, At> cameFrom = new HashMap<>();

	private final Deque<At> next = new ArrayDeque<>();

	private List<String> broken;

	/**
	 * A case at a place.
	 *
	 * @param facts what is known of the facts that are still asked for; a fact that is
	 * not in it may be anything
	 */
	private record At(String place, Map<String, String> facts, boolean where, boolean needed, boolean never) {
	}

	/**
	 * @param promise null to see only which places can be reached
	 */
	Walk(Ways ways, Codes codes, Promise promise) {
		this.ways = ways;
		this.codes = codes;
		this.promise = promise;
		this.written = new TreeSet<>(ways.asked().keySet());
		ways.all().forEach((node) -> this.written.removeAll(this.ways.answers(node)));
		for (String start : ways.starts()) {
			come(null, new At(start, Map.of(), false, false, false));
		}
		while (this.broken == null && !this.next.isEmpty()) {
			goOn(this.next.poll());
		}
	}

	/**
	 * Ids of the elements on the shortest way that breaks the promise; null if none does.
	 */
	List<String> broken() {
		return this.broken;
	}

	/** Ids of all elements that a case can come to. */
	Set<String> reached() {
		Set<String> reached = new HashSet<>();
		this.cameFrom.keySet().forEach((at) -> reached.add(at.place().replace(Ways.LEFT, "")));
		return reached;
	}

	private void come(At from, At at) {
		if (this.cameFrom.containsKey(at)) {
			return;
		}
		this.cameFrom.put(at, from);
		this.next.add(at);
		if (this.promise != null && breaks(at)) {
			List<String> path = new ArrayList<>();
			for (At step = at; step != null; step = this.cameFrom.get(step)) {
				String id = step.place().replace(Ways.LEFT, "");
				if (path.isEmpty() || !path.get(path.size() - 1).equals(id)) {
					path.add(id);
				}
			}
			Collections.reverse(path);
			this.broken = path;
		}
	}

	private boolean breaks(At at) {
		boolean target = this.promise.before().contains(at.place())
				|| (this.promise.before().contains(Promise.ANY_END) && Ways.isEnd(this.ways.node(at.place())));
		boolean asked = this.promise.where().isEmpty() || at.where();
		boolean here = this.promise.needs().contains(Promise.coming(at.place()));
		return target && asked && ((!this.promise.needs().isEmpty() && !at.needed() && !here) || at.never());
	}

	private void goOn(At came) {
		At at = arrived(came);
		FlowNode node = this.ways.node(at.place());
		Map<String, String> entered = new TreeMap<>(at.facts());
		// an outcome is cleared when its task is entered again
		this.ways.answers(node).forEach(entered::remove);
		for (Ways.Way way : this.ways.aside(at.place())) {
			come(came, to(way.to(), entered, at));
		}
		if (!Ways.isDone(at.place(), node)) {
			this.ways.on(at.place()).forEach((way) -> come(came, to(way.to(), entered, at)));
			return;
		}
		Map<String, String> facts = new TreeMap<>(at.facts());
		Set<String> answers = new TreeSet<>(this.ways.answers(node));
		if (node instanceof ServiceTask || node instanceof CatchEvent) {
			facts.keySet().removeAll(this.written);
			if (this.promise != null) {
				promised().filter((answer) -> answer.element().equals(node.getId()) && answer.variable() != null)
					.forEach((answer) -> answers.add(answer.variable()));
			}
		}
		for (Map<String, String> said : every(facts, List.copyOf(answers), 0)) {
			At done = judged(at, node.getId(), said);
			for (Ways.Way way : this.ways.on(at.place())) {
				follow(came, done, node, way);
			}
		}
	}

	private void follow(At from, At done, FlowNode node, Ways.Way way) {
		Ways.Condition condition = (node instanceof ExclusiveGateway) ? way.condition() : null;
		boolean otherwise = node instanceof ExclusiveGateway gateway && way.flow() != null
				&& way.flow().equals(gateway.getDefault());
		String fact = (condition != null) ? condition.fact() : null;
		List<Ways.Condition> others = new ArrayList<>();
		if (otherwise) {
			this.ways.on(from.place()).stream().map(Ways.Way::condition).filter(Objects::nonNull).forEach(others::add);
			fact = others.isEmpty() ? null : others.get(0).fact();
		}
		if (fact == null) {
			come(from, to(way.to(), done.facts(), done));
			return;
		}
		String known = done.facts().get(fact);
		for (String value : (known != null) ? Set.of(known) : this.codes.of(fact)) {
			boolean fits = otherwise ? others.stream().noneMatch((one) -> one.holds(value)) : condition.holds(value);
			if (fits) {
				Map<String, String> facts = new TreeMap<>(done.facts());
				facts.put(fact, value);
				// a gateway answers what it asks
				come(from, to(way.to(), facts, judged(done, node.getId(), facts)));
			}
		}
	}

	private At to(String place, Map<String, String> facts, At flags) {
		Map<String, String> kept = new TreeMap<>(facts);
		kept.keySet().retainAll(this.ways.live(place));
		return new At(place, kept, flags.where(), flags.needed(), flags.never());
	}

	/** What coming to a place means for the promise. */
	private At arrived(At at) {
		if (this.promise == null) {
			return at;
		}
		boolean anew = this.promise.since().contains(at.place());
		boolean come = this.promise.needs().contains(Promise.coming(at.place()));
		return new At(at.place(), at.facts(), at.where() && !anew, come || (at.needed() && !anew), at.never() && !anew);
	}

	/** What an element that is done means for the promise. */
	private At judged(At at, String element, Map<String, String> said) {
		if (this.promise == null) {
			return new At(at.place(), said, false, false, false);
		}
		boolean anew = this.promise.since().contains(element) && at.place().endsWith(Ways.LEFT);
		return new At(at.place(), said, said(this.promise.where(), element, said) || (!anew && at.where()),
				said(this.promise.needs(), element, said) || (!anew && at.needed()),
				said(this.promise.never(), element, said) || (!anew && at.never()));
	}

	private static boolean said(List<Promise.Answer> answers, String element, Map<String, String> said) {
		return answers.stream()
			.anyMatch((answer) -> answer.element().equals(element) && (answer.variable() == null
					|| (said.containsKey(answer.variable()) && answer.codes().contains(said.get(answer.variable())))));
	}

	private Stream<Promise.Answer> promised() {
		return Stream.of(this.promise.where(), this.promise.needs(), this.promise.never()).flatMap(List::stream);
	}

	/** Every way to answer these facts. */
	private List<Map<String, String>> every(Map<String, String> facts, List<String> answers, int index) {
		if (index == answers.size()) {
			return List.of(facts);
		}
		String fact = answers.get(index);
		List<Map<String, String>> all = new ArrayList<>();
		Set<String> known = this.codes.of(fact);
		for (String code : known.isEmpty() ? Set.of("") : known) {
			Map<String, String> said = new TreeMap<>(facts);
			said.put(fact, code);
			all.addAll(every(said, answers, index + 1));
		}
		return all;
	}

}
