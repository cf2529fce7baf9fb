package org.imprimatur.incidents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.imprimatur.accounts.Account;
import org.imprimatur.accounts.Accounts;
import org.imprimatur.incidents.IncidentEscalation.Ending;
import org.imprimatur.incidents.IncidentEscalations.OpenTask;
import org.imprimatur.incidents.Waits.Wait;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.media.MediaFile;
import org.imprimatur.media.MediaFiles;
import org.imprimatur.security.People;
import org.imprimatur.tasks.Happening;

import org.springframework.stereotype.Component;

/** An incident in words, for the pages. */
@Component
public class IncidentRecord {

	private static final int TITLE = 60;

	/** How many open tasks one sentence names. */
	private static final int NEXT = 2;

	/** Fields that hold a login. */
	private static final Set<String> PEOPLE = Set.of("reporter", "agreedBy", "person");

	private final Incidents incidents;

	private final IncidentEscalations engine;

	private final Accounts accounts;

	private final MediaFiles media;

	private final People people;

	private final BoardWords boards;

	private final Waits waits;

	IncidentRecord(Incidents incidents, IncidentEscalations engine, Accounts accounts, MediaFiles media, People people,
			BoardWords boards, Waits waits) {
		this.incidents = incidents;
		this.engine = engine;
		this.accounts = accounts;
		this.media = media;
		this.people = people;
		this.boards = boards;
		this.waits = waits;
	}

	/**
	 * One incident for a page and for machines.
	 *
	 * @param state where it is now, as a sentence
	 * @param what as it was typed
	 * @param facts what is known, value by label
	 * @param assessed how serious it is held to be, value by label; empty if nobody said
	 * @param danger whether somebody may be in danger now
	 * @param files pictures, films and documents that belong to it
	 */
	public record View(String reference, String title, String state, String what, int version,
			Map<String, String> facts, Map<String, String> assessed, boolean danger, boolean restricted,
			List<MediaFile> files) {
	}

	public View view(String reference) {
		IncidentFacts facts = this.incidents.facts(reference);
		return new View(reference, title(reference), state(reference), facts.what(), facts.number(), rows(facts),
				this.incidents.assessment(reference).map(this::rows).orElseGet(Map::of),
				facts.immediateDanger() == Fact.YES, facts.isRestricted(),
				this.incidents.files(reference).stream().flatMap((file) -> this.media.find(file).stream()).toList());
	}

	/** The first words of what happened. */
	public String title(String reference) {
		String line = this.incidents.facts(reference).what().strip().replaceAll("\\s+", " ");
		if (line.codePointCount(0, line.length()) <= TITLE) {
			return line;
		}
		String start = line.substring(0, line.offsetByCodePoints(0, TITLE));
		int space = start.lastIndexOf(' ');
		return ((space > 20) ? start.substring(0, space) : start) + "…";
	}

	/** Where it is now, as a sentence. */
	public String state(String reference) {
		List<String> waits = Stream
			.concat(this.engine.open(reference).stream().map(this::words),
					this.waits.of(reference).stream().map(Wait::words))
			.distinct()
			.toList();
		if (!waits.isEmpty()) {
			int more = waits.size() - NEXT;
			return "Open. Waits for " + waits.stream().limit(NEXT).collect(Collectors.joining("; "))
					+ ((more > 0) ? "; and " + more + " more" : "") + ".";
		}
		List<IncidentCase> cases = this.incidents.cases(reference);
		return cases.stream()
			.filter(this.incidents::isOpen)
			.findFirst()
			.map((one) -> "Open. On its way to the next step.")
			.orElseGet(() -> cases.stream()
				.filter((one) -> one.process().equals(IncidentEscalation.KEY))
				.reduce((first, second) -> second)
				.flatMap((one) -> this.incidents.ending(one.caseId()))
				.map((ending) -> Ending.words(ending.ending()) + " on " + LondonTime.dateTime(ending.endedAt()) + ".")
				.orElse(""));
	}

	/** What is open about it, the most urgent first, each as a few words by its task. */
	public Map<String, String> open(String reference) {
		Map<String, String> open = new LinkedHashMap<>();
		this.engine.open(reference).forEach((task) -> open.put(task.id(), words(task)));
		return open;
	}

	/** What is waited for without anybody having a task, and what ends each wait. */
	public List<Wait> waits(String reference) {
		return this.waits.of(reference);
	}

	private String words(OpenTask task) {
		return "“" + task.name() + "” by " + who(task)
				+ ((task.due() != null) ? ", due " + LondonTime.dateTime(task.due()) : "");
	}

	/** How far it is, for whoever reported it: nothing of what others wrote. */
	public String stateForReporter(String reference) {
		boolean open = this.incidents.cases(reference).stream().anyMatch(this.incidents::isOpen);
		boolean assessed = this.incidents.assessments(reference).stream().anyMatch((one) -> one.assessedBy() != null);
		if (!open) {
			return "It has been dealt with.";
		}
		return assessed ? "It has been assessed and is being dealt with."
				: "It has been received and waits to be assessed.";
	}

	/** Who has to do a task. */
	public String who(OpenTask task) {
		if (task.assignee() != null) {
			return this.people.nameOf(task.assignee());
		}
		return Stream
			.concat(task.groups().stream().map(this.people::nameOfGroup),
					task.people().stream().map(this.people::nameOf))
			.collect(Collectors.joining(", "));
	}

