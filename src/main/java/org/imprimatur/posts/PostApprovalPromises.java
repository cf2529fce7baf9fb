package org.imprimatur.posts;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.imprimatur.kernel.ModelName;
import org.imprimatur.kernel.Promise;
import org.imprimatur.kernel.Promises;
import org.imprimatur.kernel.Variable;
import org.imprimatur.posts.PostApproval.Decision;
import org.imprimatur.posts.PostApproval.Ending;
import org.imprimatur.posts.PostApproval.Step;
import org.imprimatur.posts.PostApproval.Task;

import org.springframework.stereotype.Component;

import static org.imprimatur.kernel.Promise.answer;
import static org.imprimatur.kernel.Promise.before;
import static org.imprimatur.kernel.Promise.passing;

/**
 * No post goes out round the objects check, the sign-off or the gate before the release,
 * however its approval is drawn. That the gate says yes to exactly what was decided is
 * proved by its own tests.
 */
@Component
class PostApprovalPromises implements Promises {

	private static final String RELEASE = "release-on-accounts";

	private static final Promise.Answer ALIGNED = answer(Task.CHECK_CHARITY_OBJECTS, PostApproval.CHECK_CHARITY_OBJECTS,
			ObjectsFinding.ALIGNED);

	private static final Promise.Answer NOT_ALIGNED = answer(Task.CHECK_CHARITY_OBJECTS,
			PostApproval.CHECK_CHARITY_OBJECTS, ObjectsFinding.NOT_ALIGNED);

	private static final Promise.Answer SIGN_OFF_REJECTED = answer(Task.SIGN_OFF_POST, PostApproval.SIGN_OFF_POST,
			SignOff.REJECTED);

	private static final Promise.Answer LIGHT_REJECTED = answer(Task.CHECK_AND_SIGN_OFF,
			PostApproval.CHECK_AND_SIGN_OFF, SignOff.REJECTED);

	@Override
	public String process() {
		return PostApproval.KEY;
	}

	@Override
	public List<Promise> promises() {
		return List.of(before("APPROVED", RELEASE, Task.PUBLISH_POST.id())
			.needs(answer(Step.VERIFY_APPROVAL, PostApproval.WHAT_NEXT, Need.PUBLISH))
			.since(Task.DRAFT_POST.id(), Task.CHECK_CHARITY_OBJECTS.id(), Task.SIGN_OFF_POST.id(),
					Task.CHECK_AND_SIGN_OFF.id(), Task.CONFIRM_AFTER_FREEZE.id(), Task.SCHEDULE_POST.id(), RELEASE),
				before("OBJECTS", Task.SIGN_OFF_POST.id())
					.where(answer(Decision.OBJECTS_CHECK, PostApproval.OBJECTS_CHECK, ObjectsCheck.REQUIRED))
					.needs(ALIGNED)
					.since(Decision.OBJECTS_CHECK.id()),
				before("OBJECTS", Task.SIGN_OFF_POST.id(), Task.CHECK_AND_SIGN_OFF.id())
					.needs(answer(Decision.OBJECTS_CHECK, PostApproval.OBJECTS_CHECK, ObjectsCheck.REQUIRED,
							ObjectsCheck.NOT_REQUIRED))
					.since(Task.DRAFT_POST.id(), Step.ESTABLISH_FACTS.id()),
				before("APPROVED", Task.SIGN_OFF_POST.id())
					.needs(answer(Decision.APPROVAL_ROUTE.id(), PostApproval.APPROVAL_ROUTE.name(), "FULL"))
					.since(Task.DRAFT_POST.id(), Decision.APPROVAL_ROUTE.id()),
				before("APPROVED", Task.CHECK_AND_SIGN_OFF.id())
					.needs(answer(Decision.APPROVAL_ROUTE.id(), PostApproval.APPROVAL_ROUTE.name(), "LIGHT"))
					.since(Task.DRAFT_POST.id(), Decision.APPROVAL_ROUTE.id(), Step.TAKE_FULL_ROUTE.id()),
				before("APPROVED", RELEASE).never(NOT_ALIGNED, SIGN_OFF_REJECTED, LIGHT_REJECTED,
						answer(Task.CHECK_CHARITY_OBJECTS, PostApproval.CHECK_CHARITY_OBJECTS,
								ObjectsFinding.CHANGES_NEEDED),
						answer(Task.SIGN_OFF_POST, PostApproval.SIGN_OFF_POST, SignOff.CHANGES_REQUESTED),
						answer(Task.CHECK_AND_SIGN_OFF, PostApproval.CHECK_AND_SIGN_OFF, SignOff.CHANGES_REQUESTED),
						answer(Task.CONFIRM_AFTER_FREEZE, PostApproval.CONFIRM_AFTER_FREEZE, AfterFreeze.CHANGE,
								AfterFreeze.WITHDRAW),
						answer(Task.SCHEDULE_POST, PostApproval.SCHEDULE_POST, Scheduling.CHANGE, Scheduling.WITHDRAW),
						answer(Task.DRAFT_POST, PostApproval.DRAFT_POST, Drafted.WITHDRAW))
					.since(Task.DRAFT_POST.id()),
				before("APPROVED", Ending.POST_REJECTED.id()).needs(NOT_ALIGNED, SIGN_OFF_REJECTED, LIGHT_REJECTED)
					.since(Task.DRAFT_POST.id()),
				before("APPROVED", Ending.POST_WITHDRAWN.id()).needs(
						answer(Task.DRAFT_POST, PostApproval.DRAFT_POST, Drafted.WITHDRAW),
						answer(Task.SCHEDULE_POST, PostApproval.SCHEDULE_POST, Scheduling.WITHDRAW),
						answer(Task.CONFIRM_AFTER_FREEZE, PostApproval.CONFIRM_AFTER_FREEZE, AfterFreeze.WITHDRAW)),
				before("APPROVED", Ending.POST_PUBLISHED.id())
					.needs(answer(Step.SUM_UP_RELEASE, PostApproval.RELEASED_AS, WentOut.POSTED,
							WentOut.POSTED_WITH_DIFFERENCE))
					.since(RELEASE),
				before("APPROVED", Ending.POST_EXPIRED.id()).needs(passing("slot-expired")),
				before("APPROVED", Task.TAKE_OUT_OF_QUEUE.id())
					.needs(answer(Step.VERIFY_APPROVAL, PostApproval.WHAT_NEXT, Need.CLEAR_QUEUE)));
	}

	@Override
	public List<? extends ModelName> endedByPeopleOnly() {
		return List.of(Task.DRAFT_POST, Task.REVIEW_URGENT_POST, Task.TAKE_OUT_OF_QUEUE);
	}

	@Override
	public List<Clock> clocks() {
		return List.of(new Clock("draft-unattended", Task.DRAFT_POST.id(), false),
				new Clock("second-person-missed", Task.CHECK_AND_SIGN_OFF.id(), true),
				new Clock("slot-missed", RELEASE, true), new Clock("slot-expired", Task.SCHEDULE_POST.id(), true));
	}

	@Override
	public Map<String, Variable<?>> onceForEach() {
		return Map.of(RELEASE, PostApproval.ACCOUNTS_LEFT, Task.TAKE_OUT_OF_QUEUE.id(), PostApproval.ACCOUNTS_QUEUED);
	}

	@Override
	public Set<String> deadlinesInCode() {
		return Set.of("platform-queue");
	}

}
