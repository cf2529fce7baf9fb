package org.imprimatur.posts;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.imprimatur.accounts.Accounts;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.media.MediaFile;
import org.imprimatur.media.MediaFiles;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;

import org.springframework.stereotype.Component;

/**
 * What authors type: holds it against the policy and appends it to the record as a
 * revision.
 */
@Component
@Policy({ "GROUNDED", "CONDUCT", "SHARE" })
public class PostDrafts {

	private static final int SHORT = 200;

	private static final int MOST_FILES = 10;

	static final Set<String> DRAFT_FIELDS = Set.of("body", "link", "media", "altText", "sourceUrl", "sourceSnapshot",
			"grounding", "groundingSource", "sourceDate", "judgedBy", "goal", "publishAt", "triggers");

	private final Posts posts;

	private final PostTexts texts;

	private final PostAccounts onAccounts;

	private final PostWriting writing;

	private final StandingDecisions standing;

	private final PostApprovals approvals;

	private final Accounts accounts;

	private final MediaFiles media;

	private final Clock clock;

	PostDrafts(Posts posts, PostTexts texts, PostAccounts onAccounts, PostWriting writing, StandingDecisions standing,
			PostApprovals approvals, Accounts accounts, MediaFiles media, Clock clock) {
		this.posts = posts;
		this.texts = texts;
		this.onAccounts = onAccounts;
		this.writing = writing;
		this.standing = standing;
		this.approvals = approvals;
		this.accounts = accounts;
		this.media = media;
		this.clock = clock;
	}

	/** What was typed, read and held against the policy. */
	private record Typed(PostTexts.Typed texts, String link, String sourceUrl, String snapshot, List<String> files,
			List<String> altTexts, Set<Trigger> triggers, Grounding grounding, String ground, LocalDate sourceDate,
			String judgedBy, Goal goal, Instant publishAt) {
	}

	/**
	 * The fields that make up a draft, apart from the decision: a text for all accounts,
	 * or {@code body.<account>} for one.
	 */
	public Set<String> fields() {
		Set<String> fields = new TreeSet<>(DRAFT_FIELDS);
		fields.add("accounts");
		fields.addAll(this.texts.fields());
		return fields;
	}

	/**
	 * Holds what was typed for submission against the policy.
	 * @param kind null if it is not known
	 * @param check takes every problem
	 */
	void check(Kind kind, List<String> accountIds, Fields fields, FieldCheck check) {
		read(kind, accountIds, fields, check);
	}

	/**
	 * Appends a revision of what the author submits.
	 * @throws InvalidFields if a claim has no ground, a share no source, or the account
	 * cannot be used
	 */
	public void revise(Post post, Fields fields, Person person) {
		FieldCheck check = new FieldCheck(fields);
		List<String> accountIds = this.onAccounts.chosen(post, fields, person, check);
		Map<String, PostRelease> out = this.onAccounts.out(post);
		Typed typed = read(post.kind(), accountIds.stream().filter((one) -> !out.containsKey(one)).toList(),
				PostTexts.withoutThose(fields, this.onAccounts.of(post), accountIds), check);
		check.done();
		int number = this.posts.revisions(post.reference()).size() + 1;
		Map<String, String> digests = digests(post, accountIds, typed, out);
		this.posts.add(new PostRevision(
				null, post.reference(), number, person.login(), this.clock.instant(), String.join(",", accountIds),
				typed.texts().all(), typed.link(), typed.sourceUrl(), typed.snapshot(), typed.grounding(),
				typed.ground(), typed.sourceDate(), typed.judgedBy(), typed.goal(), PostWriting.codes(typed.triggers()),
				typed.publishAt(), Digests.content(digests), Digests.grounds(typed.grounding(), typed.ground(),
						typed.sourceDate(), typed.judgedBy(), typed.goal(), typed.triggers()),
				Digests.accounts(accountIds)));
		this.texts.keep(post.reference(), number, typed.texts(), digests);
		for (int at = 0; at < typed.files().size(); at++) {
			this.posts.add(new PostMedia(null, post.reference(), number, at + 1, typed.files().get(at),
					typed.altTexts().get(at)));
		}
		usable(post);
		this.approvals.draftedBy(post, person.login());
		if (this.posts.slot(post.reference()).isEmpty()) {
			this.approvals.slotIs(post, typed.publishAt());
		}
	}

