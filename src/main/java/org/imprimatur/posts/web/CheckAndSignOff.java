package org.imprimatur.posts.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.imprimatur.accounts.Accounts;
import org.imprimatur.kernel.ModelName;
import org.imprimatur.kernel.Outcome;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.posts.ObjectsFinding;
import org.imprimatur.posts.Post;
import org.imprimatur.posts.PostAccess;
import org.imprimatur.posts.PostApproval;
import org.imprimatur.posts.PostApproval.Decision;
import org.imprimatur.posts.ObjectsCheck;
import org.imprimatur.posts.PostApproval.Task;
import org.imprimatur.posts.PostRecord;
import org.imprimatur.posts.PostWriting;
import org.imprimatur.posts.SignOff;
import org.imprimatur.posts.StandingDecisions;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Asked;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.TaskAtHand;

import org.springframework.stereotype.Component;

/**
 * The light route: one second person holds the post against the Charity's objects and
 * signs it. Both stay on record as decisions of their own.
 */
@Component("checkAndSignOffForm")
@Policy({ "OBJECTS", "APPROVED", "SHARE", "CONDUCT" })
class CheckAndSignOff extends PostForm {

	private final PostWriting writing;

	private final LinesToConfirm lines;

	private final StandingDecisions standing;

	private final Accounts accounts;

	CheckAndSignOff(PostRecord record, PostAccess access, PostWriting writing, LinesToConfirm lines,
			StandingDecisions standing, Accounts accounts) {
		super(Task.CHECK_AND_SIGN_OFF, record, access);
		this.writing = writing;
		this.lines = lines;
		this.standing = standing;
		this.accounts = accounts;
	}

	@Override
	public Set<String> fields() {
		return Set.of("objectsDecision", "object", "decision", "reason", "confirmations", "triggers");
	}

	@Override
	public List<? extends Outcome> outcomes() {
		return List.of(SignOff.values());
	}

	@Override
	public Optional<ModelName> askedBy() {
		return Optional.of(Decision.APPROVAL_ROUTE);
	}

	@Override
	public Map<String, Object> page(TaskAtHand task, Fields fields, Person person) {
		Post post = post(task.reference());
		Map<String, Object> page = super.page(task, fields, person);
		this.lines.show(post, fields, page);
		page.put("findings", ObjectsFinding.values());
		page.put("objects", ObjectOption.all(this.accounts));
		page.put("objectsNeeded", objectsNeeded(post));
		return page;
	}

	@Override
	public Map<String, Object> complete(TaskAtHand task, Fields fields, Asked asked, Person person) {
		Post post = post(task.reference());
		if (!this.standing.mayBeLight(post)) {
			throw Refusal.conflict("One person may no longer decide " + post.reference()
					+ " alone. Nothing was recorded. See /items/" + post.reference() + " for what it needs.");
		}
		FieldCheck check = new FieldCheck(fields);
		ObjectsFinding finding = objectsNeeded(post) ? check.choice("objectsDecision", ObjectsFinding.class,
				"Choose whether it is aligned with the Charity’s objects.") : null;
		String object = ObjectOption.chosen(fields, finding == ObjectsFinding.ALIGNED, this.accounts, check);
		SignOff decision = check.choice("decision", SignOff.class,
				"Choose whether it is approved, has to change, or is rejected.");
		agree(finding, decision, check);
		String reason = check.text("reason", PostWriting.LONGEST_REASON, "the reason");
		if (decision != null && decision != SignOff.APPROVED && reason == null) {
			check.problem("reason", (decision == SignOff.REJECTED) ? "Enter a reason for rejecting it."
					: "Enter what the author has to change.");
		}
		LinesToConfirm.Ticked ticked = this.lines.read(post, decision, check);
		check.done();
		this.writing.decideTogether(post, task, finding, object, decision, reason, ticked.confirmed(),
				ticked.triggers(), asked, person);
		return PostApproval.CHECK_AND_SIGN_OFF.is(decision);
	}

	/** Nobody signs what they have just found wanting. */
	private static void agree(ObjectsFinding finding, SignOff decision, FieldCheck check) {
		if (finding == ObjectsFinding.NOT_ALIGNED && decision != null && decision != SignOff.REJECTED) {
			check.problem("decision", "Reject it, since you found it not aligned, or change what you found.");
		}
		if (finding == ObjectsFinding.CHANGES_NEEDED && decision == SignOff.APPROVED) {
			check.problem("decision", "Ask for changes, since you found them needed, or change what you found.");
		}
	}

	private boolean objectsNeeded(Post post) {
		return this.standing.objectsCheck(post).check() == ObjectsCheck.REQUIRED;
	}

}
