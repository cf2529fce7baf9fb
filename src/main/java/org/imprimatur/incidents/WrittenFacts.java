package org.imprimatur.incidents;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.imprimatur.accounts.Accounts;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.media.MediaFiles;
import org.imprimatur.security.People;
import org.imprimatur.security.PeopleBehind;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;

import org.springframework.stereotype.Component;

/**
 * Reads what somebody typed about what happened. Facts that nobody answered count as not
 * known, never as no.
 */
@Component
@Policy({ "SAFE", "CEO" })
public class WrittenFacts {

	/** The longest text: some 15,000 words. */
	public static final int LONGEST_TEXT = 100_000;

	/** The longest reason. */
	public static final int LONGEST_REASON = 10_000;

	/** What a report can say. */
	public static final Set<String> FIELDS = Set.of("what", "account", "url", "seenAt", "affected", "personalData",
			"immediateDanger", "concerns", "subjects", "post", "files");

	/** What can be said besides about when we became aware. */
	public static final Set<String> AWARENESS = Set.of("awareAt", "awareHow");

	private static final int MOST_FILES = 10;

	private final Accounts accounts;

	private final People people;

	private final List<PeopleBehind> behind;

	private final MediaFiles media;

	private final Clock clock;

	WrittenFacts(Accounts accounts, People people, List<PeopleBehind> behind, MediaFiles media, Clock clock) {
		this.accounts = accounts;
		this.people = people;
		this.behind = behind;
		this.media = media;
		this.clock = clock;
	}

	/** The report, as the first version of what is known. */
	IncidentFacts report(String reference, Fields fields, Person person, FieldCheck check) {
		Instant now = this.clock.instant();
		return read(reference, 1, fields, now, null, person, check);
	}

	/**
	 * The facts with what was typed in the place of what was known; a field that was not
	 * sent stays as it was.
	 * @param why what the correction rests on
	 */
	IncidentFacts corrected(IncidentFacts before, Fields typed, String why, Person person, FieldCheck check) {
		Fields fields = asTyped(before);
		for (String name : typed.names()) {
			fields = fields.with(name, typed.inOrder(name));
		}
		// what was not sent is checked as it was known
		FieldCheck known = new FieldCheck(exact(fields, before));
		IncidentFacts after = read(before.reference(), before.number() + 1, exact(fields, before), before.awareAt(),
				why, person, known);
		try {
			known.done();
		}
		catch (InvalidFields ex) {
			ex.messages().forEach(check::problem);
		}
		return after;
	}

	/**
	 * Forms know whole minutes: a time that was left as it stood is still the exact one.
	 */
	private static Fields exact(Fields fields, IncidentFacts before) {
		Fields exact = fields;
		if (fields.value("awareAt").equals(LondonTime.input(before.awareAt()))) {
			exact = exact.with("awareAt", before.awareAt().toString());
		}
		if (before.seenAt() != null && fields.value("seenAt").equals(LondonTime.input(before.seenAt()))) {
			exact = exact.with("seenAt", before.seenAt().toString());
		}
		return exact;
	}

	/** What is known, as the fields of the form. */
	public Fields asTyped(IncidentFacts facts) {
		Map<String, String> names = this.people.everybody();
		return Fields.none()
			.with("what", facts.what())
			.with("account", facts.account())
			.with("url", facts.url())
			.with("seenAt", (facts.seenAt() != null) ? LondonTime.input(facts.seenAt()) : "")
			.with("affected", IncidentFacts.list(facts.affected()))
			.with("personalData", facts.personalData().name())
			.with("immediateDanger", facts.immediateDanger().name())
			.with("concerns", IncidentFacts.list(facts.concerns()))
			.with("subjects",
					facts.subjectLogins()
						.stream()
						.map((login) -> names.getOrDefault(login, login))
						.collect(Collectors.joining("\n")))
			.with("post", facts.post())
			.with("awareAt", LondonTime.input(facts.awareAt()))
			.with("awareHow", facts.awareHow());
	}

