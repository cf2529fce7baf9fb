package org.imprimatur.posts;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.imprimatur.accounts.Account;
import org.imprimatur.accounts.Accounts;
import org.imprimatur.accounts.CharityObject;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Outcome;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.posts.PostApproval.Ending;
import org.imprimatur.posts.PostApproval.Task;
import org.imprimatur.security.People;
import org.imprimatur.tasks.Happening;

import org.springframework.stereotype.Component;

/**
 * A post in words, for the pages: what it says, where it stands, what was decided and why
 * it stands.
 */
@Component
public class PostRecord {

	private final Posts posts;

	private final PostTexts texts;

	private final PostOnAccounts onAccounts;

	private final StandingDecisions standing;

	private final PostApprovals approvals;

	private final Accounts accounts;

	private final PostDetails details;

	private final People people;

	private final List<AlsoHappened> besides;

	private final Clock clock;

	PostRecord(Posts posts, PostTexts texts, PostOnAccounts onAccounts, StandingDecisions standing,
			PostApprovals approvals, Accounts accounts, PostDetails details, People people, List<AlsoHappened> besides,
			Clock clock) {
		this.posts = posts;
		this.texts = texts;
		this.onAccounts = onAccounts;
		this.standing = standing;
		this.approvals = approvals;
		this.accounts = accounts;
		this.details = details;
		this.people = people;
		this.besides = besides;
		this.clock = clock;
	}

	/**
	 * A post for a page.
	 *
	 * @param body what it says; null before the first submission
	 * @param details further rows, value by label
	 * @param digest the start of the content digest, to compare by eye; null before the
	 * first submission
	 * @param accounts the post on each of its accounts
	 */
	public record View(String reference, String title, String state, boolean breaking, String urgencyReason,
			String body, int revision, Map<String, String> details, List<Picture> pictures, String digest,
			List<PostOnAccounts.View> accounts) {

		/** Whether one text goes out on all accounts. */
		public boolean sameText() {
			return this.accounts.stream().map(PostOnAccounts.View::text).distinct().count() < 2;
		}

	}

	/** A picture or clip of the latest revision, and what it shows. */
	public record Picture(String file, String name, boolean video, String altText) {

		public boolean decorative() {
			return this.altText.equalsIgnoreCase("decorative");
		}

	}

	/**
	 * One decision and whether it covers the post as it is now.
	 */
	public record StandingView(String question, String answer, boolean stands, String why) {
	}

	public Post post(String reference) {
		return this.posts.find(reference)
			.orElseThrow(() -> Refusal.notFound("There is no post " + reference + " for you."));
	}

	/**
	 * Whether one person may decide the post, or has decided it, and it is no original.
	 */
	public boolean isLight(String reference) {
		Post post = post(reference);
		return (post.kind() == Kind.LIKE || post.kind() == Kind.REPLY || post.kind() == Kind.SHARE)
				&& this.standing.mayBeLight(post);
	}

	public void lock(String reference) {
		this.posts.lock(reference);
	}

	public View view(String reference) {
		Post post = post(reference);
		Optional<PostRevision> latest = this.posts.latest(reference);
		Map<String, String> rows = new LinkedHashMap<>();
		PostDetails.put(rows, (this.standing.accountsOf(post).size() > 1) ? "Accounts" : "Account", this.standing
			.accountsOf(post)
			.stream()
			.map((account) -> account.name() + " (" + account.handle() + "), owned by " + account.owner().label())
			.collect(Collectors.joining("; ")));
		PostDetails.put(rows, "Sort of post", post.kind().label());
		PostDetails.put(rows, "Campaign", post.campaign());
		latest.ifPresent((revision) -> PostDetails.rows(revision, rows));
		this.posts.slot(reference)
			.ifPresent((slot) -> PostDetails.put(rows, "Slot", LondonTime.dateTime(slot.publishAt())));
		return new View(reference, post.title(), state(reference), post.urgency() == Urgency.BREAKING,
				post.urgencyReason(), latest.map(PostRevision::body).orElse(null),
				latest.map(PostRevision::number).orElse(0), rows, this.details.pictures(reference, latest),
				latest.map((revision) -> revision.contentDigest().substring(0, 12)).orElse(null),
				this.onAccounts.views(post));
	}

