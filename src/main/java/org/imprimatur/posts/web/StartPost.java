package org.imprimatur.posts.web;

import java.util.HashMap;
import java.util.LinkedHashMap;
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
import org.imprimatur.posts.PostAnswers;
import org.imprimatur.posts.PostApproval;
import org.imprimatur.posts.PostCopies;
import org.imprimatur.posts.PostDrafts;
import org.imprimatur.posts.PostOnAccounts;
import org.imprimatur.posts.PostProposals;
import org.imprimatur.posts.PostTemplates;
import org.imprimatur.posts.PostsSentIn;
import org.imprimatur.posts.Trigger;
import org.imprimatur.posts.Urgency;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.StartForm;

import org.springframework.stereotype.Component;

/** The page on which a post is proposed. */
@Component
@Policy({ "AUTHORISED", "APPROVED", "TRAINED" })
class StartPost implements StartForm {

	private final Accounts accounts;

	private final PostProposals proposals;

	private final PostsSentIn sentIn;

	private final PostDrafts drafts;

	private final PostOnAccounts onAccounts;

	private final PostCopies copies;

	private final PostAnswers answers;

	private final PostTemplates templates;

	private final PostAsides asides;

	StartPost(Accounts accounts, PostProposals proposals, PostsSentIn sentIn, PostDrafts drafts,
			PostOnAccounts onAccounts, PostCopies copies, PostAnswers answers, PostTemplates templates,
			PostAsides asides) {
		this.onAccounts = onAccounts;
		this.accounts = accounts;
		this.proposals = proposals;
		this.sentIn = sentIn;
		this.drafts = drafts;
		this.copies = copies;
		this.answers = answers;
		this.templates = templates;
		this.asides = asides;
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
		fields.addAll(Set.of("accounts", "kind", "title", "urgency", "urgencyReason", "campaign", "decision",
				PostCopies.FIELD, PostAnswers.FIELD));
		return fields;
	}

	@Override
	public Set<String> chosenFirst() {
		return Set.of("kind", "accounts");
	}

	@Override
	public Map<String, String> sorts() {
		Map<String, String> sorts = new LinkedHashMap<>();
		for (Kind kind : List.of(Kind.LIKE, Kind.REPLY, Kind.SHARE)) {
			sorts.put(kind.label(), "kind=" + kind.name());
		}
		return sorts;
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
		page.put("trainingWarning", trainingWarning(this.accounts, person));
		page.put("places", this.onAccounts.places(person));
		page.put("usable", this.accounts.usableBy(person.login()).stream().map(AccountOption::of).toList());
		page.put("templates", this.templates.of(person));
		page.put("warnings", this.asides.ofTyped(fields, person));
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
	public Optional<Fields> from(String from, Person person) {
		return this.copies.of(from, person)
			.or(() -> this.templates.from(from, person))
			.or(() -> this.answers.from(from, person));
	}

	@Override
	public List<SentIn> sentInBy(Person person, Asked asked) {
		return this.sentIn.by(person, asked);
	}

	@Override
	public Started start(Fields fields, String startKey, Person person) {
		return this.proposals.propose(fields, startKey, person);
	}

	/** A line for who may draft, but not publish; null if the training counts. */
	static String trainingWarning(Accounts accounts, Person person) {
		return accounts.whyNotTrained(person.login())
			.map((why) -> "You can draft this, but not publish it: " + why
					+ ". Ask the Digital Engagement Manager for training.")
			.orElse(null);
	}

}
