package org.imprimatur.posts.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.imprimatur.accounts.Accounts;
import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.CorrectionRecord;
import org.imprimatur.posts.PostCorrection;
import org.imprimatur.posts.UnapprovedPosts;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.StartForm;

import org.springframework.stereotype.Component;

/** The page on which anybody says that something went out without approval. */
@Component
@Policy({ "APPROVED", "ONE-LOGIN" })
class StartPostCorrection implements StartForm {

	private final UnapprovedPosts unapproved;

	private final CorrectionRecord record;

	private final Accounts accounts;

	StartPostCorrection(UnapprovedPosts unapproved, CorrectionRecord record, Accounts accounts) {
		this.unapproved = unapproved;
		this.record = record;
		this.accounts = accounts;
	}

	@Override
	public String process() {
		return PostCorrection.KEY;
	}

	@Override
	public String template() {
		return "forms/start/post-correction";
	}

	@Override
	public String name() {
		return "This went out without approval";
	}

	@Override
	public Set<String> fields() {
		// programs may say postedAt, as the record of a release does
		return Set.of("account", "address", "body", "who", "when", "postedAt", "why", "post", "media");
	}

	@Override
	public Optional<String> whyNot(Person person) {
		return Optional.empty();
	}

	@Override
	public Map<String, Object> page(Fields fields, Person person) {
		Map<String, Object> page = new HashMap<>();
		page.put("all", this.accounts.all().stream().map(AccountOption::of).toList());
		page.put("multipart", true);
		return page;
	}

	@Override
	public List<SentIn> sentInBy(Person person, Asked asked) {
		return this.unapproved.registeredBy(person, asked)
			.stream()
			.map((one) -> new SentIn(one.reference(), this.record.title(one), one.startedAt(),
					this.unapproved.isEnded(one), this.record.state(one), "", "", ""))
			.toList();
	}

	@Override
	public Started start(Fields fields, String startKey, Person person) {
		return this.unapproved.register(fields, startKey, person);
	}

}
