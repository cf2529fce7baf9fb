package org.imprimatur.posts;

import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.imprimatur.EveryElement;
import org.imprimatur.accounts.Owner;
import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.PostApproval.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.posts.Draft.JOINT_ACCOUNT;
import static org.imprimatur.posts.Draft.SECTION_ACCOUNT;
import static org.imprimatur.posts.Draft.aPost;

@Tag("one-database")
@Policy("APPROVED")
@DisplayName("Nothing is drawn that no post can come to")
class EveryElementTests extends PostsAtWork {

	@Test
	@DisplayName("every element is entered, every flow taken and every ending reached")
	void everyElement() {
		everyWay();
		assertThat(this.stage.posted).hasSizeGreaterThan(20);
		BpmnModelInstance model = new EveryElement(this.stage.history, this.stage.repository, this.stage.trail)
			.isReachedBy(this.stage.posted.stream().map(OnePost::caseId).toList());
		assertThat(model.getModelElementsByType(EndEvent.class))
			.filteredOn((end) -> !end.getId().equals("account-told"))
			.extracting(EndEvent::getId)
			.as("the endings of the model are those that Java knows")
			.containsExactlyInAnyOrderElementsOf(
					new PostApproval().endings().stream().map(PostApproval.Ending::id).toList());
	}

	/** Takes a post every way there is, as the tests beside this one do at leisure. */
	private void everyWay() {
		at(Task.DRAFT_POST, (post) -> this.author.givesUp(post));
		at(Task.DRAFT_POST, (post) -> post.timer("draft-unattended").fires());
		at(Task.CHECK_CHARITY_OBJECTS, (post) -> this.objectsReviewer.finds(post, ObjectsFinding.NOT_ALIGNED));
		at(Task.CHECK_CHARITY_OBJECTS, (post) -> this.objectsReviewer.finds(post, ObjectsFinding.CHANGES_NEEDED));
		at(Task.SIGN_OFF_POST, (post) -> this.approver.answers(post, SignOff.REJECTED));
		at(Task.SIGN_OFF_POST, (post) -> this.approver.answers(post, SignOff.CHANGES_REQUESTED));
		at(Task.SIGN_OFF_POST, (post) -> this.approver.approves(post, Trigger.NAMES_POLITICIAN));
		for (AfterFreeze decision : AfterFreeze.values()) {
			at(Task.CONFIRM_AFTER_FREEZE, (post) -> this.approver.confirms(post, decision));
		}
		at(Task.SCHEDULE_POST, (post) -> this.author.declinesToSchedule(post, Scheduling.CHANGE));
		at(Task.SCHEDULE_POST, (post) -> this.author.declinesToSchedule(post, Scheduling.WITHDRAW));
		at(Task.SCHEDULE_POST, (post) -> post.timer("slot-expired").fires());
		at(Task.PUBLISH_POST, (post) -> this.author.publishes(post));
		at(Task.PUBLISH_POST, (post) -> this.author.publishesWithDifference(post));
		at(Task.PUBLISH_POST, (post) -> this.author.doesNotPost(post));
		at(Task.PUBLISH_POST, (post) -> post.timer("slot-missed").fires());
		for (Task task : Task.values()) {
			if (task != Task.DRAFT_POST && task != Task.TAKE_OUT_OF_QUEUE && task != Task.REVIEW_URGENT_POST) {
				at(task, (post) -> this.author.takesBack(post));
			}
		}
		at(Task.CHECK_AND_SIGN_OFF,
				(post) -> this.approver2.answersBoth(post, ObjectsFinding.NOT_ALIGNED, SignOff.REJECTED));
		at(Task.CHECK_AND_SIGN_OFF,
				(post) -> this.approver2.answersBoth(post, ObjectsFinding.CHANGES_NEEDED, SignOff.CHANGES_REQUESTED));
		at(Task.CHECK_AND_SIGN_OFF, (post) -> post.timer("second-person-missed").fires());
		this.stage.itIs("2026-11-24T10:00");
		this.approver.approvesBoth(this.author.submits(Draft.aLike().on(SECTION_ACCOUNT)));
		at(Task.REVIEW_URGENT_POST, (post) -> this.objectsReviewer.reviews(post, UrgentReview.FINE));
		at(Task.SCHEDULE_POST, (post) -> this.approver.recalls(post));
		at(Task.SIGN_OFF_POST, (post) -> this.author.withdraws(post));
		at(Task.TAKE_OUT_OF_QUEUE, (post) -> this.approver.recalls(post).takesOut(post, JOINT_ACCOUNT));
		at(Task.TAKE_OUT_OF_QUEUE, (post) -> this.author.withdraws(post).takesOut(post, JOINT_ACCOUNT));
		this.stage.itIs("2026-11-24T10:00");
		queued(aPost()).timer("platform-released").fires();
		this.stage.itIs("2026-11-24T10:00");
		OnePost moved = scheduled(aPost());
		this.author.movesTheSlot(moved, "2026-11-24T16:00");
		OnePost section = this.author.submits(aPost().on(SECTION_ACCOUNT));
		this.approver.approves(section);
		ownerBecomes(JOINT_ACCOUNT, Owner.TRUST);
		this.objectsReviewer.findsAligned(moved);
		ownerBecomes(JOINT_ACCOUNT, Owner.UNKNOWN);
		movedByAnAdministrator(moved);
	}

	/**
	 * The one way to a blocked post: the owner is lost between submission and look-up.
	 */
	private void movedByAnAdministrator(OnePost post) {
		this.stage.as(this.stage.person("admin"), () -> {
			this.stage.runtime.createProcessInstanceModification(post.caseId())
				.cancelAllForActivity(Task.SCHEDULE_POST.id())
				.startBeforeActivity("establish-facts")
				.execute();
			return null;
		});
	}

	private void at(Task task, java.util.function.Consumer<OnePost> act) {
		this.stage.itIs("2026-11-24T10:00");
		act.accept(waitingAt(task));
	}

}
