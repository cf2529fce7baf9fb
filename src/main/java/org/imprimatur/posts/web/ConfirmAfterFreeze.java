package org.imprimatur.posts.web;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.imprimatur.kernel.Outcome;
import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.AfterFreeze;
import org.imprimatur.posts.Post;
import org.imprimatur.posts.PostAccess;
import org.imprimatur.posts.PostApproval;
import org.imprimatur.posts.Need;
import org.imprimatur.posts.PostApproval.Task;
import org.imprimatur.posts.PostNotices;
import org.imprimatur.posts.PostRecord;
import org.imprimatur.posts.PostWriting;
import org.imprimatur.posts.ReleaseGate;
import org.imprimatur.posts.StandingDecisions.Verdict;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Asked;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.TaskAtHand;

import org.springframework.stereotype.Component;

/**
 * An approver looks at an approved post again that a freeze held back: it goes ahead only
 * once every freeze on its account is lifted.
 */
@Component("confirmAfterFreezeForm")
@Policy({ "CRISIS", "APPROVED" })
class ConfirmAfterFreeze extends PostForm {

	private final PostWriting writing;

	private final ReleaseGate gate;

	private final PostNotices notices;

	ConfirmAfterFreeze(PostRecord record, PostAccess access, PostWriting writing, ReleaseGate gate,
			PostNotices notices) {
		super(Task.CONFIRM_AFTER_FREEZE, record, access);
		this.writing = writing;
		this.gate = gate;
		this.notices = notices;
	}

	@Override
	public Set<String> fields() {
		return Set.of("decision", "reason");
	}

	@Override
	public List<? extends Outcome> outcomes() {
		return List.of(AfterFreeze.values());
	}

	@Override
	public Map<String, Object> page(TaskAtHand task, Fields fields, Person person) {
		Map<String, Object> page = super.page(task, fields, person);
		page.put("verdict", this.gate.verdict(post(task.reference())).why());
		return page;
	}

	@Override
	public Map<String, Object> complete(TaskAtHand task, Fields fields, Asked asked, Person person) {
		Post post = post(task.reference());
		FieldCheck check = new FieldCheck(fields);
		AfterFreeze decision = check.choice("decision", AfterFreeze.class,
				"Choose whether the post goes ahead, changes or is withdrawn.");
		String reason = check.text("reason", PostWriting.LONGEST_REASON, "the reason");
		if (decision != null && decision != AfterFreeze.GO_AHEAD && reason == null) {
			check.problem("reason", (decision == AfterFreeze.CHANGE) ? "Enter what the author has to change."
					: "Enter why the post is withdrawn.");
		}
		Verdict verdict = this.gate.verdict(post);
		if (decision == AfterFreeze.GO_AHEAD && verdict.need() == Need.CONFIRM
				&& !this.notices.frozen(task.reference()).isEmpty()) {
			check.problem("decision", "The post cannot go ahead yet. " + verdict.why()
					+ " Until then you can send it back or withdraw it.");
		}
		check.done();
		this.writing.decide(post, task, decision, reason, null, Set.of(), Set.of(), asked, person);
		return PostApproval.CONFIRM_AFTER_FREEZE.is(decision);
	}

}
