package org.imprimatur.posts;

import java.util.List;

import org.imprimatur.accounts.AccountState;
import org.imprimatur.accounts.BioState;
import org.imprimatur.accounts.Owner;
import org.imprimatur.kernel.ModelName;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.ProcessFace;
import org.imprimatur.kernel.Variable;
import org.imprimatur.posts.PostApproval.Standing;

import org.springframework.stereotype.Component;

/** What is done about something that is out, from noticing it to its recorded end. */
@Component
@Policy("APPROVED")
public final class PostCorrection extends ProcessFace {

	/** What people are asked to do. */
	public enum Task implements ModelName {

		CHECK_AFTER_THE_FACT("check-after-the-fact"), DECIDE_CORRECTION("decide-correction"),
		RECORD_CORRECTION("record-correction");

		private final String id;

		Task(String id) {
			this.id = id;
		}

		@Override
		public String id() {
			return this.id;
		}

	}

	/** How a correction ends. */
	public enum Ending implements ModelName {

		CORRECTION_KEPT("correction-kept", "Kept"), CORRECTION_CORRECTED("correction-corrected", "Corrected"),
		CORRECTION_REMOVED("correction-removed", "Removed");

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

	/** Whether what is out had been approved. */
	public enum Approval {

		GIVEN, MISSING

	}

	public static final Variable<String> REFERENCE = Variable.of("reference", String.class,
			"the post, so that lists of tasks can tell one from another");

	public static final Variable<Approval> APPROVAL = Variable.of("approval", Approval.class,
			"whether it went out with approval");

	public static final Variable<String> TEAM = Variable.of("team", String.class, "group that manages the account");

	public static final Variable<String> DECIDERS = Variable.of("deciders", String.class,
			"groups whose members decide: the team's approvers and the Head of Communications");

	public static final Variable<Owner> ACCOUNT_OWNER = Variable.of("accountOwner", Owner.class,
			"owner of the account when this was noticed");

	public static final Variable<AccountState> ACCOUNT_STATE = Variable.of("accountState", AccountState.class,
			"taken as in use, since it is out already");

	public static final Variable<BioState> BIO_CHECK = Variable.of("bioCheck", BioState.class,
			"taken as looked at, since it is out already");

	public static final Variable<Standing> STANDING_OBJECTS = Variable.of("standingObjects", Standing.class,
			"whether an objects decision covers what went out");

	public static final Variable<ObjectsCheck> OBJECTS_CHECK = Variable.of("objectsCheck", ObjectsCheck.class,
			"answer of the decision objects-check");

	public static final Variable<AfterTheFact> CHECK_AFTER_THE_FACT = Variable.outcome(Task.CHECK_AFTER_THE_FACT,
			AfterTheFact.class);

	public static final Variable<CorrectionDecision> DECIDE_CORRECTION = Variable.outcome(Task.DECIDE_CORRECTION,
			CorrectionDecision.class);

	public static final Variable<CorrectionOutcome> RECORD_CORRECTION = Variable.outcome(Task.RECORD_CORRECTION,
			CorrectionOutcome.class);

	public static final String KEY = "post-correction";

	public PostCorrection() {
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
	public List<ModelName> steps() {
		return List.of();
	}

	@Override
	public List<Ending> endings() {
		return List.of(Ending.values());
	}

	@Override
	public List<PostApproval.Decision> decisions() {
		return List.of(PostApproval.Decision.OBJECTS_CHECK);
	}

	@Override
	public List<ModelName> messages() {
		return List.of();
	}

	@Override
	public List<Variable<?>> variables() {
		return List.of(REFERENCE, APPROVAL, TEAM, DECIDERS, ACCOUNT_OWNER, ACCOUNT_STATE, BIO_CHECK, STANDING_OBJECTS,
				OBJECTS_CHECK, CHECK_AFTER_THE_FACT, DECIDE_CORRECTION, RECORD_CORRECTION);
	}

}
