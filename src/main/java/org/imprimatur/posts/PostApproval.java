package org.imprimatur.posts;

import java.util.Date;
import java.util.List;

import org.imprimatur.accounts.AccountKind;
import org.imprimatur.accounts.AccountState;
import org.imprimatur.accounts.BioState;
import org.imprimatur.accounts.Owner;
import org.imprimatur.kernel.ModelName;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.ProcessFace;
import org.imprimatur.kernel.Variable;

import org.springframework.stereotype.Component;

/** The approval of one post, from draft to recorded release. */
@Component
@Policy("APPROVED")
public final class PostApproval extends ProcessFace {

	/** What people are asked to do. */
	public enum Task implements ModelName {

		DRAFT_POST("draft-post"), CHECK_CHARITY_OBJECTS("check-charity-objects"), SIGN_OFF_POST("sign-off-post"),
		CHECK_AND_SIGN_OFF("check-and-sign-off"), CONFIRM_AFTER_FREEZE("confirm-after-freeze"),
		SCHEDULE_POST("schedule-post"), PUBLISH_POST("publish-post"), TAKE_OUT_OF_QUEUE("take-out-of-queue"),
		REVIEW_URGENT_POST("review-urgent-post");

		private final String id;

		Task(String id) {
			this.id = id;
		}

		@Override
		public String id() {
			return this.id;
		}

	}

	/** What the application does by itself. */
	public enum Step implements ModelName {

		ESTABLISH_FACTS("establish-facts"), VERIFY_APPROVAL("verify-approval"),
		OFFER_DRAFT_TO_TEAM("offer-draft-to-team"), TAKE_FULL_ROUTE("take-full-route"),
		SUM_UP_RELEASE("sum-up-release");

		private final String id;

		Step(String id) {
			this.id = id;
		}

		@Override
		public String id() {
			return this.id;
		}

	}

	/** How a case, or a side path of one, ends. */
	public enum Ending implements ModelName {

		POST_PUBLISHED("post-published", "Published"), POST_REJECTED("post-rejected", "Rejected"),
		POST_WITHDRAWN("post-withdrawn", "Withdrawn"),
		/** By the act on the item's page, from wherever the case was. */
		POST_WITHDRAWN_ON_REQUEST("post-withdrawn-on-request", "Withdrawn"),
		/** The same once it was out of the platforms' own queues again. */
		POST_WITHDRAWN_FROM_QUEUE("post-withdrawn-from-queue", "Withdrawn"),
		POST_EXPIRED("post-expired", "Expired without a slot"),
		POST_RECALLED("post-recalled", "Recalled before release"),
		/** The same once it was out of the platforms' own queues again. */
		POST_RECALLED_FROM_QUEUE("post-recalled-from-queue", "Recalled before release"),
		/** Of the side path that offers a draft to the team; the case goes on. */
		DRAFT_OFFERED("draft-offered", "Draft offered to the team");

		private final String id;

		private final String label;

		Ending(String id, String label) {
			this.id = id;
			this.label = label;
		}

		@Override
		public String id() {
			return this.id;
		}

		public String label() {
			return this.label;
		}

		/** The ending in words, for any id the engine reports. */
		public static String words(String id) {
			for (Ending ending : values()) {
				if (ending.id.equals(id)) {
					return ending.label;
				}
			}
			return "Cancelled by an administrator";
		}

	}

	/** Rule tables the process asks. */
	public enum Decision implements ModelName {

		OBJECTS_CHECK("objects-check"), APPROVAL_ROUTE("approval-route");

		private final String id;

		Decision(String id) {
			this.id = id;
		}

		@Override
		public String id() {
			return this.id;
		}

	}

	/** What the process can be told while it waits. */
	public enum Message implements ModelName {

		POST_CHANGED("post-changed"), POST_WITHDRAWN("post-withdrawn"), POST_RECALLED("post-recalled");

		private final String id;

		Message(String id) {
			this.id = id;
		}

		@Override
		public String id() {
			return this.id;
		}

	}

	/** Whether a decision that was made still covers the post as it is now. */
	public enum Standing {

		STANDS, NONE

	}

	public static final Variable<String> REFERENCE = Variable.of("reference", String.class,
			"the post, so that lists of tasks can tell one from another");

	public static final Variable<String> AUTHOR = Variable.of("author", String.class, "login of who drafts the post");

	public static final Variable<String> TEAM = Variable.of("team", String.class, "group that manages the account");

	public static final Variable<Kind> KIND = Variable.of("kind", Kind.class, "sort of content");

	public static final Variable<Urgency> URGENCY = Variable.of("urgency", Urgency.class,
			"how fast it has to be decided");

	public static final Variable<Owner> ACCOUNT_OWNER = Variable.of("accountOwner", Owner.class,
			"owner of the account, the strictest of several");

	public static final Variable<AccountState> ACCOUNT_STATE = Variable.of("accountState", AccountState.class,
			"whether the account is in use");

	public static final Variable<BioState> BIO_CHECK = Variable.of("bioCheck", BioState.class,
			"whether the public profile of the account is known to say who owns it");

	public static final Variable<AccountKind> ACCOUNT_KIND = Variable.of("accountKind", AccountKind.class,
			"kind of the account");

	public static final Variable<Boolean> NAMES_POLITICIAN = Variable.of("namesPolitician", Boolean.class,
			"whether it names a politician, party or candidate");

	public static final Variable<Boolean> ELECTION_PERIOD = Variable.of("electionPeriod", Boolean.class,
			"whether now or the slot lies in an election period");

