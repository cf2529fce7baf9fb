package org.imprimatur.history;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.imprimatur.history.CasePath.Line;
import org.imprimatur.history.CasePath.Stop;
import org.imprimatur.history.ItemStory.Meaning;
import org.imprimatur.history.Trail.Taken;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.models.Diagram;
import org.imprimatur.models.Diagram.Element;
import org.imprimatur.models.Diagram.Flow;
import org.imprimatur.models.Diagram.Sort;
import org.imprimatur.models.Diagrams;
import org.imprimatur.models.PolicyTexts;
import org.imprimatur.security.People;

import org.springframework.stereotype.Component;

/**
 * The exact path of each case of an item, called ones included: from the flows it took,
 * the steps people did, and where it is now.
 */
@Component
class Paths {

	/** The engine keeps when a task was made a little less exactly than the trail. */
	private static final Duration EXACT = Duration.ofSeconds(1);

	private final Trail trail;

	private final Doings doings;

	private final Diagrams diagrams;

	private final PolicyTexts policy;

	private final OutcomeWords outcomes;

	private final People people;

	private final Clock clock;

	Paths(Trail trail, Doings doings, Diagrams diagrams, PolicyTexts policy, OutcomeWords outcomes, People people,
			Clock clock) {
		this.trail = trail;
		this.doings = doings;
		this.diagrams = diagrams;
		this.policy = policy;
		this.outcomes = outcomes;
		this.people = people;
		this.clock = clock;
	}

	/** An arrival before anything is known of what was done there. */
	private static final class Arrival {

		private final Element element;

		private final Instant at;

		private final List<Doing> doings = new ArrayList<>();

		private String answer;

		private Instant leftAt;

		private boolean open;

		Arrival(Element element, Instant at) {
			this.element = element;
			this.at = at;
		}

	}

	/** In the order in which they began; those whose model is gone are left out. */
	List<CasePath> of(String reference) {
		Map<String, List<Taken>> cases = this.trail.takenFor(reference)
			.stream()
			.collect(Collectors.groupingBy(Taken::caseId, LinkedHashMap::new, Collectors.toList()));
		List<Doing> steps = this.doings.of(reference);
		List<Doings.Open> open = this.doings.open(reference);
		List<CasePath> paths = new ArrayList<>();
		cases
			.forEach((caseId, taken) -> this.diagrams.find(taken.get(taken.size() - 1).definition())
				.ifPresent((diagram) -> paths.add(path(caseId, diagram, taken,
						steps.stream().filter((one) -> one.caseId().equals(caseId)).toList(),
						open.stream()
							.filter((one) -> one.caseId().equals(caseId))
							.map(Doings.Open::element)
							.collect(Collectors.toCollection(LinkedHashSet::new))))));
		return paths;
	}

	private CasePath path(String caseId, Diagram diagram, List<Taken> taken, List<Doing> steps, Set<String> open) {
		Map<String, Integer> flows = new LinkedHashMap<>();
		List<Arrival> arrivals = new ArrayList<>();
		for (Taken one : taken) {
			flows.merge(one.flow(), 1, Integer::sum);
			Flow flow = diagram.flows().get(one.flow());
			if (flow == null) {
				continue;
			}
			Element from = diagram.elements().get(flow.from());
			if (from.entry()) {
				arrivals.add(new Arrival(from, one.at()));
			}
			left(arrivals, from, flow, one.at());
			arrivals.add(new Arrival(diagram.elements().get(flow.to()), one.at()));
		}
		steps.stream()
			.collect(Collectors.groupingBy(Doing::task, LinkedHashMap::new, Collectors.toList()))
			.forEach((task, all) -> put(diagram, arrivals, task, all));
		open.forEach((id) -> stand(diagram, arrivals, id));
		arrivals.sort(Comparator.comparing((Arrival one) -> one.at));
		return new CasePath(caseId, diagram, stops(arrivals), flows, open);
	}

	/** The earliest arrival that has not gone on is the one that goes on now. */
	private static void left(List<Arrival> arrivals, Element from, Flow flow, Instant at) {
		arrivals.stream().filter((one) -> one.element == from && one.leftAt == null).findFirst().ifPresent((one) -> {
			one.leftAt = at;
			if (from.sort() == Sort.QUESTION && !flow.label().isEmpty()) {
				one.answer = flow.label();
			}
		});
	}

	/**
	 * As many arrivals as steps: one each, in order. Otherwise several people were asked
	 * at one arrival, and each step belongs to the last arrival before it. A step without
	 * an arrival that lasts until it was offered was begun by an administrator.
	 */
	private static void put(Diagram diagram, List<Arrival> arrivals, String task, List<Doing> steps) {
		List<Arrival> here = arrivals.stream().filter((one) -> one.element.id().equals(task)).toList();
		for (int i = 0; i < steps.size(); i++) {
			Doing step = steps.get(i);
			Arrival arrival = null;
			if (here.size() == steps.size()) {
				arrival = here.get(i);
			}
			else {
				for (Arrival one : here) {
					arrival = one.at.isAfter(step.offeredAt().plus(EXACT)) ? arrival : one;
				}
				if (arrival != null && arrival.leftAt != null
						&& arrival.leftAt.isBefore(step.offeredAt().minus(EXACT))) {
					arrival = null;
				}
			}
			if (arrival == null && diagram.elements().containsKey(task)) {
				arrival = new Arrival(diagram.elements().get(task), step.offeredAt());
				arrivals.add(arrival);
			}
			if (arrival != null) {
				arrival.doings.add(step);
			}
		}
	}

	private static void stand(Diagram diagram, List<Arrival> arrivals, String id) {
		Element element = diagram.elements().get(id);
		if (element != null) {
			arrivals.stream()
				.filter((one) -> one.element == element && one.leftAt == null)
				.reduce((first, last) -> last)
				.ifPresent((one) -> one.open = true);
		}
	}

	private List<Stop> stops(List<Arrival> arrivals) {
		Map<Element, Integer> times = new HashMap<>();
		arrivals.forEach((one) -> times.merge(one.element, 1, Integer::sum));
		Map<Element, Integer> so = new HashMap<>();
		List<Stop> stops = new ArrayList<>();
		for (Arrival one : arrivals) {
			int time = so.merge(one.element, 1, Integer::sum);
			if (one.element.label().isEmpty()) {
				continue;
			}
			stops.add(new Stop(one.element, one.at, one.answer, time, times.get(one.element), one.open,
					(one.leftAt != null) ? Duration.between(one.at, one.leftAt) : null, meaning(one.element),
					one.doings.stream().map(this::line).toList()));
		}
		return stops;
	}

	Meaning meaning(Element element) {
		PolicyTexts.Cited cited = this.policy.cited(element.documentation());
		return new Meaning(element.label(), element.sort().label(), element.role(), cited.sentence(),
				(cited.obligation() != null)
						? cited.obligation().title() + " (section " + cited.obligation().section() + " of the policy)"
						: "");
	}

	private Line line(Doing one) {
		String who = one.isOpen()
				? ((one.person() != null) ? "Waits for " + this.people.nameOf(one.person()) : "Waits to be taken up")
				: one.isDone()
						? "Done by " + ((one.person() != null) ? this.people.nameOf(one.person()) : "the program")
						: "Taken away before anybody did it";
		return new Line(who, this.outcomes.of(one.task(), one.outcome()), Spans.working(one.workingSeconds()),
				(one.dueAt() != null) ? LondonTime.dateTime(one.dueAt()) : null, one.isLate(this.clock.instant()),
				one.isOpen());
	}

}