	/** Where the post is now, as a sentence. */
	public String state(String reference) {
		Post post = post(reference);
		Optional<PostEnding> ending = this.posts.ending(reference);
		if (ending.isPresent()) {
			return Ending.words(ending.get().ending()) + " on " + LondonTime.dateTime(ending.get().endedAt()) + "."
					+ this.onAccounts.notOut(post).map((sentence) -> " " + sentence).orElse("");
		}
		List<PostApprovals.OpenTask> open = this.approvals.open(post);
		if (!open.isEmpty()) {
			return Stream.concat(open.stream().map(this::words), this.onAccounts.queues(post).stream())
				.collect(Collectors.joining(" "));
		}
		return this.onAccounts.queues(post)
			.or(() -> this.posts.slot(reference)
				.map((slot) -> "Approved. Waits for its slot on " + LondonTime.dateTime(slot.publishAt()) + "."))
			.orElse("On its way to the next step.");
	}

	private String words(PostApprovals.OpenTask task) {
		String who = (task.assignee() != null) ? this.people.nameOf(task.assignee())
				: Stream
					.concat(task.groups().stream().map(this.people::nameOfGroup),
							task.people().stream().map(this.people::nameOf))
					.collect(Collectors.joining(", "));
		String due = (task.due() != null) ? ", by " + LondonTime.dateTime(task.due()) : "";
		return task.name() + ": waits for " + who + due + ".";
	}

	/** What has been decided and whether it covers the post as it is now. */
	public List<StandingView> standing(String reference) {
		Post post = post(reference);
		List<StandingView> views = new ArrayList<>();
		if (this.posts.ending(reference).isPresent() || this.posts.latest(reference).isEmpty()) {
			return views;
		}
		PostApprovals.ObjectsAnswer needed = this.standing.objectsCheck(post);
		views.add(this.standing.alignment(post)
			.map((decision) -> new StandingView("Charity’s objects", said(decision, ObjectsFinding.class), true,
					"The content and the owner of the account are the same as then."))
			.orElseGet(() -> new StandingView("Charity’s objects",
					(needed.check() == ObjectsCheck.NOT_REQUIRED) ? "Not needed"
							: (needed.check() == ObjectsCheck.BLOCKED) ? "Blocked" : "To be checked",
					needed.check() == ObjectsCheck.NOT_REQUIRED, needed.reason())));
		views.add(this.standing.signOff(post)
			.map((decision) -> new StandingView("Sign-off", said(decision, SignOff.class), true,
					"Content, grounds and account are the same as then."))
			.orElseGet(() -> new StandingView("Sign-off", "To be signed", false, this.standing.route(post).reason())));
		views.add(this.posts.slot(reference)
			.map((slot) -> new StandingView("Slot", LondonTime.dateTime(slot.publishAt()),
					slot.publishAt().isAfter(this.clock.instant()), "Set by " + this.people.nameOf(slot.setBy()) + "."))
			.orElseGet(() -> new StandingView("Slot", "To be set", false, "No slot is set.")));
		return views;
	}