	/** What is out already is what was released; the rest is what was typed. */
	private Map<String, String> digests(Post post, List<String> accountIds, Typed typed, Map<String, PostRelease> out) {
		Map<String, String> digests = new LinkedHashMap<>();
		for (String account : accountIds) {
			digests.put(account,
					Optional.ofNullable(out.get(account))
						.flatMap((release) -> this.posts.revision(post.reference(), release.revision()))
						.map((released) -> {
							typed.texts().own().put(account, this.texts.on(released, account));
							return this.texts.digest(released, account);
						})
						.orElseGet(() -> Digests.content(typed.texts().on(account), typed.link(), typed.sourceUrl(),
								typed.snapshot(), typed.files(), typed.altTexts())));
		}
		return digests;
	}

	private Typed read(Kind kind, List<String> accountIds, Fields fields, FieldCheck check) {
		PostTexts.Typed body = this.texts.read(kind, accountIds, fields, check);
		String link = check.address("link", "the link");
		String sourceUrl = check.address("sourceUrl", "the address of the source");
		String snapshot = check.text("sourceSnapshot", PostTexts.LONGEST_BODY, "the copy of the source");
		source(kind, sourceUrl, snapshot, check);
		List<String> files = files(fields, check);
		List<String> altTexts = altTexts(fields, files, check);
		Set<Trigger> triggers = check.choices("triggers", Trigger.class, "Tick only the lines that are offered.");
		Grounding grounding = check.choice("grounding", Grounding.class, "Choose what the claims in the post rest on.");
		String ground = check.text("groundingSource", PostWriting.LONGEST_REASON, "the ground");
		LocalDate sourceDate = date(fields.value("sourceDate"), check);
		String judgedBy = check.text("judgedBy", SHORT, "the name");
		grounded(grounding, ground, judgedBy, sourceDate, triggers, check);
		Goal goal = check.optionalChoice("goal", Goal.class, "Choose a goal from the list.");
		if (kind == Kind.SHARE && goal == null) {
			check.problem("goal", "Choose the goal of the strategy that this share serves.");
		}
		Instant publishAt = this.writing.future(fields.value("publishAt"), "publishAt", check);
		return new Typed(body, link, sourceUrl, snapshot, files, altTexts, triggers, grounding, ground, sourceDate,
				judgedBy, goal, publishAt);
	}

	/** Ids of the attached files that are clips. */
	public Set<String> clips(Fields fields) {
		Set<String> clips = new TreeSet<>();
		fields.values("media")
			.forEach((id) -> this.media.find(id).filter(MediaFile::isVideo).ifPresent((file) -> clips.add(file.id())));
		return clips;
	}

	private List<String> files(Fields fields, FieldCheck check) {
		List<String> files = fields.values("media");
		if (files.size() > MOST_FILES) {
			check.problem("media", "Attach at most " + MOST_FILES + " pictures or clips.");
		}
		if (files.stream().anyMatch((file) -> this.media.find(file).isEmpty())) {
			check.problem("media", "Attach the pictures again: one of them was not kept.");
		}
		if (files.stream().anyMatch((file) -> this.media.find(file).filter(MediaFile::isDocument).isPresent())) {
			check.problem("media", "Attach pictures and clips only: a post takes no documents.");
		}
		return files;
	}

	/** What each file shows, in the order of the files; "decorative" is an answer. */
	private static List<String> altTexts(Fields fields, List<String> files, FieldCheck check) {
		List<String> typed = fields.inOrder("altText");
		List<String> texts = new ArrayList<>();
		for (int at = 0; at < files.size(); at++) {
			String text = (at < typed.size()) ? typed.get(at).strip() : "";
			if (text.isEmpty()) {
				check.problem("altText", "Describe picture " + (at + 1)
						+ " for people who cannot see it, or enter “decorative” if it adds nothing to the text.");
			}
			if (text.length() > PostMedia.LONGEST_ALT_TEXT) {
				check.problem("altText", "Shorten the description of picture " + (at + 1) + " to 2,000 characters.");
			}
			texts.add(text);
		}
		return texts;
	}

