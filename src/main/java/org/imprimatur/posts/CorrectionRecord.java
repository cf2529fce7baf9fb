package org.imprimatur.posts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.imprimatur.accounts.Account;
import org.imprimatur.accounts.Accounts;
import org.imprimatur.accounts.CharityObject;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.media.MediaFiles;
import org.imprimatur.posts.PostCorrection.Ending;
import org.imprimatur.posts.PostCorrection.Task;
import org.imprimatur.security.People;
import org.imprimatur.tasks.Happening;

import org.springframework.stereotype.Component;

/**
 * What went wrong after release in words, for the pages: what happened, what was decided
 * and how fast.
 */
@Component
public class CorrectionRecord {

	private final Corrections corrections;

	private final PostCorrections engine;

	private final PostRecord record;

	private final Accounts accounts;

	private final MediaFiles media;

	private final Posters posters;

	private final People people;

	CorrectionRecord(Corrections corrections, PostCorrections engine, PostRecord record, Accounts accounts,
			MediaFiles media, Posters posters, People people) {
		this.posters = posters;
		this.corrections = corrections;
		this.engine = engine;
		this.record = record;
		this.accounts = accounts;
		this.media = media;
		this.people = people;
	}

	/**
	 * One correction for a page and for machines.
	 *
	 * @param rows value by label, in words
	 * @param decision KEEP, CORRECT or REMOVE; null while nothing is decided
	 * @param noticedAt with London's offset, as are the others; null while it has not
	 * come
	 * @param minutesToDecide from noticing, by the clock; null while nothing is decided
	 * @param minutesToFinish from noticing, by the clock; null while it is open
	 */
	public record View(String title, String state, String origin, String account, String decision, String ending,
			String noticedAt, String decidedAt, String finishedAt, Long minutesToDecide, Long minutesToFinish,
			Map<String, String> rows) {
	}

	/** Every correction of this item, the oldest first. */
	public List<View> of(String reference) {
		return this.corrections.of(reference).stream().map(this::view).toList();
	}

	View view(Correction one) {
		Optional<CorrectionJudgement> decided = this.corrections.judgement(one.caseId(), Task.DECIDE_CORRECTION);
		Optional<Instant> finished = finished(one);
		Map<String, String> rows = rows(one);
		decided.ifPresent((decision) -> put(rows, "Time to decide",
				words(Duration.between(one.startedAt(), decision.decidedAt()))));
		finished.ifPresent((at) -> put(rows, "Time until done", words(Duration.between(one.startedAt(), at))));
		return new View(one.origin().label() + ": " + accountName(one), state(one), one.origin().name(), one.account(),
				decided.map(CorrectionJudgement::decision).orElse(null),
				this.corrections.ending(one.caseId()).map(CorrectionEnding::ending).orElse(null),
				LondonTime.iso(one.startedAt()),
				decided.map((decision) -> LondonTime.iso(decision.decidedAt())).orElse(null),
				finished.map(LondonTime::iso).orElse(null),
				decided.map((decision) -> minutes(one.startedAt(), decision.decidedAt())).orElse(null),
				finished.map((at) -> minutes(one.startedAt(), at)).orElse(null), rows);
	}

	/** When the matter was done with: kept as decided, or done on the account. */
	private Optional<Instant> finished(Correction one) {
		return this.corrections.done(one.caseId())
			.map(CorrectionDone::doneAt)
			.or(() -> this.corrections.judgement(one.caseId(), Task.DECIDE_CORRECTION)
				.filter((decision) -> decision.decision().equals(CorrectionDecision.KEEP.name()))
				.map(CorrectionJudgement::decidedAt));
	}

	private Map<String, String> rows(Correction one) {
		Map<String, String> rows = new LinkedHashMap<>();
		put(rows, "What happened", one.origin().label());
		put(rows, "Why", one.why());
		put(rows, "Account", accountName(one));
		put(rows, "Address", one.address());
		put(rows, "Posted by", this.posters.words(one.postedBy()));
		put(rows, "Went out", (one.postedAt() != null) ? LondonTime.dateTime(one.postedAt()) : "Not known");
		put(rows, "What it says", (one.post() != null) ? one.body() : null);
		put(rows, "Noticed", LondonTime.dateTime(one.startedAt()) + " by " + this.people.nameOf(one.startedBy()));
		this.corrections.judgements(one.caseId())
			.forEach((judgement) -> put(rows, unused(rows, question(judgement)),
					answer(judgement) + " by " + this.people.nameOf(judgement.decidedBy()) + " on "
							+ LondonTime.dateTime(judgement.decidedAt())
							+ ((judgement.reason() != null) ? ": " + judgement.reason() : "")));
		this.corrections.done(one.caseId()).ifPresent((done) -> {
			put(rows, "Done", done.done().label() + " on " + LondonTime.dateTime(done.doneAt()) + ", recorded by "
					+ this.people.nameOf(done.recordedBy()) + ": " + done.what());
			put(rows, "Seen at", done.address());
			put(rows, "Evidence", done.evidence());
			put(rows, "Approved words of", (done.approvedPost() != null)
					? done.approvedPost() + ", version " + done.approvedRevision() : null);
		});
		return rows;
	}

	/** The post as its page shows it, or what was registered without one. */
	public PostRecord.View item(String reference) {
		List<Correction> all = this.corrections.of(reference);
		Optional<Correction> alone = all.stream().filter((one) -> one.post() == null).findFirst();
		if (alone.isPresent()) {
			// what is known of it stands beside, with the decisions
			return shown(post(alone.get()), Map.of(), List.of());
		}
		PostRecord.View post = this.record.view(reference);
		return shown(post, post.details(), all);
	}