	/** Everything people did to the post, oldest first within each sort. */
	public List<Happening> happened(String reference) {
		Post post = post(reference);
		List<Happening> all = new ArrayList<>();
		all.add(new Happening(post.startedAt(), name(post.author()), "Proposed the post", post.urgencyReason()));
		this.posts.revisions(reference)
			.forEach((one) -> all.add(
					new Happening(one.savedAt(), name(one.savedBy()), "Submitted version " + one.number(), said(one))));
		this.posts.decisions(reference)
			.forEach((one) -> all
				.add(new Happening(one.decidedAt(), name(one.decidedBy()), title(one), text(one), one.taskId())));
		this.posts.slots(reference)
			.forEach((one) -> all.add(new Happening(
					one.setAt(), name(one.setBy()), (one.publishAt() != null)
							? "Set the slot to " + LondonTime.dateTime(one.publishAt()) : "Cleared the slot",
					one.reason())));
		this.posts.acts(reference)
			.forEach(
					(one) -> all.add(new Happening(one.doneAt(), name(one.doneBy()), one.act().label(), one.reason())));
		this.posts.releases(reference)
			.forEach(
					(one) -> all.add(
							new Happening(
									one.recordedAt(), name(one.recordedBy()), one.decision().label() + " on "
											+ accountName(one.account()) + ((one.postedAt() != null)
													? ", " + LondonTime.dateTime(one.postedAt()) : ""),
									lines(one.postedUrl(), one.differences()), one.taskId())));
		this.besides.forEach((one) -> all.addAll(one.about(post)));
		this.posts.ending(reference)
			.ifPresent((one) -> all.add(new Happening(one.endedAt(), "Imprimatur", Ending.words(one.ending()), null)));
		return all;
	}

	/** The text for all accounts, and after it each that is an account's own. */
	private String said(PostRevision one) {
		return lines(one.body(),
				lines(this.texts.own(one)
					.entrySet()
					.stream()
					.map((own) -> accountName(own.getKey()) + ": " + own.getValue())
					.toArray(String[]::new)));
	}

	/** The number of the latest version; 0 before the first. */
	public int revision(String reference) {
		return this.posts.latest(reference).map(PostRevision::number).orElse(0);
	}

	private String title(PostDecision one) {
		String version = " (version " + one.revision() + ")"
				+ (this.standing.wentUp(one) ? ", for " + this.people.nameOfGroup(one.decidedFor()) : "");
		if (one.task().equals(Task.CHECK_CHARITY_OBJECTS.id())) {
			return "Charity’s objects: " + ObjectsFinding.valueOf(one.decision()).label().toLowerCase() + version;
		}
		if (one.task().equals(Task.SIGN_OFF_POST.id())) {
			return "Sign-off: " + SignOff.valueOf(one.decision()).label().toLowerCase() + version;
		}
		if (one.task().equals(Task.CONFIRM_AFTER_FREEZE.id())) {
			return "After the freeze: " + AfterFreeze.valueOf(one.decision()).label().toLowerCase() + version;
		}
		if (one.task().equals(Task.SCHEDULE_POST.id())) {
			return "Scheduling: " + Scheduling.valueOf(one.decision()).label().toLowerCase() + version;
		}
		if (one.task().equals(Task.REVIEW_URGENT_POST.id())) {
			return "Looked at again: " + UrgentReview.valueOf(one.decision()).label().toLowerCase() + version;
		}
		return "Draft: " + Drafted.valueOf(one.decision()).label().toLowerCase();
	}

	private String text(PostDecision one) {
		String object = (one.charityObject() != null)
				? "Object: "
						+ this.accounts.object(one.charityObject()).map(CharityObject::text).orElse(one.charityObject())
				: null;
		String confirmed = one.confirmations().isEmpty() ? null
				: "Confirmed: " + PostRevision.split(one.confirmations())
					.stream()
					.map((line) -> Line.valueOf(line).label())
					.collect(Collectors.joining("; "));
		return lines(one.reason(), object, confirmed);
	}

	private <E extends Enum<E> & Outcome> String said(PostDecision decision, Class<E> codes) {
		return Enum.valueOf(codes, decision.decision()).label() + " by " + name(decision.decidedBy()) + " on "
				+ LondonTime.dateTime(decision.decidedAt());
	}

	private String name(String login) {
		return this.people.nameOf(login);
	}

	private String accountName(String id) {
		return this.accounts.find(id).map(Account::name).orElse(id);
	}

	private static String lines(String... texts) {
		String joined = Stream.of(texts)
			.filter((text) -> text != null && !text.isBlank())
			.collect(Collectors.joining("\n"));
		return joined.isEmpty() ? null : joined;
	}

}
