package org.imprimatur.posts.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.imprimatur.kernel.ModelName;
import org.imprimatur.kernel.Outcome;
import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.Post;
import org.imprimatur.posts.PostAccess;
import org.imprimatur.posts.PostApproval;
import org.imprimatur.posts.PostApproval.Decision;
import org.imprimatur.posts.PostApproval.Task;
import org.imprimatur.posts.PostRecord;
import org.imprimatur.posts.PostWriting;
import org.imprimatur.posts.SignOff;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Asked;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.TaskAtHand;

import org.springframework.stereotype.Component;

/**
 * An approver decides, and confirms the lines of the codes that this very post triggers.
 */
@Component("signOffPostForm")
@Policy({ "APPROVED", "CONDUCT", "GROUNDED" })
class SignOffPost extends PostForm {

	private final PostWriting writing;

	private final LinesToConfirm lines;

	SignOffPost(PostRecord record, PostAccess access, PostWriting writing, LinesToConfirm lines) {
		super(Task.SIGN_OFF_POST, record, access);
		this.writing = writing;
		this.lines = lines;
	}

	@Override
	public Set<String> fields() {
		return Set.of("decision", "reason", "confirmations", "triggers");
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
		return page;
	}

	@Override
	public Map<String, Object> complete(TaskAtHand task, Fields fields, Asked asked, Person person) {
		Post post = post(task.reference());
		FieldCheck check = new FieldCheck(fields);
		SignOff decision = check.choice("decision", SignOff.class,
				"Choose whether the post is approved, has to change, or is rejected.");
		String reason = check.text("reason", PostWriting.LONGEST_REASON, "the reason");
		if (decision != null && decision != SignOff.APPROVED && reason == null) {
			check.problem("reason", (decision == SignOff.REJECTED) ? "Enter a reason for rejecting the post."
					: "Enter what the author has to change.");
		}
		LinesToConfirm.Ticked ticked = this.lines.read(post, decision, check);
		check.done();
		this.writing.decide(post, task, decision, reason, null, ticked.confirmed(), ticked.triggers(), asked, person);
		return PostApproval.SIGN_OFF_POST.is(decision);
	}

}
