package org.imprimatur.posts;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.imprimatur.accounts.Account;
import org.imprimatur.accounts.Accounts;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.media.MediaFiles;
import org.imprimatur.posts.PostApproval.Standing;
import org.imprimatur.posts.PostCorrections.Noticed;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.StartForm.Asked;
import org.imprimatur.tasks.StartForm.Started;
import org.imprimatur.tasks.StartForm.Which;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Registers that something went out without approval. Anybody who is signed in may: who
 * sees it first is seldom who runs the account.
 */
@Component
@Policy({ "APPROVED", "ONE-LOGIN", "OBJECTS" })
public class UnapprovedPosts {

	private static final int LONGEST_TEXT = 100_000;

	private static final int LONGEST_NAME = 200;

	private static final int MOST_FILES = 10;

	private final Corrections corrections;

	private final PostCorrections engine;

	private final Posts posts;

	private final PostAccess access;

	private final Accounts accounts;

	private final StandingDecisions standing;

	private final MediaFiles media;

	private final Clock clock;

	UnapprovedPosts(Corrections corrections, PostCorrections engine, Posts posts, PostAccess access, Accounts accounts,
			StandingDecisions standing, MediaFiles media, Clock clock) {
		this.corrections = corrections;
		this.engine = engine;
		this.posts = posts;
		this.access = access;
		this.accounts = accounts;
		this.standing = standing;
		this.media = media;
		this.clock = clock;
	}

	/** The latest this person registered, the newest first; few people have many. */
	public List<Correction> registeredBy(Person person, Asked asked) {
		return this.corrections.registeredBy(person.login())
			.stream()
			.filter((one) -> asked.which() == Which.ALL || (asked.which() == Which.ENDED) == isEnded(one))
			.filter((one) -> asked.before() == null || one.startedAt().isBefore(asked.before())
					|| (one.startedAt().equals(asked.before()) && one.reference().compareTo(asked.reference()) < 0))
			.limit(asked.most())
			.toList();
	}

	public boolean isEnded(Correction one) {
		return this.corrections.ending(one.caseId()).isPresent();
	}

	/**
	 * @param startKey the same key again gives the same correction
	 * @throws org.imprimatur.kernel.InvalidFields if something has to be typed
	 * differently; nothing has begun
	 * @throws org.imprimatur.kernel.Refusal 409 naming the correction that is open
	 * already
	 */
	@Transactional
	public Started register(Fields fields, String startKey, Person person) {
		this.posts.lockProposals();
		Optional<Correction> before = this.corrections.byStartKey(startKey)
			.filter((one) -> one.startedBy().equals(person.login()));
		if (before.isPresent()) {
			return new Started(before.get().reference(), before.get().caseId());
		}
		FieldCheck check = new FieldCheck(fields);
		Account account = this.accounts.find(fields.value("account")).orElse(null);
		if (account == null) {
			check.problem("account", "Choose the account it went out on.");
		}
		String address = check.address("address", "the address");
		String body = check.text("body", LONGEST_TEXT, "what it says");
		Post post = post(fields, account, person, check);
		if (address == null && body == null && post == null && !check.hasProblem("address")
				&& !check.hasProblem("post")) {
			check.problem("address", "Enter its address, or below what it says, so that others can find it.");
		}
		String who = check.text("who", LONGEST_NAME, "who posted it");
		Instant when = when(fields, check);
		String why = check.required("why", PostWriting.LONGEST_REASON, "what happened",
				"Enter what happened, and why it went out without approval if you know.");
		List<String> files = files(fields, person, check);
		check.done();
		String reference = (post != null) ? post.reference() : this.posts.nextReference();
		Correction begun = this.engine.begin(
				new Noticed(startKey, reference, (post != null) ? post.reference() : null, CorrectionOrigin.UNAPPROVED,
						account.id(), address, who, when, body, why),
				covered(post, body) ? Standing.STANDS : Standing.NONE, person);
		files.forEach((file) -> this.corrections.add(new CorrectionMedia(null, begun.caseId(), file)));
		return new Started(begun.reference(), begun.caseId());
	}

	private List<String> files(Fields fields, Person person, FieldCheck check) {
		List<String> files = fields.values("media").stream().distinct().toList();
		if (files.size() > MOST_FILES) {
			check.problem("media", "Attach at most " + MOST_FILES + " files.");
		}
		else if (files.stream()
			.anyMatch((file) -> this.media.find(file)
				.filter((one) -> !one.isDocument() && this.media.maySee(one, person))
				.isEmpty())) {
			check.problem("media", "A file is no longer here. Attach it again.");
		}
		return files;
	}

	private Post post(Fields fields, Account account, Person person, FieldCheck check) {
		String reference = check.text("post", 32, "the reference");
		if (reference == null) {
			return null;
		}
		Optional<Post> post = this.posts.find(reference).filter((one) -> this.access.maySee(reference, person));
		if (post.isEmpty()) {
			check.problem("post", "There is no post " + reference
					+ " for you. Enter a reference such as POST-2026-000001, or leave this empty.");
		}
		else if (account != null && !this.posts.latest(reference)
			.map(PostRevision::accountIds)
			.orElseGet(post.get()::accountIds)
			.contains(account.id())) {
			check.problem("post", reference + " is not meant for " + account.name()
					+ ". Choose its account, or leave the reference empty.");
		}
		return post.orElse(null);
	}

	private Instant when(Fields fields, FieldCheck check) {
		String field = fields.value("when").isEmpty() ? "postedAt" : "when";
		Instant when = PostWriting.time(fields.value(field), field, check);
		if (when != null && when.isAfter(this.clock.instant().plusSeconds(60))) {
			check.problem("when", "Enter when it went out; " + LondonTime.dateTime(when) + " has not come yet.");
		}
		return when;
	}

	/** Whether the very words that went out were found aligned before. */
	private boolean covered(Post post, String body) {
		return post != null && body != null
				&& this.posts.latest(post.reference())
					.filter((revision) -> revision.body().strip().equals(body))
					.isPresent()
				&& this.standing.alignment(post).isPresent();
	}

}
