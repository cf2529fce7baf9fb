package org.imprimatur.history;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.imprimatur.kernel.LondonTime;
import org.imprimatur.models.Diagram;
import org.imprimatur.models.Diagram.Element;
import org.imprimatur.models.Diagram.Sort;
import org.imprimatur.models.Diagrams;
import org.imprimatur.security.People;
import org.imprimatur.tasks.Happening;
import org.imprimatur.tasks.Story;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What happened to an item, oldest first: what the feature tells, and to each step what
 * the engine knows of it. Steps that left no other record, timers and what administrators
 * did are entries of their own.
 */
@Component
public class Timeline {

	private static final String PROGRAM = "Imprimatur";

	/** Rows of one act are written within it. */
	private static final Duration MOMENT = Duration.ofSeconds(2);

	private final Story story;

	private final Doings doings;

	private final Trail trail;

	private final Steps steps;

	private final Diagrams diagrams;

	private final OutcomeWords outcomes;

	private final People people;

	private final JdbcClient jdbc;

	private final Clock clock;

	Timeline(Story story, Doings doings, Trail trail, Steps steps, Diagrams diagrams, OutcomeWords outcomes,
			People people, JdbcClient jdbc, Clock clock) {
		this.story = story;
		this.doings = doings;
		this.trail = trail;
		this.steps = steps;
		this.diagrams = diagrams;
		this.outcomes = outcomes;
		this.people = people;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** What sort of entry it is. */
	public enum Kind {

		/** A person did it. */
		PERSON,
		/** The program did it by itself. */
		PROGRAM,
		/** An administrator changed something in the engine. */
		ADMINISTRATOR

	}

	/**
	 * One entry.
	 *
	 * @param role of whoever did it; null if it was done at no step
	 * @param behalf whom it was done for; null if for nobody
	 * @param version number of the version it was done on; 0 if that was not kept
	 * @param because why that person was asked; null if that was not kept
	 * @param took in working time; null if it was done at no step
	 * @param late whether it was done after its deadline
	 * @param model the model and version in force; null if it was done at no step
	 * @param policy the version of the policy in force; null if that was not kept
	 */
	public record Entry(Kind kind, Instant when, String who, String title, String text, String role, String behalf,
			int version, String because, String took, boolean late, String model, String policy) {

		public String at() {
			return LondonTime.dateTime(this.when);
		}

		public String policyInWords() {
			return (this.policy != null) ? "Policy: version " + this.policy + "."
					: "The version of the policy was not kept then.";
		}

		/** Whether it was done at a step of a person. */
		boolean isStep() {
			return this.took != null;
		}

		public boolean administrator() {
			return this.kind == Kind.ADMINISTRATOR;
		}

	}

	/** What holds for the item now, a sentence each. */
	List<String> notices(String reference) {
		return this.story.notices(reference);
	}

	/** What its steps tell that is out of the ordinary. */
	Set<Mark> marks(String reference) {
		return new LinkedHashSet<>(this.steps.facts(reference).marks());
	}

	List<Entry> of(String reference, RecordedItems feature) {
		Map<String, Doing> byTask = new HashMap<>();
		this.doings.of(reference).forEach((one) -> byTask.put(one.taskId(), one));
		Map<String, Shown> shown = feature.shown(reference);
		Map<String, String> behalf = behalf(reference);
		List<Happening> happened = this.story.all(reference, feature.happened(reference));
		Map<Happening, Doing> acts = acts(happened, byTask);
		List<Entry> all = new ArrayList<>();
		happened.forEach(
				(one) -> all.add(entry(one.when(), one.who(), one.title(), one.text(), acts.get(one), shown, behalf)));
		byTask.values()
			.stream()
			.filter((step) -> !step.isOpen() && !acts.containsValue(step))
			.forEach((step) -> all.add(untold(step, shown, behalf)));
		all.addAll(timers(reference));
		all.addAll(administered(reference));
		all.sort(Comparator.comparing(Entry::when));
		return all;
	}

	private Entry entry(Instant when, String who, String title, String text, Doing step, Map<String, Shown> shown,
			Map<String, String> behalf) {
		Kind kind = who.equals(PROGRAM) ? Kind.PROGRAM : Kind.PERSON;
		if (step == null) {
			return new Entry(kind, when, who, title, text, null, null, 0, null, null, false, null, null);
		}
		Optional<Diagram> diagram = this.diagrams.find(step.definition());
		Shown seen = shown.getOrDefault(step.taskId(), new Shown(null, 0));
		return new Entry(kind, when, who, title, text, element(diagram, step).map(Element::role).orElse(null),
				behalf.get(step.taskId()), seen.version(), seen.because(), Spans.working(step.workingSeconds()),
				step.isLate(this.clock.instant()), diagram.map(CasePath::modelOf).orElse(null), step.policy());
	}

	/**
	 * In which step each was done: the one its row names, or else the step that the same
	 * person did at the same moment.
	 */
	private Map<Happening, Doing> acts(List<Happening> happened, Map<String, Doing> steps) {
		Map<Happening, Doing> acts = new IdentityHashMap<>();
		happened.stream()
			.filter((one) -> one.taskId() != null && steps.containsKey(one.taskId()))
			.forEach((one) -> acts.put(one, steps.get(one.taskId())));
		steps.values()
			.stream()
			.filter((step) -> step.isDone() && step.person() != null && !acts.containsValue(step))
			.forEach((step) -> happened.stream()
				.filter((one) -> one.taskId() == null && !acts.containsKey(one)
						&& one.who().equals(this.people.nameOf(step.person()))
						&& Duration.between(one.when(), step.endedAt()).abs().compareTo(MOMENT) < 0)
				.reduce((first, last) -> last)
				.ifPresent((one) -> acts.put(one, step)));
		return acts;
	}

	/** A step that left no row anywhere else. */
	private Entry untold(Doing step, Map<String, Shown> shown, Map<String, String> behalf) {
		String label = element(this.diagrams.find(step.definition()), step).map(Element::label)
			.orElse(Found.words(step.task()));
		if (!step.isDone()) {
			return entry(step.endedAt(), PROGRAM, "No longer asked for: " + label, null, step, shown, behalf);
		}
		String outcome = this.outcomes.of(step.task(), step.outcome());
		return entry(step.endedAt(), (step.person() != null) ? this.people.nameOf(step.person()) : PROGRAM,
				label + (outcome.isEmpty() ? "" : ": " + outcome.toLowerCase(Locale.UK)), null, step, shown, behalf);
	}

	private static Optional<Element> element(Optional<Diagram> diagram, Doing step) {
		return diagram.map((one) -> one.elements().get(step.task()));
	}

	private List<Entry> timers(String reference) {
		List<Entry> timers = new ArrayList<>();
		this.trail.takenFor(reference)
			.forEach((taken) -> this.diagrams.find(taken.definition()).ifPresent((diagram) -> {
				Diagram.Flow flow = diagram.flows().get(taken.flow());
				Element from = (flow != null) ? diagram.elements().get(flow.from()) : null;
				if (from != null && from.sort() == Sort.TIMER) {
					timers.add(new Entry(Kind.PROGRAM, taken.at(), PROGRAM,
							"Time came: " + (from.label().isEmpty() ? Found.words(from.id()) : from.label()), null,
							null, null, 0, null, null, false, CasePath.modelOf(diagram), null));
				}
			}));
		return timers;
	}

	private List<Entry> administered(String reference) {
		return this.jdbc.sql("select at, person, act, detail from intervention where reference = ? order by id")
			.param(reference)
			.query((row, number) -> new Entry(Kind.ADMINISTRATOR, row.getTimestamp("at").toInstant(),
					this.people.nameOf(row.getString("person")),
					"Changed in the engine by an administrator: " + plain(row.getString("act")),
					row.getString("detail"), null, null, 0, null, null, false, null, null))
			.list();
	}

	/** The engine's name of an act as words: "DeleteJobCmd" is "delete job". */
	private static String plain(String act) {
		if (act.equals("MoveToVersion")) {
			return "moved to another version of the procedure";
		}
		return act.replaceAll("(Cmd|Command)$", "").replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.UK);
	}

	/** By the id of the task: whose step it was when somebody else did it. */
	private Map<String, String> behalf(String reference) {
		Map<String, String> behalf = new HashMap<>();
		this.jdbc.sql("select task_id, from_person, as_deputy from task_takeover where reference = ? order by id")
			.param(reference)
			.query((row) -> {
				behalf.put(row.getString("task_id"), this.people.nameOf(row.getString("from_person")) + ", who was away"
						+ (row.getBoolean("as_deputy") ? ", as their deputy" : ""));
			});
		return behalf;
	}

}
