package org.imprimatur.posts.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.imprimatur.accounts.Accounts;
import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.Drafted;
import org.imprimatur.posts.Goal;
import org.imprimatur.posts.Grounding;
import org.imprimatur.posts.Kind;
import org.imprimatur.posts.PostApproval;
import org.imprimatur.posts.PostDrafts;
import org.imprimatur.posts.PostOnAccounts;
import org.imprimatur.posts.PostProposals;
import org.imprimatur.posts.PostRecord;
import org.imprimatur.posts.Trigger;
import org.imprimatur.posts.Urgency;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.StartForm;

import org.springframework.stereotype.Component;

/** The page on which a post is proposed. */
@Component
@Policy({ "AUTHORISED", "APPROVED" })
class StartPost implements StartForm {

	private final Accounts accounts;

	private final PostProposals proposals;

	private final PostRecord record;

	private final PostDrafts drafts;

	private final PostOnAccounts onAccounts;

	StartPost(Accounts accounts, PostProposals proposals, PostRecord record, PostDrafts drafts,
			PostOnAccounts onAccounts) {
		this.onAccounts = onAccounts;
		this.accounts = accounts;
		this.proposals = proposals;
		this.record = record;
		this.drafts = drafts;
	}

	@Override
	public String process() {
		return PostApproval.KEY;
	}

	@Override
	public String template() {
		return "forms/start/post-approval";
	}

	@Override
	public String name() {
		return "Propose a post";
	}

	@Override
	public Set<String> fields() {
		Set<String> fields = new TreeSet<>(this.drafts.fields());
		fields.addAll(Set.of("accounts", "kind", "title", "urgency", "urgencyReason", "campaign", "decision"));
		return fields;
	}

	@Override
	public Optional<String> whyNot(Person person) {
		return this.accounts.usableBy(person.login()).isEmpty() ? Optional
			.of("You are not authorised to use any account. Ask the Digital Engagement Manager for an authorisation.")
				: Optional.empty();
	}

	@Override
	public Map<String, Object> page(Fields fields, Person person) {
		Map<String, Object> page = new HashMap<>();
		page.put("places", this.onAccounts.places(person));
		page.put("usable", this.accounts.usableBy(person.login()).stream().map(AccountOption::of).toList());
		page.put("kinds", Kind.values());
		page.put("urgencies", Urgency.values());
		page.put("groundings", Grounding.values());
		page.put("goals", Goal.values());
		page.put("multipart", true);
		page.put("clips", this.drafts.clips(fields));
		page.put("allTriggers", Trigger.values());
		page.put("submit", List.of(Drafted.SUBMIT));
		page.put("kind", fields.value("kind"));
		return page;
	}

	@Override
	public List<SentIn> sentInBy(Person person) {
		return this.record.proposedBy(person.login())
			.stream()
			.map((post) -> new SentIn(post.reference(), post.title(), this.record.state(post.reference())))
			.toList();
	}

	@Override
	public Started start(Fields fields, String startKey, Person person) {
		return this.proposals.propose(fields, startKey, person);
	}

}
