package org.imprimatur.posts;

import org.imprimatur.accounts.Owner;
import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.PostApproval.Task;
import org.imprimatur.security.Door;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.posts.Draft.JOINT_ACCOUNT;
import static org.imprimatur.posts.Draft.aPost;
import static org.imprimatur.posts.PostAssert.assertThat;

@Policy({ "APPROVED", "OBJECTS" })
@DisplayName("Nothing is released past the gate")
class GateTests extends PostsAtWork {

	private static final String CLOSED = "may not be published now";

	@Nested
	@DisplayName("Publishing may not begin")
	class MayNotBegin {

		@ParameterizedTest
		@EnumSource(names = { "DRAFT_POST", "CHECK_CHARITY_OBJECTS", "SIGN_OFF_POST", "CONFIRM_AFTER_FREEZE",
				"SCHEDULE_POST" })
		@DisplayName("by an administrator's modification, from any earlier step, with listeners skipped or not")
		void byModification(Task at) {
			OnePost post = waitingAt(at);
			administrator.triesPastTheDoor(() -> moved(post, false)).isTooLate(CLOSED);
			administrator.triesPastTheDoor(() -> moved(post, true)).isTooLate(CLOSED);
			administrator
				.triesPastTheDoor(() -> stage.runtime.createProcessInstanceModification(post.caseId())
					.cancelAllForActivity(at.id())
					.startTransition("needs-publishing")
					.execute(true, true))
				.isTooLate(CLOSED);
			administrator
				.triesPastTheDoor(() -> stage.runtime.createProcessInstanceModification(post.caseId())
					.startBeforeActivity("post-published")
					.execute(true, true))
				.isTooLate("nobody has recorded its release");
			administrator
				.triesPastTheDoor(() -> stage.runtime.createProcessInstanceModification(post.caseId())
					.startBeforeActivity("post-out")
					.setVariable("publishPost", "POSTED")
					.execute(true, true))
				.isTooLate("What a case remembers is written by its tasks only");
			assertThat(post).isAt(at);
		}

		@Test
		@DisplayName("by moving the case to another version, step by step as somebody likes")
		void byMigration() {
			OnePost post = waitingAt(Task.SIGN_OFF_POST);
			administrator.triesPastTheDoor(() -> {
				String version = stage.runtime.createProcessInstanceQuery()
					.processInstanceId(post.caseId())
					.singleResult()
					.getProcessDefinitionId();
				stage.runtime
					.newMigration(stage.runtime.createMigrationPlan(version, version)
						.mapActivities(Task.SIGN_OFF_POST.id(), Task.SCHEDULE_POST.id())
						.build())
					.processInstanceIds(post.caseId())
					.execute();
			}).isRefused("on the page of their process only");
			assertThat(post).isAt(Task.SIGN_OFF_POST);
		}

		@Test
		@DisplayName("where nobody is signed in, even inside the application")
		void byNobody() {
			OnePost post = waitingAt(Task.SIGN_OFF_POST);
			Attempt.at(stage, () -> moved(post, true)).isTooLate(CLOSED);
			Attempt.at(stage, () -> Door.through(() -> moved(post, true))).isTooLate(CLOSED);
		}

		@Test
		@DisplayName("before the slot, though everything is signed")
		void beforeTheSlot() {
			OnePost post = scheduled(aPost());
			administrator.triesPastTheDoor(() -> moved(post, true)).isTooLate("waits for its slot");
		}

		@Test
		@DisplayName("after the slot's hour of grace, when the timer is late")
		void afterTheGrace() {
			OnePost post = scheduled(aPost());
			stage.itIs("2026-11-24T16:00:00.001");
			administrator.triesPastTheDoor(() -> moved(post, true)).isTooLate("The slot has passed");
		}

		@Test
		@DisplayName("by anybody but an administrator at all")
		void byOthers() {
			OnePost post = scheduled(aPost());
			approver.triesPastTheDoor(() -> moved(post, false)).isRefused("Only an administrator");
		}

	}

	@Nested
	@DisplayName("Publishing may not be recorded")
	class MayNotEnd {

		@Test
		@DisplayName("once the owner of the account is another, though nobody was told")
		void ownerChanged() {
			OnePost post = atItsSlot(aPost());
			stage.jdbc.sql("update account set owner = ? where id = ?")
				.params(Owner.TRUST.name(), JOINT_ACCOUNT)
				.update();
			author2.tries((to) -> to.publishes(post)).isTooLate(CLOSED);
			assertThat(post).isAt(Task.PUBLISH_POST);
		}

		@Test
		@DisplayName("once the slot's hour of grace is over")
		void slotPassed() {
			OnePost post = atItsSlot(aPost());
			stage.itIs("2026-11-24T16:00");
			author2.claims(post, Task.PUBLISH_POST);
			stage.itIs("2026-11-24T16:00:00.001");
			author2.tries((to) -> to.publishes(post)).isTooLate("The slot has passed");
		}

		@Test
		@DisplayName("for a post that was taken back while the page was open")
		void takenBack() {
			OnePost post = atItsSlot(aPost());
			String task = author2.open(post, Task.PUBLISH_POST);
			author.takesBack(post);
			author2.tries((to) -> to.completes(task, org.imprimatur.tasks.Fields.none().with("decision", "POSTED")))
				.isTooLate("has been overtaken");
		}

	}

	@Nested
	@DisplayName("A case that an administrator has moved")
	class Moved {

		@Test
		@DisplayName("goes to its team instead of going out while the owner of its account is unknown")
		void ownerUnknown() {
			OnePost post = scheduled(aPost());
			ownerBecomes(JOINT_ACCOUNT, Owner.UNKNOWN);
			stage.as(stage.person("admin"), () -> {
				stage.runtime.createProcessInstanceModification(post.caseId())
					.cancelAllForActivity(Task.SCHEDULE_POST.id())
					.startBeforeActivity("establish-facts")
					.execute();
				return null;
			});
			assertThat(post).isAt(Task.SCHEDULE_POST).wentLast("objects-check-blocked", "slot-needed-schedule");
		}

		@Test
		@DisplayName("past the objects check comes back to it before anything goes out")
		void pastTheCheck() {
			OnePost post = waitingAt(Task.CHECK_CHARITY_OBJECTS);
			stage.as(stage.person("admin"), () -> {
				stage.runtime.createProcessInstanceModification(post.caseId())
					.cancelAllForActivity(Task.CHECK_CHARITY_OBJECTS.id())
					.startBeforeActivity("route-needed")
					.execute();
				return null;
			});
			assertThat(post).isAt(Task.SIGN_OFF_POST);
			approver.approves(post);
			assertThat(post).isAt(Task.CHECK_CHARITY_OBJECTS).wentThrough("needs-objects-check", 1).hasASignOff(true);
		}

		@Test
		@DisplayName("is on the record with who moved it")
		void onTheRecord() {
			OnePost post = scheduled(aPost());
			stage.as(stage.person("admin"), () -> {
				stage.runtime.suspendProcessInstanceById(post.caseId());
				stage.runtime.activateProcessInstanceById(post.caseId());
				return null;
			});
			assertThat(stage.jdbc.sql("select person from intervention where target = ? or reference = ?")
				.params(post.caseId(), post.reference())
				.query(String.class)
				.list()).hasSize(2).containsOnly("admin");
		}

	}

	private void moved(OnePost post, boolean skipping) {
		this.stage.runtime.createProcessInstanceModification(post.caseId())
			.startBeforeActivity(Task.PUBLISH_POST.id())
			.execute(skipping, skipping);
	}

}
