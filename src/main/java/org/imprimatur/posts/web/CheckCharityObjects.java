package org.imprimatur.posts.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.imprimatur.accounts.Accounts;
import org.imprimatur.kernel.ModelName;
import org.imprimatur.kernel.Outcome;
import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.ObjectsFinding;
import org.imprimatur.posts.PostAccess;
import org.imprimatur.posts.PostApproval;
import org.imprimatur.posts.PostApproval.Decision;
import org.imprimatur.posts.PostApproval.Task;
import org.imprimatur.posts.PostRecord;
import org.imprimatur.posts.PostWriting;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Asked;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.TaskAtHand;

import org.springframework.stereotype.Component;

/** A reviewer holds the post against the Charity's objects. */
@Component("checkCharityObjectsForm")
@Policy("OBJECTS")
class CheckCharityObjects extends PostForm {

	private final PostWriting writing;

	private final Accounts accounts;

	CheckCharityObjects(PostRecord record, PostAccess access, PostWriting writing, Accounts accounts) {
		super(Task.CHECK_CHARITY_OBJECTS, record, access);
		this.writing = writing;
		this.accounts = accounts;
	}

	@Override
	public Set<String> fields() {
		return Set.of("decision", "object", "reason");
	}

	@Override
	public List<? extends Outcome> outcomes() {
		return List.of(ObjectsFinding.values());
	}

	@Override
	public Optional<ModelName> askedBy() {
		return Optional.of(Decision.OBJECTS_CHECK);
	}

	@Override
	public Map<String, Object> page(TaskAtHand task, Fields fields, Person person) {
		Map<String, Object> page = super.page(task, fields, person);
		page.put("objects", ObjectOption.all(this.accounts));
		return page;
	}

	@Override
	public Map<String, Object> complete(TaskAtHand task, Fields fields, Asked asked, Person person) {
		FieldCheck check = new FieldCheck(fields);
		ObjectsFinding decision = check.choice("decision", ObjectsFinding.class,
				"Choose whether the post is aligned with the Charity’s objects.");
		String object = ObjectOption.chosen(fields, decision == ObjectsFinding.ALIGNED, this.accounts, check);
		String reason = check.text("reason", PostWriting.LONGEST_REASON, "the reason");
		if (decision != null && decision != ObjectsFinding.ALIGNED && reason == null) {
			check.problem("reason", (decision == ObjectsFinding.CHANGES_NEEDED) ? "Enter what the author has to change."
					: "Enter why the post does not serve the Charity’s objects.");
		}
		check.done();
		this.writing.decide(post(task.reference()), task, decision, reason, object, Set.of(), Set.of(), asked, person);
		return PostApproval.CHECK_CHARITY_OBJECTS.is(decision);
	}

}
