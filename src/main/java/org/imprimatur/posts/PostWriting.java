package org.imprimatur.posts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.imprimatur.accounts.Account;
import org.imprimatur.accounts.Accounts;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.media.MediaFiles;
import org.imprimatur.posts.PostApproval.ObjectsCheck;
import org.imprimatur.posts.PostApproval.Task;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Asked;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.TaskAtHand;

import org.springframework.stereotype.Component;

/**
 * Writes the record of a post: checks what was typed against the policy and appends a
 * revision, a decision, a slot or a release.
 */
@Component
@Policy({ "GROUNDED", "OBJECTS", "APPROVED", "CONDUCT", "SHARE" })
public class PostWriting {

	/** The longest text of a post, in characters. */
	public static final int LONGEST_BODY = 70_000;

	/** The longest reason. */
	public static final int LONGEST_REASON = 10_000;

	private static final int SHORT = 200;

	private static final String BODY_OF = "body.";

	private static final int MOST_FILES = 10;

	static final Set<String> DRAFT_FIELDS = Set.of("body", "link", "media", "altText", "sourceUrl", "sourceSnapshot",
			"grounding", "groundingSource", "sourceDate", "judgedBy", "goal", "publishAt", "triggers");

	private final Posts posts;

	private final StandingDecisions standing;

	private final PostApprovals approvals;

	private final Accounts accounts;

	private final MediaFiles media;

	private final People people;

	private final Clock clock;

	PostWriting(Posts posts, StandingDecisions standing, PostApprovals approvals, Accounts accounts, MediaFiles media,
			People people, Clock clock) {
		this.posts = posts;
		this.standing = standing;
		this.approvals = approvals;
		this.accounts = accounts;
		this.media = media;
		this.people = people;
		this.clock = clock;
	}

	/**
	 * The fields that make up a draft, apart from the decision: a text for all accounts,
	 * or {@code body.<account>} for one.
	 */
	public Set<String> draftFields() {
		Set<String> fields = new TreeSet<>(DRAFT_FIELDS);
		this.accounts.all().forEach((account) -> fields.add(BODY_OF + account.id()));
		return fields;
	}

	/**
	 * The text for the post's account: its own one if there is one, else the one for all.
	 */
	private static String body(Post post, Fields fields, FieldCheck check) {
		String field = "body";
		for (String name : fields.names()) {
			if (name.startsWith(BODY_OF) && !fields.value(name).isEmpty()) {
				if (post.accountIds().contains(name.substring(BODY_OF.length()))) {
					field = name;
				}
				else {
					check.problem(name, "Take out the text for another account: this post goes to one account only.");
				}
			}
		}
		return (post.kind() == Kind.LIKE) ? check.text(field, LONGEST_BODY, "the text")
				: check.required(field, LONGEST_BODY, "the text", "Enter the text of the post.");
	}

	/**
	 * Appends a revision of what the author submits.
	 * @throws InvalidFields if a claim has no ground, a share no source, or the account
	 * cannot be used
	 */
	public void revise(Post post, Fields fields, Person person) {
		FieldCheck check = new FieldCheck(fields);
		String body = body(post, fields, check);
		String link = check.address("link", "the link");
		String sourceUrl = check.address("sourceUrl", "the address of the source");
		String snapshot = check.text("sourceSnapshot", LONGEST_BODY, "the copy of the source");
		source(post.kind(), sourceUrl, snapshot, check);
		List<String> files = files(fields, check);
		List<String> altTexts = altTexts(fields, files, check);
		Set<Trigger> triggers = check.choices("triggers", Trigger.class, "Tick only the lines that are offered.");
		Grounding grounding = check.choice("grounding", Grounding.class, "Choose what the claims in the post rest on.");
		String ground = check.text("groundingSource", LONGEST_REASON, "the ground");
		LocalDate sourceDate = date(fields.value("sourceDate"), check);
		String judgedBy = check.text("judgedBy", SHORT, "the name");
		grounded(grounding, ground, judgedBy, sourceDate, triggers, check);
		Goal goal = check.optionalChoice("goal", Goal.class, "Choose a goal from the list.");
		if (post.kind() == Kind.SHARE && goal == null) {
			check.problem("goal", "Choose the goal of the strategy that this share serves.");
		}
		Instant publishAt = future(fields.value("publishAt"), "publishAt", check);
		check.done();
		List<String> accountIds = this.posts.latest(post.reference())
			.map(PostRevision::accountIds)
			.orElseGet(post::accountIds);
		String text = (body != null) ? body : "";
		int number = this.posts.revisions(post.reference()).size() + 1;
		this.posts.add(new PostRevision(null, post.reference(), number, person.login(), this.clock.instant(),
				String.join(",", accountIds), text, link, sourceUrl, snapshot, grounding, ground, sourceDate, judgedBy,
				goal, codes(triggers), publishAt, Digests.content(text, link, sourceUrl, snapshot, files, altTexts),
				Digests.grounds(grounding, ground, sourceDate, judgedBy, goal, triggers),
				Digests.accounts(accountIds)));
		for (int at = 0; at < files.size(); at++) {
			this.posts.add(new PostMedia(null, post.reference(), number, at + 1, files.get(at), altTexts.get(at)));
		}
		usable(post);
		if (this.posts.slot(post.reference()).isEmpty()) {
			this.approvals.slotIs(post, publishAt);
		}
	}

