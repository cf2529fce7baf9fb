package org.imprimatur.posts.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.imprimatur.accounts.Accounts;
import org.imprimatur.kernel.Outcome;
import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.Drafted;
import org.imprimatur.posts.Goal;
import org.imprimatur.posts.Grounding;
import org.imprimatur.posts.Post;
import org.imprimatur.posts.PostAccess;
import org.imprimatur.posts.PostApproval;
import org.imprimatur.posts.PostApproval.Task;
import org.imprimatur.posts.PostDrafts;
import org.imprimatur.posts.PostOnAccounts;
import org.imprimatur.posts.PostRecord;
import org.imprimatur.posts.PostWriting;
import org.imprimatur.posts.Trigger;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Asked;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.TaskAtHand;
import org.imprimatur.tasks.TypedDrafts;

import org.springframework.stereotype.Component;

/** The author writes the post, says what it rests on and marks what it contains. */
@Component("draftPostForm")
@Policy({ "GROUNDED", "CONDUCT", "TRAINED" })
class DraftPost extends PostForm {

	private final PostWriting writing;

	private final PostDrafts drafts;

	private final PostOnAccounts onAccounts;

	private final TypedDrafts typed;

	private final Accounts accounts;

	DraftPost(PostRecord record, PostAccess access, PostWriting writing, PostDrafts drafts, PostOnAccounts onAccounts,
			TypedDrafts typed, Accounts accounts) {
		super(Task.DRAFT_POST, record, access);
		this.accounts = accounts;
		this.writing = writing;
		this.drafts = drafts;
		this.onAccounts = onAccounts;
		this.typed = typed;
	}

	@Override
	public Set<String> fields() {
		Set<String> fields = new TreeSet<>(this.drafts.fields());
		fields.add("decision");
		return fields;
	}

	@Override
	public List<? extends Outcome> outcomes() {
		return List.of(Drafted.values());
	}

	@Override
	public Fields initial(TaskAtHand task, Person person) {
		// who takes a draft over goes on from what was typed
		return this.typed.latest(TypedDrafts.task(task.id()))
			.map((draft) -> draft.fields().only(this.drafts.fields()))
			.map((draft) -> draft.names().contains("accounts") ? draft
					: draft.with("accounts", post(task.reference()).accountIds()))
			.orElseGet(() -> this.drafts.last(task.reference()));
	}

	@Override
	public Map<String, Object> page(TaskAtHand task, Fields fields, Person person) {
		Map<String, Object> page = super.page(task, fields, person);
		page.put("trainingWarning", StartPost.trainingWarning(this.accounts, person));
		page.put("groundings", Grounding.values());
		page.put("goals", Goal.values());
		page.put("multipart", true);
		page.put("clips", this.drafts.clips(fields));
		page.put("allTriggers", Trigger.values());
		page.put("kind", post(task.reference()).kind().name());
		List<PostOnAccounts.Place> places = this.onAccounts.places(post(task.reference()), person);
		page.put("places", places);
		page.put("usable", AccountOption.of(places));
		return page;
	}

	@Override
	public Map<String, Object> complete(TaskAtHand task, Fields fields, Asked asked, Person person) {
		FieldCheck check = new FieldCheck(fields);
		Drafted decision = check.choice("decision", Drafted.class, "Choose whether to submit or to withdraw the post.");
		check.done();
		Post post = post(task.reference());
		if (decision == Drafted.SUBMIT) {
			this.drafts.revise(post, fields, person);
		}
		else {
			this.writing.decide(post, task, decision, null, null, Set.of(), Set.of(), asked, person);
		}
		return PostApproval.DRAFT_POST.is(decision);
	}

}
