package org.imprimatur.posts;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.imprimatur.accounts.Account;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.StartForm.Started;
import org.imprimatur.tasks.TaskDoor;
import org.imprimatur.tasks.TypedDrafts;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Begins the approval of a post: the only way one begins.
 */
@Component
@Policy({ "AUTHORISED", "APPROVED" })
public class PostProposals {

	private static final int LONGEST_TITLE = 200;

	private final Posts posts;

	private final PostApprovals approvals;

	private final PostWriting writing;

	private final PostDrafts written;

	private final PostCopies copies;

	private final PostAnswers answers;

	private final PostAccounts onAccounts;

	private final TaskDoor door;

	private final TypedDrafts drafts;

	private final Clock clock;

	PostProposals(Posts posts, PostApprovals approvals, PostWriting writing, PostDrafts written, PostCopies copies,
			PostAnswers answers, PostAccounts onAccounts, TaskDoor door, TypedDrafts drafts, Clock clock) {
		this.posts = posts;
		this.approvals = approvals;
		this.writing = writing;
		this.written = written;
		this.copies = copies;
		this.answers = answers;
		this.onAccounts = onAccounts;
		this.door = door;
		this.drafts = drafts;
		this.clock = clock;
	}

	/**
	 * Proposes a post; with {@code decision=SUBMIT} the draft is submitted in the same
	 * act, else it waits with the author as typed.
	 * @param startKey the same key again gives the same post
	 * @throws org.imprimatur.kernel.InvalidFields if something has to be typed
	 * differently; nothing has begun
	 */
	@Transactional
	public Started propose(Fields fields, String startKey, Person person) {
		this.posts.lockProposals();
		Optional<Started> before = before(startKey, person);
		if (before.isPresent()) {
			return before.get();
		}
		FieldCheck check = new FieldCheck(fields);
		this.copies.check(fields, person, check);
		this.answers.check(fields, person, check);
		List<Account> on = this.onAccounts.chosen(fields, person, check);
		List<String> accountIds = on.stream().map(Account::id).toList();
		Kind kind = check.choice("kind", Kind.class, "Choose what sort of post it is.");
		Urgency urgency = Optional
			.ofNullable(check.optionalChoice("urgency", Urgency.class, "Choose normal or breaking news."))
			.orElse(Urgency.NORMAL);
		String urgencyReason = check.text("urgencyReason", PostWriting.LONGEST_REASON, "the reason");
		if (urgency == Urgency.BREAKING && urgencyReason == null) {
			check.problem("urgencyReason", "Enter why this cannot wait.");
		}
		String title = check.text("title", LONGEST_TITLE, "the title");
		String campaign = check.text("campaign", LONGEST_TITLE, "the campaign");
		Drafted decision = check.optionalChoice("decision", Drafted.class, "Choose whether to submit the post now.");
		if (decision == Drafted.SUBMIT) {
			this.written.check(kind, accountIds, fields, check);
		}
		Instant askedFor = (decision == Drafted.SUBMIT)
				? this.writing.future(fields.value("publishAt"), "publishAt", check) : null;
		check.done();
		String reference = this.posts.nextReference();
		PostApprovals.Proposed proposed = this.approvals.proposed(reference, person.login(), on.get(0).team(), kind,
				urgency, askedFor);
		this.posts.add(new Post(reference, proposed.caseId(), startKey,
				(title != null) ? title : titleFrom(PostTexts.typed(accountIds, fields).any(), kind, on.get(0)), kind,
				urgency, urgencyReason, campaign, String.join(",", accountIds), on.get(0).team(), person.login(),
				this.clock.instant()));
		this.copies.record(reference, fields, person);
		this.answers.record(reference, fields, person);
		Fields draft = fields.only(this.written.fields());
		if (decision != null) {
			this.door.complete(proposed.draftTask(), draft.with("decision", decision.name()), person);
		}
		else {
			this.drafts.keep(person.login(), TypedDrafts.task(proposed.draftTask()), draft);
		}
		return new Started(reference, proposed.caseId());
	}

	private Optional<Started> before(String startKey, Person person) {
		return this.posts.byStartKey(startKey)
			.filter((post) -> post.author().equals(person.login()))
			.map((post) -> new Started(post.reference(), post.caseId()));
	}

	/** The first words of the text, cut between characters that people see. */
	private static String titleFrom(String body, Kind kind, Account account) {
		// what cannot be stored is refused with the text itself, not with its title
		String line = body.replaceAll("[\\x00\\p{Cs}]", "").strip().replaceAll("\\s+", " ");
		if (line.isEmpty()) {
			return kind.label() + " on " + account.name();
		}
		if (line.codePointCount(0, line.length()) <= 60) {
			return line;
		}
		String start = line.substring(0, line.offsetByCodePoints(0, 60));
		int space = start.lastIndexOf(' ');
		return ((space > 20) ? start.substring(0, space) : start) + "…";
	}

}
