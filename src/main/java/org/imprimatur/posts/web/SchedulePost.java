package org.imprimatur.posts.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.imprimatur.kernel.Outcome;
import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.Post;
import org.imprimatur.posts.PostAccess;
import org.imprimatur.posts.PostApproval;
import org.imprimatur.posts.ObjectsCheck;
import org.imprimatur.posts.PostApproval.Task;
import org.imprimatur.posts.PostDrafts;
import org.imprimatur.posts.PostRecord;
import org.imprimatur.posts.PostWriting;
import org.imprimatur.posts.Scheduling;
import org.imprimatur.posts.ReleaseGate;
import org.imprimatur.posts.StandingDecisions;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Asked;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.TaskAtHand;

import org.springframework.stereotype.Component;

/** The channel team gives an approved post its slot. */
@Component("schedulePostForm")
@Policy("APPROVED")
class SchedulePost extends PostForm {

	private final PostWriting writing;

	private final PostDrafts drafts;

	private final StandingDecisions standing;

	private final ReleaseGate gate;

	SchedulePost(PostRecord record, PostAccess access, PostWriting writing, PostDrafts drafts,
			StandingDecisions standing, ReleaseGate gate) {
		super(Task.SCHEDULE_POST, record, access);
		this.writing = writing;
		this.drafts = drafts;
		this.standing = standing;
		this.gate = gate;
	}

	@Override
	public Set<String> fields() {
		return Set.of("decision", "publishAt");
	}

	@Override
	public List<? extends Outcome> outcomes() {
		return List.of(Scheduling.values());
	}

	@Override
	public Fields initial(TaskAtHand task, Person person) {
		return Fields.none().with("publishAt", this.drafts.last(task.reference()).value("publishAt"));
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
		Scheduling decision = check.choice("decision", Scheduling.class,
				"Choose whether to schedule the post, send it back or withdraw it.");
		Instant publishAt = null;
		if (decision == Scheduling.SCHEDULE) {
			publishAt = this.writing.future(fields.value("publishAt"), "publishAt", check);
			if (publishAt == null && !check.hasProblem("publishAt")) {
				check.problem("publishAt", "Enter when the post is to go out.");
			}
			if (this.standing.objectsCheck(post).check() == ObjectsCheck.BLOCKED) {
				check.problem("decision", this.writing.blocked(post));
			}
		}
		check.done();
		this.writing.decide(post, task, decision, null, null, Set.of(), Set.of(), asked, person);
		if (decision == Scheduling.SCHEDULE) {
			this.writing.slot(post, publishAt, null, person);
		}
		return PostApproval.SCHEDULE_POST.is(decision);
	}

}