	/** Whether what is known has changed, but for who wrote it and why. */
	static boolean differ(IncidentFacts before, IncidentFacts after) {
		return !after.equals(new IncidentFacts(after.id(), before.reference(), after.number(), before.what(),
				before.account(), before.url(), before.seenAt(), before.affected(), before.personalData(),
				before.immediateDanger(), before.concerns(), before.subjects(), before.post(), before.awareAt(),
				before.awareHow(), after.why(), after.recordedBy(), after.recordedAt()));
	}

	/** The files of the form that this person may attach. */
	List<String> files(Fields fields, Person person, FieldCheck check) {
		List<String> files = fields.values("files").stream().distinct().toList();
		if (files.size() > MOST_FILES) {
			check.problem("files", "Attach at most " + MOST_FILES + " files.");
		}
		else if (files.stream()
			.anyMatch((file) -> this.media.find(file).filter((one) -> this.media.maySee(one, person)).isEmpty())) {
			check.problem("files", "A file is no longer here. Attach it again.");
		}
		return files;
	}

	private IncidentFacts read(String reference, int number, Fields fields, Instant awareAt, String why, Person person,
			FieldCheck check) {
		String what = check.required("what", LONGEST_TEXT, "what happened", "Enter what happened.");
		String account = check.text("account", 64, "the account");
		if (account != null && this.accounts.find(account).isEmpty()) {
			check.problem("account", "Choose one of our accounts, or none.");
		}
		String url = check.address("url", "the address");
		Instant seenAt = past("seenAt", fields, check, "when it was seen");
		Set<Affected> affected = check.choices("affected", Affected.class, "Choose whom it may harm from the list.");
		Set<Concern> concerns = check.choices("concerns", Concern.class, "Choose whom it is about from the list.");
		Instant typedAware = past("awareAt", fields, check, "when we became aware");
		String awareHow = check.text("awareHow", LONGEST_REASON, "how we became aware");
		return new IncidentFacts(null, reference, number, what, account, url, seenAt, codes(affected),
				fact("personalData", check), fact("immediateDanger", check), codes(concerns),
				String.join(",", subjects(fields, check)), post(check), (typedAware != null) ? typedAware : awareAt,
				awareHow, why, person.login(), this.clock.instant());
	}

	private static Fact fact(String field, FieldCheck check) {
		Fact fact = check.optionalChoice(field, Fact.class, "Choose yes, no or not known.");
		return (fact != null) ? fact : Fact.NOT_KNOWN;
	}

	private Instant past(String field, Fields fields, FieldCheck check, String what) {
		return past(field, fields, check, what, this.clock.instant());
	}

	/** A time that has come already; null if blank. */
	static Instant past(String field, Fields fields, FieldCheck check, String what, Instant now) {
		Instant time = time(field, fields, check);
		if (time != null && time.isAfter(now.plusSeconds(60))) {
			check.problem(field, "Enter " + what + "; " + LondonTime.dateTime(time) + " has not come yet.");
		}
		return time;
	}

	/** A time from a form; null if blank. */
	public static Instant time(String field, Fields fields, FieldCheck check) {
		if (fields.value(field).isEmpty()) {
			return null;
		}
		try {
			return LondonTime.parse(fields.value(field));
		}
		catch (LondonTime.NotATime ex) {
			check.problem(field, ex.getMessage());
			return null;
		}
	}

	private Set<String> subjects(Fields fields, FieldCheck check) {
		Set<String> subjects = new LinkedHashSet<>();
		for (String line : String.join("\n", fields.values("subjects")).split("\n")) {
			String typed = line.strip();
			if (typed.isEmpty()) {
				continue;
			}
			PeopleTyped.find(typed, this.people)
				.ifPresentOrElse(subjects::add, () -> check.problem("subjects", PeopleTyped.unknown(typed, this.people)
						+ " One a line; write about anybody else in the text."));
		}
		return subjects;
	}

	private String post(FieldCheck check) {
		String post = check.text("post", 32, "the reference");
		if (post != null && this.behind.stream().allMatch((one) -> one.behind(post).isEmpty())) {
			check.problem("post",
					"There is no post " + post + ". Enter a reference such as POST-2026-000001, or leave this empty.");
		}
		return post;
	}

	static String codes(Collection<? extends Enum<?>> codes) {
		return codes.stream().map(Enum::name).collect(Collectors.joining(","));
	}

}
