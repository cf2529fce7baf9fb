package org.imprimatur.history;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.ProcessFace;
import org.imprimatur.models.Diagram;
import org.imprimatur.models.Diagram.Element;
import org.imprimatur.models.Diagram.Flow;
import org.imprimatur.models.Diagrams;
import org.imprimatur.models.Traffic;
import org.imprimatur.security.Person;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many cases came to each element of a process, and how long it took there: steps of
 * people in working time, as they did them; whatever else waits, by the clock.
 */
@Component
@Policy({ "APPROVED", "ONE-LOGIN" })
class ElementTraffic implements Traffic {

	private static final String TAKEN = """
			select reference, case_id, definition, flow, taken_at from trail
			where taken_at >= :since and taken_at <= :now and definition in (:definitions) order by case_id, id""";

	private static final String DONE = """
			select reference, task, working_seconds from history_step
			where ended_at >= :since and ended_at <= :now and way = 'DONE' and definition in (:definitions)""";

	/** Nobody waits where it took less. */
	private static final long SHORTEST = 60;

	/** Fewer say too much to whoever may not find the items. */
	private static final int FEWEST = 5;

	private final JdbcClient jdbc;

	private final Diagrams diagrams;

	private final List<ProcessFace> faces;

	private final List<RecordedItems> features;

	private final Clock clock;

	ElementTraffic(JdbcClient jdbc, Diagrams diagrams, List<ProcessFace> faces, List<RecordedItems> features,
			Clock clock) {
		this.jdbc = jdbc;
		this.diagrams = diagrams;
		this.faces = faces;
		this.features = features;
		this.clock = clock;
	}

	@Override
	public Lately since(String process, Instant since, Person person) {
		List<RecordedItems> asked = this.features.stream()
			.filter((one) -> this.faces.stream()
				.anyMatch((face) -> face.key().equals(process) && face.feature().equals(one.feature())))
			.toList();
		boolean small = asked.stream().noneMatch((one) -> one.hidesSmallNumbers() && one.audience(person).isEmpty());
		int fewest = small ? 1 : FEWEST;
		Map<String, Passed> told = new LinkedHashMap<>(passed(process, since, asked));
		told.values().removeIf((one) -> one.cases() < fewest);
		return new Lately(told, fewest);
	}

	private Map<String, Passed> passed(String process, Instant since, List<RecordedItems> asked) {
		Timestamp from = Timestamp.from(since);
		Timestamp now = Timestamp.from(this.clock.instant());
		Map<String, Diagram> versions = new HashMap<>();
		this.jdbc.sql("select distinct definition from trail where taken_at >= ? and taken_at <= ?")
			.params(from, now)
			.query(String.class)
			.list()
			.forEach((definition) -> this.diagrams.find(definition)
				.filter((one) -> one.key().equals(process))
				.ifPresent((one) -> versions.put(definition, one)));
		if (versions.isEmpty()) {
			return Map.of();
		}
		Predicate<String> counted = counted(asked);
		Walk walk = new Walk();
		this.jdbc.sql(TAKEN)
			.param("since", from)
			.param("now", now)
			.param("definitions", versions.keySet())
			.query((row) -> {
				Flow flow = versions.get(row.getString("definition")).flows().get(row.getString("flow"));
				if (flow != null && counted.test(row.getString("reference"))) {
					walk.take(row.getString("case_id"), versions.get(row.getString("definition")), flow,
							row.getTimestamp("taken_at").toInstant());
				}
			});
		Map<String, List<Long>> worked = new HashMap<>();
		this.jdbc.sql(DONE)
			.param("since", from)
			.param("now", now)
			.param("definitions", versions.keySet())
			.query((row) -> {
				if (counted.test(row.getString("reference"))) {
					worked.computeIfAbsent(row.getString("task"), (task) -> new ArrayList<>())
						.add(row.getLong("working_seconds"));
				}
			});
		return walk.passed(worked);
	}

	/** Whether an item counts: those do of which everybody may know who may search. */
	private static Predicate<String> counted(List<RecordedItems> asked) {
		Map<String, Boolean> known = new HashMap<>();
		return (reference) -> known.computeIfAbsent(String.valueOf(reference),
				(one) -> asked.stream().noneMatch((feature) -> feature.isRestricted(one)));
	}

	/** Goes along all cases, one after the other. */
	private static final class Walk {

		private final Map<String, Element> elements = new LinkedHashMap<>();

		private final Map<String, Long> cases = new HashMap<>();

		private final Map<String, String> lastCase = new HashMap<>();

		private final Map<String, List<Long>> waited = new HashMap<>();

		private final Map<String, Deque<Instant>> arrived = new HashMap<>();

		private String at = "";

		void take(String caseId, Diagram diagram, Flow flow, Instant when) {
			if (!caseId.equals(this.at)) {
				this.arrived.clear();
				this.at = caseId;
			}
			Element from = diagram.elements().get(flow.from());
			Element to = diagram.elements().get(flow.to());
			if (from.entry()) {
				count(from);
			}
			count(to);
			// whoever comes again is the one that goes on: the time before was
			// interrupted
			Instant since = this.arrived.getOrDefault(from.id(), new ArrayDeque<>()).pollLast();
			if (since != null) {
				this.waited.computeIfAbsent(from.id(), (id) -> new ArrayList<>())
					.add(Duration.between(since, when).toSeconds());
			}
			this.arrived.computeIfAbsent(to.id(), (id) -> new ArrayDeque<>()).add(when);
		}

		private void count(Element element) {
			this.elements.putIfAbsent(element.id(), element);
			if (!this.at.equals(this.lastCase.put(element.id(), this.at))) {
				this.cases.merge(element.id(), 1L, Long::sum);
			}
		}

		Map<String, Passed> passed(Map<String, List<Long>> worked) {
			Map<String, Passed> passed = new LinkedHashMap<>();
			this.elements
				.forEach((id, element) -> passed.put(id, new Passed(this.cases.get(id), took(element, worked))));
			return passed;
		}

		private String took(Element element, Map<String, List<Long>> worked) {
			if (element.sort() == Diagram.Sort.TASK) {
				List<Long> done = worked.getOrDefault(element.id(), List.of());
				return done.isEmpty() ? "" : Spans.working(median(done));
			}
			List<Long> waits = this.waited.getOrDefault(element.id(), List.of());
			long half = waits.isEmpty() ? 0 : median(waits);
			return (half < SHORTEST) ? "" : Spans.words(Duration.ofSeconds(half));
		}

		private static long median(List<Long> seconds) {
			List<Long> sorted = new ArrayList<>(seconds);
			Collections.sort(sorted);
			int middle = sorted.size() / 2;
			return (sorted.size() % 2 == 1) ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
		}

	}

}
