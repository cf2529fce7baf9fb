package org.imprimatur.posts;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;

import org.imprimatur.security.Person;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.StartForm.Started;

/** One person of the demo at work: signed in for each act, and for that act only. */
final class Actor extends SignedIn {

	Actor(Stage stage, Person person) {
		super(stage, person);
	}

	/** Proposes a post and leaves the draft open. */
	OnePost drafts(Draft draft) {
		return proposes(draft.fields(), UUID.randomUUID().toString());
	}

	/** Proposes a post and submits the draft in the same act. */
	OnePost submits(Draft draft) {
		return proposes(draft.with("decision", Drafted.SUBMIT.name()).fields(), UUID.randomUUID().toString());
	}

	OnePost proposes(Fields fields, String startKey) {
		Started started = as(() -> this.stage.proposals.propose(fields, startKey, this.person));
		OnePost post = new OnePost(started.reference(), started.caseId(), this.stage);
		this.stage.posted.add(post);
		return post;
	}

	/** Submits the open draft. */
	Actor submits(OnePost post, Draft draft) {
		Set<String> names = new TreeSet<>(PostDrafts.DRAFT_FIELDS);
		draft.typed().keySet().stream().filter((name) -> name.startsWith("body.")).forEach(names::add);
		Fields fields = draft.fields().only(names);
		return completes(post, PostApproval.Task.DRAFT_POST, fields.with("decision", Drafted.SUBMIT.name()));
	}

	/** Submits the open draft for the accounts that the draft names. */
	Actor submitsOnItsAccounts(OnePost post, Draft draft) {
		Set<String> names = new TreeSet<>(draft.typed().keySet());
		names.removeAll(Set.of("kind", "urgency", "urgencyReason"));
		return completes(post, PostApproval.Task.DRAFT_POST,
				draft.fields().only(names).with("decision", Drafted.SUBMIT.name()));
	}

	/** Withdraws the open draft. */
	Actor givesUp(OnePost post) {
		return completes(post, PostApproval.Task.DRAFT_POST, "decision", Drafted.WITHDRAW.name());
	}

	Actor findsAligned(OnePost post) {
		return completes(post, PostApproval.Task.CHECK_CHARITY_OBJECTS, "decision", ObjectsFinding.ALIGNED.name(),
				"object", "public-education");
	}

	Actor finds(OnePost post, ObjectsFinding finding) {
		return completes(post, PostApproval.Task.CHECK_CHARITY_OBJECTS, "decision", finding.name(), "reason",
				"It does not say which right it is about.");
	}

	/**
	 * Approves and confirms every line that the post calls for, and those of triggers
	 * added.
	 */
	Actor approves(OnePost post, Trigger... added) {
		Fields fields = Fields.none()
			.with("decision", SignOff.APPROVED.name())
			.with("triggers", List.of(added).stream().map(Enum::name).toList())
			.with("confirmations", List.of(Line.values()).stream().map(Enum::name).toList());
		return completes(post, PostApproval.Task.SIGN_OFF_POST, fields);
	}

	/** Finds it aligned and signs it, as the one second person. */
	Actor approvesBoth(OnePost post, Trigger... added) {
		return completes(post, PostApproval.Task.CHECK_AND_SIGN_OFF, both(added));
	}

	static Fields both(Trigger... added) {
		return Fields.none()
			.with("objectsDecision", ObjectsFinding.ALIGNED.name())
			.with("object", "public-education")
			.with("decision", SignOff.APPROVED.name())
			.with("triggers", List.of(added).stream().map(Enum::name).toList())
			.with("confirmations", List.of(Line.values()).stream().map(Enum::name).toList());
	}

	/** Finds it wanting and says so, as the one second person. */
	Actor answersBoth(OnePost post, ObjectsFinding finding, SignOff decision) {
		return completes(post, PostApproval.Task.CHECK_AND_SIGN_OFF, "objectsDecision", finding.name(), "decision",
				decision.name(), "reason", "It does not say which right it is about.");
	}

	Actor reviews(OnePost post, UrgentReview found) {
		return completes(post, PostApproval.Task.REVIEW_URGENT_POST, "decision", found.name(), "reason",
				"The name of the town is wrong.");
	}

	Actor answers(OnePost post, SignOff decision) {
		return completes(post, PostApproval.Task.SIGN_OFF_POST, "decision", decision.name(), "reason",
				"The second sentence can be misread.");
	}

	/** Freezes everything that is queued; the number of the freeze. */
	long freezesEverything() {
		return freezes("scope", FreezeScope.EVERYTHING.name());
	}

	long freezesAccount(String account) {
		return freezes("scope", FreezeScope.ACCOUNT.name(), "account", account);
	}

	long freezesEntity(String entity) {
		return freezes("scope", FreezeScope.ENTITY.name(), "entity", entity);
	}

	/** Freezes with a reason, unless it is among the fields. */
	long freezes(String... fields) {
		this.stage.itIs(this.stage.now().plusSeconds(60));
		Fields typed = typed(fields);
		Fields all = typed.names().contains("reason") ? typed
				: typed.with("reason", "Somebody may be in danger because of what we post");
		return as(() -> this.stage.freezing.begin(all, this.person));
	}

	/** Lifts a freeze, a minute later. */
	Actor lifts(long freeze) {
		this.stage.itIs(this.stage.now().plusSeconds(60));
		as(() -> {
			this.stage.freezing.lift(freeze, typed("reason", "The person is safe."), this.person);
			return null;
		});
		return this;
	}

