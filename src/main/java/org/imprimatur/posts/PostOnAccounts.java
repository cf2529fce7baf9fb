package org.imprimatur.posts;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

import org.imprimatur.accounts.Account;
import org.imprimatur.accounts.Accounts;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.TaskAtHand;

import org.springframework.stereotype.Component;

/**
 * A post account by account, for the pages: what goes out there, how long it is and what
 * has become of it.
 */
@Component
@Policy("APPROVED")
public class PostOnAccounts {

	private final Posts posts;

	private final PostTexts texts;

	private final TextLimits limits;

	private final PostAccounts onAccounts;

	private final PostApprovals approvals;

	private final Accounts accounts;

	private final Clock clock;

	PostOnAccounts(Posts posts, PostTexts texts, TextLimits limits, PostAccounts onAccounts, PostApprovals approvals,
			Accounts accounts, Clock clock) {
		this.posts = posts;
		this.texts = texts;
		this.limits = limits;
		this.onAccounts = onAccounts;
		this.approvals = approvals;
		this.accounts = accounts;
		this.clock = clock;
	}

	/**
	 * A post on one account.
	 *
	 * @param id of the account
	 * @param platform such as "X"
	 * @param text what goes out there; null before the first submission
	 * @param length the length of the text and what the platform takes, in words
	 * @param state what has become of it there
	 * @param address where it can be seen; null if it is not out
	 */
	public record View(String id, String name, String platform, String text, String length, String state,
			String address) {
	}

	/**
	 * An account as the form of a draft offers it.
	 *
	 * @param most how many characters its platform takes; null if no limit is known
	 */
	public record Place(String id, String name, String platform, Integer most) {
	}

	/** Every account of the post. */
	public List<View> views(Post post) {
		return this.onAccounts.of(post).stream().map((account) -> view(post, account)).toList();
	}

	public View view(Post post, String id) {
		Optional<Account> account = this.accounts.find(id);
		String text = this.posts.latest(post.reference()).map((revision) -> this.texts.on(revision, id)).orElse(null);
		Optional<PostRelease> last = this.onAccounts.last(post, id);
		return new View(id, account.map(Account::name).orElse(id), account.map(Account::platform).orElse(""), text,
				length(account, text), last.map(this::words).orElse("Not out yet."),
				last.map(PostRelease::postedUrl).orElse(null));
	}

	private String length(Optional<Account> account, String text) {
		if (text == null) {
			return "";
		}
		OptionalInt most = account.map(this.limits::longest).orElseGet(OptionalInt::empty);
		int length = TextLimits.length(text);
		return most.isPresent() ? "%,d of %,d characters".formatted(length, most.getAsInt())
				: "%,d characters".formatted(length);
	}

	private String words(PostRelease release) {
		String at = (release.postedAt() != null) ? LondonTime.dateTime(release.postedAt()) : "";
		return switch (release.decision()) {
			case POSTED -> "Out since " + at + ".";
			case POSTED_WITH_DIFFERENCE -> "Out since " + at + ", with a difference: " + release.differences();
			case SCHEDULED_ON_PLATFORM -> "In the platform’s own queue for " + at + ".";
			case NOT_POSTED -> "Not posted: " + release.differences();
		};
	}

	/** Where the post waits in queues of platforms, as a sentence; empty if nowhere. */
	Optional<String> queues(Post post) {
		String names = this.onAccounts.queued(post).keySet().stream().map(this::name).collect(Collectors.joining(", "));
		return names.isEmpty() ? Optional.empty()
				: Optional.of("In the platform’s own queue on " + names
						+ this.posts.slot(post.reference())
							.map((slot) -> " for " + LondonTime.dateTime(slot.publishAt()))
							.orElse("")
						+ ".");
	}

	/** The accounts of an ended post that it is not out on, as a sentence. */
	Optional<String> notOut(Post post) {
		String names = this.onAccounts.out(post).isEmpty() ? ""
				: this.onAccounts.left(post).stream().map(this::name).collect(Collectors.joining(", "));
		return names.isEmpty() ? Optional.empty() : Optional.of("Not out on " + names + ".");
	}

	/** The accounts that may be chosen for another version. */
	public List<Place> places(Post post, Person person) {
		return places(this.onAccounts.choices(post, person));
	}

	/** The accounts a person may post on. */
	public List<Place> places(Person person) {
		return places(this.accounts.usableBy(person.login()));
	}

	private List<Place> places(List<Account> all) {
		return all.stream().map((one) -> {
			OptionalInt most = this.limits.longest(one);
			return new Place(one.id(), one.name(), one.platform(), most.isPresent() ? most.getAsInt() : null);
		}).toList();
	}

	/** The account that a task is about. */
	public String of(TaskAtHand task) {
		return Optional.ofNullable(this.approvals.accountOf(task.id()))
			.orElseThrow(
					() -> Refusal.conflict("This task does not say which account it is about. Tell an administrator."));
	}

	/** The slot in force while it has not come. */
	public Optional<Instant> slotToCome(String reference) {
		return this.posts.slot(reference).map(PostSlot::publishAt).filter((slot) -> slot.isAfter(this.clock.instant()));
	}

	/** Until when a post may be left to a platform from now. */
	public Instant queueReaches(Post post) {
		return this.approvals.queueReaches(post, this.clock.instant());
	}

	/** Whether somebody is asked this about the post now. */
	public boolean isAt(String reference, PostApproval.Task task) {
		return this.posts.find(reference)
			.filter((post) -> this.approvals.open(post).stream().anyMatch((open) -> open.task().equals(task.id())))
			.isPresent();
	}

	private String name(String id) {
		return this.accounts.find(id).map(Account::name).orElse(id);
	}

}