	private static void source(Kind kind, String sourceUrl, String snapshot, FieldCheck check) {
		boolean answersSomething = kind == Kind.SHARE || kind == Kind.LIKE || kind == Kind.REPLY;
		if (answersSomething && sourceUrl == null) {
			check.problem("sourceUrl", "Enter the address of what you " + switch (kind) {
				case SHARE -> "share";
				case LIKE -> "like";
				default -> "reply to";
			} + ".");
		}
		if (kind == Kind.SHARE && snapshot == null) {
			check.problem("sourceSnapshot", "Copy what the source says now: it can change after the approval.");
		}
	}

	private void grounded(Grounding grounding, String ground, String judgedBy, LocalDate sourceDate,
			Set<Trigger> triggers, FieldCheck check) {
		if ((grounding == Grounding.POLICY || grounding == Grounding.RESEARCH) && ground == null) {
			check.problem("groundingSource", "Enter which " + ((grounding == Grounding.POLICY) ? "policy" : "research")
					+ " the post rests on, so that a checker can find it.");
		}
		if (grounding == Grounding.REASONED_ARGUMENT && judgedBy == null) {
			check.problem("judgedBy", "Enter the name of the person who judged the argument.");
		}
		if (triggers.contains(Trigger.STATISTIC) && sourceDate == null && !check.hasProblem("sourceDate")) {
			check.problem("sourceDate", "Enter the date of the source of the number.");
		}
	}

	/**
	 * An account nobody may publish on stops the submission, and says who can mend it.
	 */
	private void usable(Post post) {
		PostApprovals.ObjectsAnswer answer = this.standing.objectsCheck(post);
		if (answer.check() == ObjectsCheck.BLOCKED) {
			throw new InvalidFields("", this.writing.blocked(post));
		}
	}

	private LocalDate date(String typed, FieldCheck check) {
		if (typed.isEmpty()) {
			return null;
		}
		try {
			LocalDate date = LocalDate.parse(typed);
			if (date.isAfter(LocalDate.ofInstant(this.clock.instant(), LondonTime.ZONE))) {
				check.problem("sourceDate", "Enter a date that is not in the future.");
			}
			if (date.getYear() < 1900) {
				check.problem("sourceDate", "Enter the full year, such as 2026.");
			}
			return date;
		}
		catch (DateTimeParseException ex) {
			check.problem("sourceDate", "Enter the date of the source as year, month and day, such as 2026-06-22.");
			return null;
		}
	}

	/** What a person typed at this task last, to begin from. */
	public Fields last(String reference) {
		return this.posts.latest(reference).map((revision) -> {
			List<PostMedia> pictures = this.posts.media(reference, revision.number());
			Fields fields = Fields.none()
				.with("body", revision.body())
				.with("link", revision.link())
				.with("sourceUrl", revision.sourceUrl())
				.with("sourceSnapshot", revision.sourceSnapshot())
				.with("grounding", revision.grounding().name())
				.with("groundingSource", revision.groundingSource())
				.with("sourceDate", (revision.sourceDate() != null) ? revision.sourceDate().toString() : "")
				.with("judgedBy", revision.judgedBy())
				.with("goal", (revision.goal() != null) ? revision.goal().name() : "")
				.with("triggers", revision.triggerCodes().stream().map(Enum::name).toList())
				.with("media", pictures.stream().map(PostMedia::file).toList())
				.with("altText", pictures.stream().map(PostMedia::altText).toList())
				.with("accounts", revision.accountIds());
			for (Map.Entry<String, String> own : this.texts.own(revision).entrySet()) {
				fields = fields.with("body." + own.getKey(), own.getValue());
			}
			boolean past = revision.publishAt() == null || revision.publishAt().isBefore(this.clock.instant());
			return fields.with("publishAt", past ? "" : LondonTime.input(revision.publishAt()));
		}).orElseGet(Fields::none);
	}

}