	public static final Variable<Standing> STANDING_OBJECTS = Variable.of("standingObjects", Standing.class,
			"whether an objects decision on this content stands");

	public static final Variable<Standing> STANDING_SIGN_OFF = Variable.of("standingSignOff", Standing.class,
			"whether a sign-off of this post stands");

	public static final Variable<ObjectsCheck> OBJECTS_CHECK = Variable.of("objectsCheck", ObjectsCheck.class,
			"answer of the decision objects-check");

	public static final Variable<String> APPROVAL_ROUTE = Variable.of("approvalRoute", String.class,
			"answer of the decision approval-route");

	public static final Variable<String> APPROVAL_GROUP = Variable.of("approvalGroup", String.class,
			"group whose members sign off");

	public static final Variable<Boolean> PARTNER_SOURCE = Variable.of("partnerSource", Boolean.class,
			"whether its source is a listed partner");

	public static final Variable<Boolean> SECOND_PERSON = Variable.of("secondPerson", Boolean.class,
			"whether somebody who may both check and sign is there for it");

	public static final Variable<String> SECOND_PEOPLE = Variable.of("secondPeople", String.class,
			"logins of those who may both check and sign it");

	public static final Variable<Integer> TASK_PRIORITY = Variable.of("taskPriority", Integer.class,
			"how far up it stands in lists of tasks: 50 usually, 90 for breaking news");

	public static final Variable<SecondLook> URGENT_REVIEW = Variable.of("urgentReview", SecondLook.class,
			"whether a third person looks at it after its release");

	public static final Variable<Date> PUBLISH_AT = Variable.of("publishAt", Date.class, "the slot");

	public static final Variable<Need> WHAT_NEXT = Variable.of("whatNext", Need.class,
			"what the gate before release found");

	public static final Variable<Drafted> DRAFT_POST = Variable.outcome(Task.DRAFT_POST, Drafted.class);

	public static final Variable<ObjectsFinding> CHECK_CHARITY_OBJECTS = Variable.outcome(Task.CHECK_CHARITY_OBJECTS,
			ObjectsFinding.class);

	public static final Variable<SignOff> SIGN_OFF_POST = Variable.outcome(Task.SIGN_OFF_POST, SignOff.class);

	public static final Variable<AfterFreeze> CONFIRM_AFTER_FREEZE = Variable.outcome(Task.CONFIRM_AFTER_FREEZE,
			AfterFreeze.class);

	public static final Variable<SignOff> CHECK_AND_SIGN_OFF = Variable.outcome(Task.CHECK_AND_SIGN_OFF, SignOff.class);

	public static final Variable<UrgentReview> REVIEW_URGENT_POST = Variable.outcome(Task.REVIEW_URGENT_POST,
			UrgentReview.class);

	public static final Variable<Scheduling> SCHEDULE_POST = Variable.outcome(Task.SCHEDULE_POST, Scheduling.class);

	/** Kept for the moment only, since each release has the account of its own. */
	public static final Variable<Object> ACCOUNTS_LEFT = Variable.of("accountsLeft", Object.class,
			"ids of the accounts to release the post on now");

	/** Kept for the moment only. */
	public static final Variable<Object> ACCOUNTS_QUEUED = Variable.of("accountsQueued", Object.class,
			"ids of the accounts in whose platform's queue the post is");

	public static final Variable<String> ACCOUNT = Variable.of("account", String.class,
			"the account that one release, or one taking out of the queue, is about");

	public static final Variable<WentOut> RELEASED_AS = Variable.of("releasedAs", WentOut.class,
			"what became of the post on its accounts, put together");

	public static final Variable<TakenOut> TAKE_OUT_OF_QUEUE = Variable.outcome(Task.TAKE_OUT_OF_QUEUE, TakenOut.class);

	public static final Variable<Released> PUBLISH_POST = Variable.outcome(Task.PUBLISH_POST, Released.class);

	public static final String KEY = "post-approval";

	public PostApproval() {
		super(KEY);
	}

	@Override
	public String feature() {
		return "posts";
	}

	@Override
	public List<Task> tasks() {
		return List.of(Task.values());
	}

	@Override
	public List<Step> steps() {
		return List.of(Step.values());
	}

	@Override
	public List<Ending> endings() {
		return List.of(Ending.values());
	}

	@Override
	public List<Decision> decisions() {
		return List.of(Decision.values());
	}

	@Override
	public List<Message> messages() {
		return List.of(Message.values());
	}

	@Override
	public List<Variable<?>> variables() {
		return List.of(REFERENCE, AUTHOR, TEAM, KIND, URGENCY, ACCOUNT_OWNER, ACCOUNT_STATE, BIO_CHECK, ACCOUNT_KIND,
				NAMES_POLITICIAN, ELECTION_PERIOD, STANDING_OBJECTS, STANDING_SIGN_OFF, OBJECTS_CHECK, APPROVAL_ROUTE,
				APPROVAL_GROUP, PARTNER_SOURCE, SECOND_PERSON, SECOND_PEOPLE, TASK_PRIORITY, URGENT_REVIEW, PUBLISH_AT,
				WHAT_NEXT, DRAFT_POST, CHECK_CHARITY_OBJECTS, SIGN_OFF_POST, CHECK_AND_SIGN_OFF, CONFIRM_AFTER_FREEZE,
				SCHEDULE_POST, PUBLISH_POST, ACCOUNTS_LEFT, ACCOUNTS_QUEUED, ACCOUNT, RELEASED_AS, TAKE_OUT_OF_QUEUE,
				REVIEW_URGENT_POST);
	}

}