	/** The post with other details, and with what was attached to reports about it. */
	private PostRecord.View shown(PostRecord.View post, Map<String, String> details, List<Correction> reports) {
		List<PostRecord.Picture> pictures = new ArrayList<>(post.pictures());
		reports.stream()
			.flatMap((one) -> this.corrections.files(one.caseId()).stream())
			.flatMap((file) -> this.media.find(file).stream())
			.forEach((file) -> pictures.add(new PostRecord.Picture(file.id(), file.name(), file.isVideo(),
					"Attached to the report of what went out")));
		return new PostRecord.View(post.reference(), post.title(), post.state(), post.breaking(), post.urgencyReason(),
				post.body(), post.revision(), details, pictures, post.digest(), post.accounts());
	}

	/** Everything that happened to the item, before its release and after. */
	public List<Happening> story(String reference) {
		List<Happening> all = new ArrayList<>(happened(reference));
		if (this.corrections.of(reference).stream().noneMatch((one) -> one.post() == null)) {
			all.addAll(this.record.happened(reference));
		}
		return all;
	}

	/** The post, or what was registered, as the page of a task shows it. */
	public PostRecord.View post(Correction one) {
		Map<String, String> details = new LinkedHashMap<>(rows(one));
		if (one.post() == null) {
			return shown(new PostRecord.View(one.reference(), title(one), state(one), false, null, one.body(), 0,
					details, List.of(), null, List.of()), details, List.of(one));
		}
		PostRecord.View post = this.record.view(one.post());
		post.details().forEach(details::putIfAbsent);
		return shown(post, details, List.of(one));
	}

	public String title(Correction one) {
		return (one.post() != null) ? this.record.post(one.post()).title()
				: one.origin().label() + " on " + accountName(one);
	}

	/** Where it is now, as a sentence. */
	public String state(Correction one) {
		Optional<CorrectionEnding> ending = this.corrections.ending(one.caseId());
		if (ending.isPresent()) {
			return Ending.words(ending.get().ending()) + " on " + LondonTime.dateTime(ending.get().endedAt()) + ".";
		}
		return this.engine.open(one)
			.map((task) -> task.name() + ": waits for "
					+ ((task.assignee() != null) ? this.people.nameOf(task.assignee())
							: task.groups().stream().map(this.people::nameOfGroup).collect(Collectors.joining(", ")))
					+ ((task.due() != null) ? ", by " + LondonTime.dateTime(task.due()) : "") + ".")
			.orElse("On its way to the next step.");
	}

	/** Everything people did about it, for the item's line of time. */
	public List<Happening> happened(String reference) {
		List<Happening> all = new ArrayList<>();
		for (Correction one : this.corrections.of(reference)) {
			String on = " on " + accountName(one);
			all.add(new Happening(one.startedAt(), this.people.nameOf(one.startedBy()), one.origin().label() + on,
					one.why()));
			this.corrections.judgements(one.caseId())
				.forEach((judgement) -> all.add(new Happening(judgement.decidedAt(),
						this.people.nameOf(judgement.decidedBy()), question(judgement) + on + ": " + answer(judgement),
						judgement.reason(), judgement.taskId())));
			this.corrections.done(one.caseId())
				.ifPresent((done) -> all.add(new Happening(done.recordedAt(), this.people.nameOf(done.recordedBy()),
						done.done().label() + on + ", " + LondonTime.dateTime(done.doneAt()), done.what(),
						done.taskId())));
			this.corrections.ending(one.caseId())
				.ifPresent((ending) -> all.add(new Happening(ending.endedAt(), "Imprimatur",
						"Correction ended" + on + ": " + Ending.words(ending.ending()).toLowerCase(), null)));
		}
		return all;
	}

	private static String question(CorrectionJudgement one) {
		if (one.task().equals(Task.RECORD_CORRECTION.id())) {
			return "Carried out";
		}
		return one.task().equals(Task.CHECK_AFTER_THE_FACT.id()) ? "Charity’s objects, after the fact" : "Decision";
	}

	private String answer(CorrectionJudgement one) {
		if (one.task().equals(Task.CHECK_AFTER_THE_FACT.id())) {
			return AfterTheFact.valueOf(one.decision()).label() + ((one.charityObject() != null) ? " ("
					+ this.accounts.object(one.charityObject()).map(CharityObject::text).orElse(one.charityObject())
					+ ")" : "");
		}
		return one.task().equals(Task.RECORD_CORRECTION.id()) ? CorrectionOutcome.valueOf(one.decision()).label()
				: CorrectionDecision.valueOf(one.decision()).label();
	}

	private String accountName(Correction one) {
		return this.accounts.find(one.account()).map(Account::name).orElse(one.account());
	}

	static long minutes(Instant from, Instant to) {
		return Duration.between(from, to).toMinutes();
	}

	/** Time by the clock, such as "1 day 2 hours 5 minutes". */
	static String words(Duration time) {
		List<String> parts = new ArrayList<>();
		part(parts, time.toDays(), "day");
		part(parts, time.toHoursPart(), "hour");
		part(parts, time.toMinutesPart(), "minute");
		return parts.isEmpty() ? "less than a minute" : String.join(" ", parts);
	}

	private static void part(List<String> parts, long count, String unit) {
		if (count > 0) {
			parts.add(count + " " + unit + ((count > 1) ? "s" : ""));
		}
	}

	/** The label, or the same with a number where it was decided again. */
	private static String unused(Map<String, String> rows, String label) {
		int number = 1;
		while (rows.containsKey((number > 1) ? label + " (" + number + ")" : label)) {
			number++;
		}
		return (number > 1) ? label + " (" + number + ")" : label;
	}

	private static void put(Map<String, String> rows, String label, String value) {
		if (value != null && !value.isBlank()) {
			rows.put(label, value);
		}
	}

}