	private List<String> files(Fields fields, FieldCheck check) {
		List<String> files = fields.values("media");
		if (files.size() > MOST_FILES) {
			check.problem("media", "Attach at most " + MOST_FILES + " pictures or clips.");
		}
		if (files.stream().anyMatch((file) -> this.media.find(file).isEmpty())) {
			check.problem("media", "Attach the pictures again: one of them was not kept.");
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
			throw new InvalidFields("", blocked(post));
		}
	}

	/** Why the account cannot be used and who can mend it. */
	public String blocked(Post post) {
		String why = this.standing.objectsCheck(post).reason();
		String names = post.accountIds()
			.stream()
			.flatMap((id) -> this.accounts.find(id).stream())
			.map(Account::name)
			.collect(Collectors.joining(", "));
		String who = Stream.of("head-of-communications", "digital-engagement-manager")
			.flatMap((group) -> this.people.inGroup(group).stream())
			.map(Person::name)
			.distinct()
			.collect(Collectors.joining(" or "));
		return names + " cannot be used now. " + why + " Ask " + (who.isEmpty() ? "the Head of Communications" : who)
				+ " to record the owner, then send this again.";
	}

	/** Appends a decision on the latest revision. */
	public void decide(Post post, TaskAtHand task, Enum<?> decision, String reason, String object,
			Collection<Line> confirmed, Set<Trigger> triggers, Asked asked, Person person) {
		PostRevision revision = this.posts.latest(post.reference()).orElse(null);
		String owners = this.standing.ownersNow(post)
			.entrySet()
			.stream()
			.map((one) -> one.getKey() + "=" + one.getValue())
			.collect(Collectors.joining(","));
		this.posts.add(new PostDecision(null, post.reference(), (revision != null) ? revision.number() : 0, task.task(),
				task.id(), decision.name(), reason, object, codes(confirmed), codes(triggers),
				task.groups().stream().findFirst().orElse(""), shorten(asked.because()),
				(revision != null) ? revision.contentDigest() : "", (revision != null) ? revision.groundsDigest() : "",
				owners, person.login(), this.clock.instant()));
	}

	/** Sets the slot. */
	public void slot(Post post, Instant publishAt, String reason, Person person) {
		this.posts.add(new PostSlot(null, post.reference(), publishAt, reason, person.login(), this.clock.instant()));
		this.approvals.slotIs(post, publishAt);
	}

	/** Clears the slot: the next one has to be chosen by a person. */
	public void noSlot(Post post, String reason, Person person) {
		this.posts.add(new PostSlot(null, post.reference(), null, reason, person.login(), this.clock.instant()));
	}

	/** Appends what happened on the account. */
	public void release(Post post, TaskAtHand task, Released released, String address, Instant postedAt,
			String differences, Person person) {
		PostRevision revision = this.posts.latest(post.reference()).orElseThrow();
		for (String account : revision.accountIds()) {
			this.posts.add(new PostRelease(null, post.reference(), revision.number(), account, task.id(), released,
					address, postedAt, differences, person.login(), this.clock.instant()));
		}
	}

	/** A time from a form that must not have passed; null if blank. */
	public Instant future(String typed, String field, FieldCheck check) {
		Instant time = time(typed, field, check);
		// a minute's grace, since people type whole minutes
		if (time != null && time.isBefore(this.clock.instant().minusSeconds(120))) {
			check.problem(field, LondonTime.dateTime(time) + " has passed. Enter a later time.");
		}
		if (time != null && time.isAfter(this.clock.instant().plus(Duration.ofDays(366)))) {
			check.problem(field, "Enter a time within the next year.");
		}
		return time;
	}

	/** A time from a form; null if blank. */
	public static Instant time(String typed, String field, FieldCheck check) {
		if (typed.isEmpty()) {
			return null;
		}
		try {
			return LondonTime.parse(typed);
		}
		catch (LondonTime.NotATime ex) {
			check.problem(field, ex.getMessage());
			return null;
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

	private static String codes(Collection<? extends Enum<?>> codes) {
		return new TreeSet<>(codes.stream().map(Enum::name).toList()).stream().collect(Collectors.joining(","));
	}

	private static String shorten(String text) {
		return (text.length() > 2000) ? text.substring(0, 2000) : text;
	}

	/** What a person typed at this task last, to begin from. */
	public Fields draftOf(String reference) {
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
				.with("altText", pictures.stream().map(PostMedia::altText).toList());
			boolean past = revision.publishAt() == null || revision.publishAt().isBefore(this.clock.instant());
			return fields.with("publishAt", past ? "" : LondonTime.input(revision.publishAt()));
		}).orElseGet(Fields::none);
	}

}
