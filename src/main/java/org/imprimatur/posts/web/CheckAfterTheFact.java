package org.imprimatur.posts.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.imprimatur.accounts.Accounts;
import org.imprimatur.kernel.ModelName;
import org.imprimatur.kernel.Outcome;
import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.AfterTheFact;
import org.imprimatur.posts.PostApproval.Decision;
import org.imprimatur.posts.PostCorrection;
import org.imprimatur.posts.PostCorrection.Task;
import org.imprimatur.posts.PostWriting;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Asked;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.TaskAtHand;

import org.springframework.stereotype.Component;

/** A reviewer holds what went out without approval against the Charity's objects. */
@Component("checkAfterTheFactForm")
@Policy("OBJECTS")
class CheckAfterTheFact extends CorrectionForm {

	private final Accounts accounts;

	CheckAfterTheFact(Shared shared, Accounts accounts) {
		super(Task.CHECK_AFTER_THE_FACT, shared);
		this.accounts = accounts;
	}

	@Override
	public Set<String> fields() {
		return Set.of("decision", "object", "reason");
	}

	@Override
	public List<? extends Outcome> outcomes() {
		return List.of(AfterTheFact.values());
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
		AfterTheFact decision = check.choice("decision", AfterTheFact.class,
				"Choose whether what went out is aligned with the Charity’s objects.");
		String object = ObjectOption.chosen(fields, decision == AfterTheFact.ALIGNED, this.accounts, check);
		String reason = check.text("reason", PostWriting.LONGEST_REASON, "the reason");
		if (decision == AfterTheFact.NOT_ALIGNED && reason == null) {
			check.problem("reason", "Enter why it does not serve the Charity’s objects.");
		}
		check.done();
		writing().judge(task, decision, reason, (decision == AfterTheFact.ALIGNED) ? object : null, person);
		return PostCorrection.CHECK_AFTER_THE_FACT.is(decision);
	}

}
