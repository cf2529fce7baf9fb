package org.imprimatur.posts;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.imprimatur.accounts.Account;
import org.imprimatur.accounts.Accounts;
import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.PostCorrection.Task;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.security.TaskFacts;
import org.imprimatur.security.TaskGuard;

import org.springframework.stereotype.Component;

/**
 * Separation of duties about what is out, whatever model the case runs on: neither who
 * posted it nor who wrote it checks it or decides about it, who checked it does not
 * decide, and where nobody of ours is said to have posted it, who reported it does
 * neither. Only people authorised on the account carry a decision out.
 */
@Component
@Policy({ "APPROVED", "OBJECTS", "AUTHORISED" })
class CorrectionEyes implements TaskGuard {

	private static final String REVIEWERS = "charity-objects-reviewers";

	private static final String HEAD = "head-of-communications";

	private final Corrections corrections;

	private final PostCorrections engine;

	private final Posts posts;

	private final Accounts accounts;

	private final Posters posters;

	private final People people;

	CorrectionEyes(Corrections corrections, PostCorrections engine, Posts posts, Accounts accounts, Posters posters,
			People people) {
		this.posters = posters;
		this.corrections = corrections;
		this.engine = engine;
		this.posts = posts;
		this.accounts = accounts;
		this.people = people;
	}

	@Override
	public String process() {
		return PostCorrection.KEY;
	}

	@Override
	public Optional<String> whyNot(TaskFacts task, Person person) {
		Optional<Correction> found = this.engine.at(task.taskId());
		if (found.isEmpty()) {
			return Optional.of("Nothing is recorded about this correction. Tell an administrator.");
		}
		Correction correction = found.get();
		if (task.task().equals(Task.CHECK_AFTER_THE_FACT.id())) {
			return notOneOf(person, List.of(REVIEWERS))
				.or(() -> notInvolved(correction, person, "check it against the Charity's objects"));
		}
		if (task.task().equals(Task.DECIDE_CORRECTION.id())) {
			return notOneOf(person, List.of(correction.team() + "-approvers", HEAD))
				.or(() -> notInvolved(correction, person, "decide what happens to it"))
				.or(() -> notTheChecker(correction, person));
		}
		return notOneOf(person, List.of(correction.team(), correction.team() + "-approvers"))
			.or(() -> notAuthorised(correction, person));
	}

	private Optional<String> notInvolved(Correction correction, Person person, String task) {
		if (isPoster(correction, person)) {
			return Optional.of("You posted this, so somebody else has to " + task + ".");
		}
		if (correction.post() != null && this.posts.authors(correction.post()).contains(person.login())) {
			return Optional
				.of("You wrote this post or a version of it, so someone other than the author has to " + task + ".");
		}
		if (correction.origin() == CorrectionOrigin.UNAPPROVED && correction.startedBy().equals(person.login())
				&& this.posters.named(correction.postedBy()).isEmpty()) {
			return Optional.of("You reported this, and "
					+ ((correction.postedBy() == null) ? "nobody has said who posted it"
							: "none of our people is recognised in who posted it")
					+ ", so somebody else has to " + task + ".");
		}
		return Optional.empty();
	}

	/** By login or by the name that somebody typed, and by every record of a release. */
	private boolean isPoster(Correction correction, Person person) {
		return this.posters.named(correction.postedBy()).contains(person.login())
				|| (correction.post() != null && this.posts.releases(correction.post())
					.stream()
					.anyMatch((one) -> one.account().equals(correction.account())
							&& one.decision() != Released.NOT_POSTED && one.recordedBy().equals(person.login())));
	}

	private Optional<String> notTheChecker(Correction correction, Person person) {
		return this.corrections.judgement(correction.caseId(), Task.CHECK_AFTER_THE_FACT)
			.filter((one) -> one.decidedBy().equals(person.login()))
			.map((one) -> "You have checked this against the Charity's objects, so somebody else has to decide what "
					+ "happens to it.");
	}

	private Optional<String> notOneOf(Person person, List<String> groups) {
		return groups.stream().anyMatch(person::isIn) ? Optional.empty() : Optional.of("This task is for other people: "
				+ groups.stream().map(this.people::nameOfGroup).collect(Collectors.joining(", ")) + ".");
	}

	private Optional<String> notAuthorised(Correction correction, Person person) {
		return this.accounts.isAuthorised(person.login(), correction.account()) ? Optional.empty()
				: Optional.of("You are not authorised to use the account "
						+ this.accounts.find(correction.account()).map(Account::name).orElse(correction.account())
						+ ". Ask the Digital Engagement Manager for an authorisation.");
	}

}