	/** Everything that happened to it, in any order. */
	public List<Happening> happened(String reference) {
		List<Happening> all = new ArrayList<>();
		for (IncidentFacts facts : this.incidents.revisions(reference)) {
			all.add(new Happening(
					facts.recordedAt(), this.people.nameOf(facts.recordedBy()), (facts.number() == 1)
							? "Incident reported" : "What is known was corrected: version " + facts.number(),
					facts.why()));
		}
		for (Assessment assessment : this.incidents.assessments(reference)) {
			all.add(new Happening(assessment.assessedAt(), name(assessment.assessedBy()),
					assessment.origin().label() + ": risk " + assessment.risk().label().toLowerCase()
							+ ((assessment.severity() != null) ? ", severity " + assessment.severity().label() : ""),
					assessment.riskReason(), assessment.taskId()));
		}
		for (IncidentDuty duty : this.incidents.duties(reference)) {
			all.add(new Happening(duty.begunAt(), "Imprimatur", duty.person().isEmpty()
					? "Begun: " + duty.duty().label() : "Told: " + this.people.nameOf(duty.person()), duty.cause()));
		}
		for (IncidentAct act : this.incidents.acts(reference)) {
			all.add(new Happening(act.doneAt(), this.people.nameOf(act.doneBy()),
					IncidentWords.title(act.task(), act.outcome()), words(act), act.taskId()));
		}
		for (IncidentCase one : this.incidents.cases(reference)) {
			this.incidents.ending(one.caseId())
				.map((ending) -> new Happening(ending.endedAt(), "Imprimatur",
						IncidentWords.ended(one.process(), ending.ending()), null))
				.filter((happening) -> !happening.title().isEmpty())
				.ifPresent(all::add);
		}
		all.addAll(this.boards.happened(reference));
		all.sort(Comparator.comparing(Happening::when));
		return all;
	}

	private String words(IncidentAct act) {
		List<String> lines = new ArrayList<>();
		if (act.reason() != null) {
			lines.add(act.reason());
		}
		act.fields().forEach((name, values) -> {
			if (!values.equals(List.of(Conflict.NONE.name()))) {
				lines.add(IncidentWords.label(name) + ": "
						+ values.stream().map((value) -> words(name, value)).collect(Collectors.joining(", ")));
			}
		});
		return lines.isEmpty() ? null : String.join("\n", lines);
	}

	/** Logins as names, times as people write them, all else as it was typed. */
	private String words(String field, String value) {
		if (PEOPLE.contains(field)) {
			return this.people.nameOf(value);
		}
		if ((field.endsWith("At") || field.endsWith("Due") || field.equals("meeting"))
				&& value.matches("\\d{4}-\\d{2}-\\d{2}T.*")) {
			return LondonTime.dateTime(LondonTime.parse(value));
		}
		return value;
	}

	/** What one version of the facts says, value by label. */
	Map<String, String> rows(IncidentFacts facts) {
		Map<String, String> rows = new LinkedHashMap<>();
		put(rows, "Account", (facts.account() != null)
				? this.accounts.find(facts.account()).map(Account::name).orElse(facts.account()) : null);
		put(rows, "Address", facts.url());
		put(rows, "Seen", time(facts.seenAt()));
		put(rows, "May harm", labels(facts.affected(), Affected.class));
		put(rows, "Somebody in danger now", facts.immediateDanger().label());
		put(rows, "Personal data concerned", facts.personalData().label());
		put(rows, "It is about", labels(facts.concerns(), Concern.class));
		put(rows, "People here it is about",
				facts.subjectLogins().stream().map(this.people::nameOf).collect(Collectors.joining(", ")));
		put(rows, "Post", facts.post());
		put(rows, "We became aware", time(facts.awareAt()));
		put(rows, "How we became aware", facts.awareHow());
		return rows;
	}

	private Map<String, String> rows(Assessment one) {
		Map<String, String> rows = new LinkedHashMap<>();
		put(rows, "Risk of significant harm", one.risk().label() + ": " + one.riskReason());
		put(rows, "Suggested by the facts", one.suggested().label());
		put(rows, "Severity", (one.severity() != null) ? one.severity().label() : null);
		put(rows, "Boards concerned", labels(one.entities(), Entity.class));
		put(rows, "Why these Boards", one.entitiesReason());
		put(rows, "Breach of personal data", one.personalDataBreach().label());
		put(rows, "Potential crisis", one.crisis().label());
		put(rows, "Answer in public", (one.response() != null)
				? one.response().label() + ((one.responseReason() != null) ? ": " + one.responseReason() : "") : null);
		put(rows, "Assessed", LondonTime.dateTime(one.assessedAt()) + " by " + name(one.assessedBy()) + " ("
				+ one.origin().label() + ")");
		return rows;
	}

	private String name(String login) {
		return (login != null) ? this.people.nameOf(login) : "Imprimatur";
	}

	private static String time(Instant time) {
		return (time != null) ? LondonTime.dateTime(time) : null;
	}

	private static <E extends Enum<E> & org.imprimatur.kernel.Outcome> String labels(String codes, Class<E> type) {
		return IncidentFacts.list(codes)
			.stream()
			.map((code) -> Enum.valueOf(type, code).label())
			.collect(Collectors.joining(", "));
	}

	private static void put(Map<String, String> rows, String label, String value) {
		if (value != null && !value.isBlank()) {
			rows.put(label, value);
		}
	}

}