	/** Says after a freeze what becomes of the post, a minute later. */
	Actor confirms(OnePost post, AfterFreeze decision) {
		this.stage.itIs(this.stage.now().plusSeconds(60));
		return completes(post, PostApproval.Task.CONFIRM_AFTER_FREEZE, "decision", decision.name(), "reason",
				(decision != AfterFreeze.GO_AHEAD) ? "It would read badly now." : "");
	}

	/** Schedules for a time in London. */
	Actor schedules(OnePost post, String londonTime) {
		return completes(post, PostApproval.Task.SCHEDULE_POST, "decision", Scheduling.SCHEDULE.name(), "publishAt",
				londonTime);
	}

	Actor declinesToSchedule(OnePost post, Scheduling decision) {
		return completes(post, PostApproval.Task.SCHEDULE_POST, "decision", decision.name());
	}

	Actor publishes(OnePost post) {
		return completes(post, PostApproval.Task.PUBLISH_POST, "decision", Released.POSTED.name(), "postedUrl",
				"https://x.example/demo_charity/1");
	}

	/** Releases a share, having looked at its source. */
	Actor releases(OnePost post) {
		return completes(post, PostApproval.Task.PUBLISH_POST, "decision", Released.POSTED.name(), "postedUrl",
				"https://x.example/demo_charity/3", "sourceStillSays", "YES");
	}

	Actor handsBack(OnePost post, PostApproval.Task task) {
		String id = open(post, task);
		as(() -> {
			this.stage.door.handBack(id, this.person);
			return null;
		});
		return this;
	}

	/** Records the release on one account of several. */
	Actor publishes(OnePost post, String account) {
		return tells(post, account, "decision", Released.POSTED.name(), "postedUrl",
				"https://platform.example/" + account);
	}

	Actor doesNotPost(OnePost post, String account) {
		return tells(post, account, "decision", Released.NOT_POSTED.name(), "differences",
				"The platform refused the text.");
	}

	/** Says what happened on one account. */
	Actor tells(OnePost post, String account, String... fields) {
		return completes(open(post, PostApproval.Task.PUBLISH_POST, account), typed(fields));
	}

	/** Asks to put the post into the platform's own queue, a minute later. */
	Actor asksForTheQueue(OnePost post) {
		return does(post, Act.QUEUE);
	}

	/** Says that the platform releases it at this time in London. */
	Actor queues(OnePost post, String account, String londonTime) {
		return tells(post, account, "decision", Released.SCHEDULED_ON_PLATFORM.name(), "postedAt", londonTime);
	}

	Actor takesOut(OnePost post, String account) {
		return completes(open(post, PostApproval.Task.TAKE_OUT_OF_QUEUE, account),
				typed("decision", TakenOut.TAKEN_OUT.name()));
	}

	Actor findsItOut(OnePost post, String account) {
		return completes(open(post, PostApproval.Task.TAKE_OUT_OF_QUEUE, account),
				typed("decision", TakenOut.ALREADY_OUT.name(), "postedUrl", "https://platform.example/" + account));
	}

	Actor publishesWithDifference(OnePost post) {
		return completes(post, PostApproval.Task.PUBLISH_POST, "decision", Released.POSTED_WITH_DIFFERENCE.name(),
				"postedUrl", "https://x.example/demo_charity/2", "differences", "The platform shortened the link.");
	}

	Actor doesNotPost(OnePost post) {
		return completes(post, PostApproval.Task.PUBLISH_POST, "decision", Released.NOT_POSTED.name(), "differences",
				"The platform was down.");
	}

	/** Asks for the post back, a minute later, to change it. */
	Actor takesBack(OnePost post) {
		return does(post, Act.CHANGE, "reason", "The date of the hearing has moved.");
	}

	Actor movesTheSlot(OnePost post, String londonTime) {
		return does(post, Act.MOVE_SLOT, "publishAt", londonTime, "reason", "The speech was put off.");
	}

	Actor withdraws(OnePost post) {
		return does(post, Act.WITHDRAW, "reason", "It has been overtaken by events.");
	}

	Actor recalls(OnePost post) {
		return does(post, Act.RECALL, "reason", "A fact in it turned out to be wrong.");
	}

	/** Does something from the page of the item, a minute later. */
	Actor does(OnePost post, Act act, String... fields) {
		this.stage.itIs(this.stage.now().plusSeconds(60));
		as(() -> {
			this.stage.acts.act(post.reference(), act, typed(fields), this.person);
			return null;
		});
		return this;
	}

	Actor claims(OnePost post, PostApproval.Task task) {
		String id = open(post, task);
		as(() -> {
			this.stage.door.claim(id, this.person);
			return null;
		});
		return this;
	}

	Actor completes(OnePost post, PostApproval.Task task, String... fields) {
		return completes(post, task, typed(fields));
	}

	Actor completes(OnePost post, PostApproval.Task task, Fields fields) {
		return completes(open(post, task), fields);
	}

	Actor completes(String taskId, Fields fields) {
		as(() -> this.stage.door.complete(taskId, fields, this.person));
		return this;
	}

	/** Something that ought not to work. */
	Attempt tries(Consumer<Actor> act) {
		return Attempt.at(this.stage, () -> act.accept(this));
	}

}
