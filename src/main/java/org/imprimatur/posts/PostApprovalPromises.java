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
import org.imprimatur.posts.PostApproval.Message;
import org.imprimatur.posts.PostApproval.Step;
import org.imprimatur.posts.PostApproval.Task;

import org.springframework.stereotype.Component;

import static org.imprimatur.kernel.Promise.after;
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

	private static final Promise.Answer RELEASED_BY_THE_GATE = answer(Step.VERIFY_APPROVAL, PostApproval.WHAT_NEXT,
			Need.PUBLISH);

	private static final Promise.Answer QUEUED = answer(Task.PUBLISH_POST, PostApproval.PUBLISH_POST,
			Released.SCHEDULED_ON_PLATFORM);

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
		return List.of(before("APPROVED", RELEASE).needs(RELEASED_BY_THE_GATE)
			.since(Task.DRAFT_POST.id(), Task.CHECK_CHARITY_OBJECTS.id(), Task.SIGN_OFF_POST.id(),
					Task.CHECK_AND_SIGN_OFF.id(), Task.CONFIRM_AFTER_FREEZE.id(), Task.SCHEDULE_POST.id(), RELEASE),
				before("APPROVED", Task.PUBLISH_POST.id()).needs(RELEASED_BY_THE_GATE)
					.since(Task.DRAFT_POST.id(), Task.CHECK_CHARITY_OBJECTS.id(), Task.SIGN_OFF_POST.id(),
							Task.CHECK_AND_SIGN_OFF.id(), Task.CONFIRM_AFTER_FREEZE.id(), Task.SCHEDULE_POST.id()),
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
				before("APPROVED", Ending.POST_PUBLISHED.id())
					.needs(passing(Task.REVIEW_URGENT_POST.id()),
							answer("review-needed", PostApproval.URGENT_REVIEW.name(), SecondLook.NONE.name()))
					.since(RELEASE),
				before("OBJECTS", Task.SIGN_OFF_POST.id()).needs(passing(Step.ESTABLISH_FACTS.id()))
					.since(Task.SIGN_OFF_POST.id()),
				before("OBJECTS", Task.CHECK_AND_SIGN_OFF.id()).needs(passing(Step.ESTABLISH_FACTS.id()))
					.since(Task.CHECK_AND_SIGN_OFF.id()),
				before("OBJECTS", Task.CHECK_CHARITY_OBJECTS.id()).needs(passing(Step.ESTABLISH_FACTS.id()))
					.since(Task.CHECK_CHARITY_OBJECTS.id()),
				after("APPROVED",
						answer("sign-off-standing", PostApproval.STANDING_SIGN_OFF.name(),
								PostApproval.Standing.NONE.name()),
						Task.SIGN_OFF_POST.id(), Task.CHECK_AND_SIGN_OFF.id()),
				after("APPROVED",
						answer("sign-off-standing", PostApproval.STANDING_SIGN_OFF.name(),
								PostApproval.Standing.STANDS.name()),
						Step.VERIFY_APPROVAL.id()),
				after("APPROVED", answer(Task.SIGN_OFF_POST, PostApproval.SIGN_OFF_POST, SignOff.APPROVED),
						Step.VERIFY_APPROVAL.id()),
				after("APPROVED", answer(Task.SIGN_OFF_POST, PostApproval.SIGN_OFF_POST, SignOff.CHANGES_REQUESTED),
						Task.DRAFT_POST.id()),
				after("APPROVED", answer(Task.CHECK_AND_SIGN_OFF, PostApproval.CHECK_AND_SIGN_OFF, SignOff.APPROVED),
						Step.VERIFY_APPROVAL.id()),
				after("OBJECTS",
						answer(Task.CHECK_CHARITY_OBJECTS, PostApproval.CHECK_CHARITY_OBJECTS,
								ObjectsFinding.CHANGES_NEEDED),
						Task.DRAFT_POST.id()),
				before("APPROVED", "platform-released").needs(QUEUED).since(Task.PUBLISH_POST.id()),
				before("APPROVED", "account-told").never(QUEUED).since(Task.PUBLISH_POST.id()),
				gate(Need.WAIT, "slot-awaited"), gate(Need.SCHEDULE, Task.SCHEDULE_POST.id()),
				gate(Need.SIGN_OFF, Step.ESTABLISH_FACTS.id()), gate(Need.OBJECTS, Step.ESTABLISH_FACTS.id()),
				gate(Need.DRAFT, Task.DRAFT_POST.id()), gate(Need.CONFIRM, Task.CONFIRM_AFTER_FREEZE.id()),
				gate(Need.CLEAR_QUEUE, Task.TAKE_OUT_OF_QUEUE.id()),
				gate(Need.WITHDRAWN, Ending.POST_WITHDRAWN_FROM_QUEUE.id()),
				gate(Need.RECALLED, Ending.POST_RECALLED_FROM_QUEUE.id()),
				before("APPROVED", Task.TAKE_OUT_OF_QUEUE.id())
					.needs(answer(Step.VERIFY_APPROVAL, PostApproval.WHAT_NEXT, Need.CLEAR_QUEUE)));
	}

	/** What the gate found leads to what is needed, and to nothing else first. */
	private static Promise gate(Need need, String to) {
		return after("APPROVED", answer(Step.VERIFY_APPROVAL, PostApproval.WHAT_NEXT, need), to);
	}

	@Override
	public List<? extends ModelName> endedByPeopleOnly() {
		return List.of(Task.DRAFT_POST, Task.REVIEW_URGENT_POST, Task.TAKE_OUT_OF_QUEUE);
	}

	@Override
	public List<Beside> beside() {
		return List.of(Beside.clock("draft-unattended", Task.DRAFT_POST),
				Beside.clockThatEnds("second-person-missed", Task.CHECK_AND_SIGN_OFF.id()),
				Beside.clockThatEnds("slot-missed", RELEASE),
				Beside.clockThatEnds("slot-expired", Task.SCHEDULE_POST.id()),
				changed("check-overtaken", Task.CHECK_CHARITY_OBJECTS.id()),
				changed("sign-off-overtaken", Task.SIGN_OFF_POST.id()),
				changed("light-overtaken", Task.CHECK_AND_SIGN_OFF.id()),
				changed("confirmation-overtaken", Task.CONFIRM_AFTER_FREEZE.id()),
				changed("schedule-overtaken", Task.SCHEDULE_POST.id()), changed("publish-overtaken", RELEASE));
	}

	private static Beside changed(String event, String on) {
		return Beside.message(event, on, Message.POST_CHANGED);
	}

	/** The Digital Team is offered the draft instead. */
	@Override
	public List<? extends ModelName> notReminded() {
		return List.of(Task.DRAFT_POST);
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
