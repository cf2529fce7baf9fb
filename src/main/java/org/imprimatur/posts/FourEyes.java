package org.imprimatur.posts;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.imprimatur.accounts.Accounts;
import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.PostApproval.Task;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.security.TaskFacts;
import org.imprimatur.security.TaskGuard;

import org.springframework.stereotype.Component;

/**
 * Separation of duties for posts, whatever model the case runs on: reviewers check, the
 * route's group or the Head of Communications signs, who wrote any of it judges none of
 * it, who checks the objects does not sign, and only authorised people draft, schedule
 * and publish, the last while their training counts, and shares the channel manager.
 * Never relaxed.
 */
@Component
@Policy({ "APPROVED", "OBJECTS", "AUTHORISED", "TRAINED", "ONE-LOGIN", "SHARE" })
class FourEyes implements TaskGuard {

	private static final String REVIEWERS = "charity-objects-reviewers";

	private static final String DECIDED = "You have decided about this post, so somebody else has to look at it again.";

	private static final String LAST_RESORT = "head-of-communications";

	private final Posts posts;

	private final Accounts accounts;

	private final StandingDecisions standing;

	private final PostApprovals approvals;

	private final Escalations escalations;

	private final ChannelManagers channelManagers;

	private final People people;

	FourEyes(Posts posts, Accounts accounts, StandingDecisions standing, PostApprovals approvals,
			Escalations escalations, ChannelManagers channelManagers, People people) {
		this.channelManagers = channelManagers;
		this.approvals = approvals;
		this.posts = posts;
		this.accounts = accounts;
		this.standing = standing;
		this.escalations = escalations;
		this.people = people;
	}

	@Override
	public String process() {
		return PostApproval.KEY;
	}

	@Override
	public Optional<String> whyNot(TaskFacts task, Person person) {
		return whyNot(task, person, this.escalations.of(task.taskId()).map(Escalations.Escalation::toGroup));
	}

	/**
	 * @param askedInstead the group that this very task has gone up to, if it has
	 */
	Optional<String> whyNot(TaskFacts task, Person person, Optional<String> askedInstead) {
		Optional<Post> post = this.posts.find(task.reference());
		if (post.isEmpty()) {
			// the case is just being proposed: the draft is its author's
			return Optional.empty();
		}
		if (task.task().equals(Task.CHECK_CHARITY_OBJECTS.id())) {
			return notOneOf(person, with(askedInstead, REVIEWERS))
				.or(() -> notAnAuthor(post.get(), person, "check it against the Charity's objects"))
				.or(() -> notADecider(post.get(), person, Task.SIGN_OFF_POST,
						"You have decided on the sign-off of this post, so somebody else has to check the Charity's objects."));
		}
		if (task.task().equals(Task.SIGN_OFF_POST.id())) {
			return notOneOf(person,
					with(askedInstead, this.standing.route(post.get()).group(), post.get().team() + "-approvers",
							LAST_RESORT))
				.or(() -> notAnAuthor(post.get(), person, "sign it off"))
				.or(() -> notADecider(post.get(), person, Task.CHECK_CHARITY_OBJECTS,
						"You have checked this post against the Charity's objects, so somebody else has to sign it off."));
		}
		if (task.task().equals(Task.CONFIRM_AFTER_FREEZE.id())) {
			return notOneOf(person,
					with(askedInstead, this.standing.route(post.get()).group(), post.get().team() + "-approvers",
							LAST_RESORT))
				.or(() -> notAnAuthor(post.get(), person, "say whether it goes ahead after the freeze"));
		}
		if (task.task().equals(Task.CHECK_AND_SIGN_OFF.id())) {
			return mayNotDoBoth(post.get(), person);
		}
		if (task.task().equals(Task.REVIEW_URGENT_POST.id())) {
			return notOneOf(person, List.of(REVIEWERS)).or(() -> notAThird(post.get(), person));
		}
		boolean ofOne = task.task().equals(Task.PUBLISH_POST.id()) || task.task().equals(Task.TAKE_OUT_OF_QUEUE.id());
		String account = ofOne ? this.approvals.accountOf(task.taskId()) : null;
		List<String> on = (account != null) ? List.of(account) : this.standing.concerned(post.get());
		boolean publishes = task.task().equals(Task.PUBLISH_POST.id());
		return notAuthorised(on, person).or(() -> publishes ? notTrained(person) : Optional.empty())
			.or(() -> publishes ? this.channelManagers.whyNot(post.get(), on, person) : Optional.empty());
	}

	/** Lapsed training stops publishing; drafting and scheduling go on. */
	private Optional<String> notTrained(Person person) {
		return this.accounts.whyNotTrained(person.login())
			.map((why) -> "You cannot publish, since " + why
					+ ". Ask the Digital Engagement Manager for training, or somebody of the team to publish this.");
	}

	private static List<String> with(Optional<String> askedInstead, String... groups) {
		return Stream.concat(Stream.of(groups), askedInstead.stream()).toList();
	}

	/** The one second person holds both rights and wrote none of it. */
	private Optional<String> mayNotDoBoth(Post post, Person person) {
		return notOneOf(person, List.of(this.standing.route(post).group(), post.team() + "-approvers"))
			.or(() -> (this.standing.objectsCheck(post).check() == ObjectsCheck.REQUIRED && !person.isIn(REVIEWERS))
					? Optional.of("This needs one person who may check the Charity's objects as well as sign. "
							+ "You may do one of the two: you are asked if nobody else acts in time.")
					: Optional.empty())
			.or(() -> notAnAuthor(post, person, "check it and sign it off"));
	}

	/** Neither an author, nor who decided, nor who released it. */
	private Optional<String> notAThird(Post post, Person person) {
		boolean released = this.posts.releases(post.reference())
			.stream()
			.anyMatch((one) -> one.recordedBy().equals(person.login()));
		return notAnAuthor(post, person, "look at it again")
			.or(() -> notADecider(post, person, Task.CHECK_CHARITY_OBJECTS, DECIDED))
			.or(() -> notADecider(post, person, Task.SIGN_OFF_POST, DECIDED))
			.or(() -> released ? Optional.of("You released this post, so somebody else has to look at it again.")
					: Optional.empty());
	}

	/** Whoever the model of the case offers the task to: the judges are these. */
	private Optional<String> notOneOf(Person person, List<String> groups) {
		return groups.stream().anyMatch(person::isIn) ? Optional.empty() : Optional.of("This task is for other people: "
				+ groups.stream().distinct().map(this.people::nameOfGroup).collect(Collectors.joining(", ")) + ".");
	}

	private Optional<String> notAnAuthor(Post post, Person person, String judge) {
		return this.posts.authors(post.reference()).contains(person.login()) ? Optional
			.of("You wrote this post or a version of it, so someone other than the author has to " + judge + ".")
				: Optional.empty();
	}

	private Optional<String> notADecider(Post post, Person person, Task task, String why) {
		return this.posts.deciders(post.reference(), task).contains(person.login()) ? Optional.of(why)
				: Optional.empty();
	}

	private Optional<String> notAuthorised(List<String> accountIds, Person person) {
		return accountIds.stream()
			.filter((account) -> !this.accounts.isAuthorised(person.login(), account))
			.findFirst()
			.map((account) -> "You are not authorised to use the account "
					+ this.accounts.find(account).map((found) -> found.name()).orElse(account)
					+ ". Ask the Digital Engagement Manager for an authorisation.");
	}

}
