package org.imprimatur.incidents;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.imprimatur.deadlines.Deadlines;
import org.imprimatur.incidents.IncidentEscalation.Task;
import org.imprimatur.incidents.IncidentEscalations.OpenTask;
import org.imprimatur.incidents.Waits.Wait;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.ProcessFace;
import org.imprimatur.security.Person;

import org.springframework.stereotype.Component;

/**
 * Every clock that runs about incidents, of law and of policy, side by side: from when it
 * counts, how long, what stops it and who holds it. Nobody sees a clock of an incident
 * that is about them.
 */
@Component
@Policy({ "CEO", "BOARD", "TRUSTEES" })
public class Clocks {

	private static final Map<String, String> STOPS = Map.ofEntries(
			Map.entry("triage-incident", "The assessment of the incident"),
			Map.entry("confirm-triage", "The agreement of a second person, or the higher risk"),
			Map.entry("handle-incident", "Closing with a reason, or escalating"),
			Map.entry("decide-breach-notification", "The decision of the Data Protection Lead, and nothing else"),
			Map.entry("acknowledge-incident", "That person’s own acknowledgement, and nobody else’s"),
			Map.entry("prepare-incident-brief", "The written brief"),
			Map.entry("review-incident", "The review with its lessons"),
			Map.entry("prepare-board-report", "The report to that Board"),
			Map.entry("acknowledge-board-notice", "That member’s own acknowledgement"),
			Map.entry("record-board-minute", "The reference of the minute"),
			Map.entry("assess-relevance", "The decision of the Chair or who stands in"),
			Map.entry("give-view", "That Trustee’s own view, or a declared conflict"),
			Map.entry("record-trustees-decision", "The recorded decision of the Trustees"),
			Map.entry("submit-serious-incident-report", "The Commission’s reference"));

	private final Incidents incidents;

	private final IncidentAccess access;

	private final IncidentEscalations engine;

	private final IncidentRecord record;

	private final Deadlines deadlines;

	private final List<ProcessFace> faces;

	private final BoardRecord boards;

	private final Waits waits;

	private final Clock clock;

	Clocks(Incidents incidents, IncidentAccess access, IncidentEscalations engine, IncidentRecord record,
			Deadlines deadlines, List<ProcessFace> faces, BoardRecord boards, Waits waits, Clock clock) {
		this.incidents = incidents;
		this.access = access;
		this.engine = engine;
		this.record = record;
		this.deadlines = deadlines;
		this.faces = faces;
		this.boards = boards;
		this.waits = waits;
		this.clock = clock;
	}

	/**
	 * One clock that runs.
	 *
	 * @param taskId the task it belongs to; null for a wait in which nobody has a task
	 * @param law whether the law sets it; otherwise policy, or a default of ours
	 * @param arithmetic from when it counts and how long, as a sentence
	 * @param due the moment, with London's offset
	 * @param left until then, or since then, in words
	 */
	public record Running(String reference, String title, String name, String taskId, boolean law, String arithmetic,
			String due, String left, boolean overdue, String stops, String who) {
	}

	/** Those about incidents that the person may read, the most urgent first. */
	public List<Running> runningFor(Person person) {
		List<Timed> all = new ArrayList<>();
		for (String reference : this.incidents.open()) {
			if (this.access.maySee(reference, person)) {
				all.addAll(of(reference));
			}
		}
		all.sort(Comparator.comparing(Timed::due));
		return all.stream().map(Timed::running).toList();
	}

	/** Those of one incident, the most urgent first. */
	public List<Running> runningOf(String reference) {
		return of(reference).stream().sorted(Comparator.comparing(Timed::due)).map(Timed::running).toList();
	}

	private record Timed(Instant due, Running running) {
	}

	private List<Timed> of(String reference) {
		IncidentFacts facts = this.incidents.facts(reference);
		Optional<Assessment> assessment = this.incidents.assessment(reference);
		String urgency = IncidentEscalations.urgency(facts, assessment.orElse(null)).name();
		String title = this.record.title(reference);
		List<Timed> all = new ArrayList<>();
		for (OpenTask task : this.engine.open(reference)) {
			if (task.due() == null) {
				continue;
			}
			boolean law = task.task().equals(Task.DECIDE_BREACH_NOTIFICATION.id());
			Instant from = law ? facts.awareAt() : task.since();
			String allowed = allowed(task.task(), urgency, from, task.due());
			all.add(timed(reference, title, name(task), task.id(), law,
					(law ? "We became aware on " : "Asked on ") + LondonTime.dateTime(from) + allowed, task.due(),
					STOPS.getOrDefault(task.task(), "The task itself"), this.record.who(task)));
			if (task.task().equals(Task.TRIAGE_INCIDENT.id()) && assessment.isEmpty()) {
				Instant taken = this.engine.due(IncidentEscalation.KEY, "untriaged", urgency, task.since());
				all.add(timed(reference, title, "Counts as significant unless assessed", task.id(), false,
						"Reported on " + LondonTime.dateTime(task.since()) + " + "
								+ this.deadlines.allowed(IncidentEscalation.KEY, "untriaged", urgency),
						taken, STOPS.get(task.task()), this.record.who(task)));
			}
		}
		for (Wait wait : this.waits.of(reference)) {
			all.add(timed(reference, title, wait.title(), null, false, wait.counted(), wait.until(), wait.stops(),
					wait.who()));
		}
		return all;
	}

	/** The name of a task, and for which Board where there is one such task for each. */
	private String name(OpenTask task) {
		return task.name()
				+ this.boards.target(task.caseId()).map((target) -> ", " + target.board().label()).orElse("");
	}

	/** How long the table allows, if that is how this clock came to its due date. */
	private String allowed(String task, String urgency, Instant from, Instant due) {
		boolean fixed = false;
		for (String asked : List.of(urgency, "NORMAL", "URGENT")) {
			for (ProcessFace face : this.faces) {
				if (face.feature().equals("incidents") && face.task(task).isPresent()) {
					try {
						Instant counted = this.deadlines.of(face.key(), task, asked, from);
						if (Duration.between(counted, due).abs().toSeconds() < 60) {
							return " + " + this.deadlines.allowed(face.key(), task, asked);
						}
					}
					catch (IllegalStateException ex) {
						// it may be due on a date of its own, such as when papers close
						fixed = true;
					}
				}
			}
		}
		return fixed ? "; it is due on a fixed date" : "; its date was set for this case";
	}

	private Timed timed(String reference, String title, String name, String taskId, boolean law, String arithmetic,
			Instant due, String stops, String who) {
		Duration left = Duration.between(this.clock.instant(), due);
		boolean overdue = left.isNegative();
		return new Timed(due,
				new Running(reference, title, name, taskId, law, arithmetic + " = " + LondonTime.dateTimeWithZone(due),
						LondonTime.iso(due), words(left.abs()) + (overdue ? " overdue" : " left"), overdue, stops,
						who));
	}

	/** Time by the clock, such as "1 day 2 hours"; the two largest parts. */
	static String words(Duration time) {
		if (time.toDays() > 0) {
			return part(time.toDays(), "day") + " " + part(time.toHoursPart(), "hour");
		}
		return part(time.toHours(), "hour") + " " + part(time.toMinutesPart(), "minute");
	}

	private static String part(long count, String unit) {
		return count + " " + unit + ((count != 1) ? "s" : "");
	}

}
