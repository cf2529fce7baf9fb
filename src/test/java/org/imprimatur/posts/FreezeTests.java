package org.imprimatur.posts;

import org.imprimatur.accounts.Owner;
import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.PostApproval.Ending;
import org.imprimatur.posts.PostApproval.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.posts.Draft.JOINT_ACCOUNT;
import static org.imprimatur.posts.Draft.NEWS_ACCOUNT;
import static org.imprimatur.posts.Draft.SECTION_ACCOUNT;
import static org.imprimatur.posts.Draft.TRUST_ACCOUNT;
import static org.imprimatur.posts.Draft.aPost;
import static org.imprimatur.posts.PostAssert.assertThat;

@Policy({ "CRISIS", "APPROVED" })
@DisplayName("In a crisis approved posts are held back, and go out again one by one")
class FreezeTests extends PostsAtWork {

	@Nested
	@DisplayName("A freeze")
	class Covers {

		@Test
		@DisplayName("of everything stops each approved post, whatever it waits for, and nothing else")
		void everything() {
			OnePost waiting = scheduled(aPost());
			OnePost slotless = waitingAt(Task.SCHEDULE_POST);
			OnePost unsigned = waitingAt(Task.SIGN_OFF_POST);
			OnePost unchecked = waitingAt(Task.CHECK_CHARITY_OBJECTS);
			OnePost draft = waitingAt(Task.DRAFT_POST);
			OnePost due = atItsSlot(aPost().on(TRUST_ACCOUNT));
			headOfCommunications.freezesEverything();
			assertThat(waiting).isAt(Task.CONFIRM_AFTER_FREEZE).owedBy("digital-team-approvers");
			waiting.timer("slot-arrived").doesNotRun();
			assertThat(slotless).isAt(Task.CONFIRM_AFTER_FREEZE).dueBy("2026-11-25T15:01");
			assertThat(due).isAt(Task.CONFIRM_AFTER_FREEZE);
			assertThat(unsigned).isAt(Task.SIGN_OFF_POST);
			assertThat(unchecked).isAt(Task.CHECK_CHARITY_OBJECTS);
			assertThat(draft).isAt(Task.DRAFT_POST);
		}

		@Test
		@DisplayName("of an entity stops what it owns alone or jointly")
		void entity() {
			OnePost joint = scheduled(aPost());
			OnePost trust = scheduled(aPost().on(TRUST_ACCOUNT));
			OnePost section = author.submits(aPost().on(SECTION_ACCOUNT));
			approver.approves(section).schedules(section, "2026-11-24T15:00");
			stage.actor("deputy").freezesEntity(Owner.TRUST.name());
			assertThat(joint).isAt(Task.CONFIRM_AFTER_FREEZE);
			assertThat(trust).isAt(Task.CONFIRM_AFTER_FREEZE);
			assertThat(section).waitsForItsSlot();
			stage.actor("ceo").freezesEntity(Owner.SECTION.name());
			assertThat(section).isAt(Task.CONFIRM_AFTER_FREEZE);
		}

		@Test
		@DisplayName("of an account stops that account only, and approvers of its team may begin it")
		void account() {
			OnePost frozen = scheduled(aPost());
			OnePost elsewhere = scheduled(aPost().on(TRUST_ACCOUNT));
			long freeze = approver.freezesAccount(JOINT_ACCOUNT);
			assertThat(frozen).isAt(Task.CONFIRM_AFTER_FREEZE);
			assertThat(elsewhere).waitsForItsSlot();
			assertThat(stage.freezes.find(freeze).orElseThrow().begunBy()).isEqualTo("approver");
		}

		@Test
		@DisplayName("reaches an account that comes to belong to the entity later")
		void ownerChanges() {
			stage.actor("dem").freezesEntity(Owner.TRUST.name());
			OnePost post = author.submits(aPost().on(SECTION_ACCOUNT));
			approver.approves(post).schedules(post, "2026-11-24T15:00");
			assertThat(post).waitsForItsSlot();
			ownerBecomes(SECTION_ACCOUNT, Owner.JOINT);
			objectsReviewer.findsAligned(post);
			assertThat(post).isAt(Task.CONFIRM_AFTER_FREEZE);
		}

	}

	@Nested
	@DisplayName("Nobody")
	class MayNot {

		@Test
		@DisplayName("freezes without the right, the reason, or anything to freeze")
		void begins() {
			author.tries((to) -> to.freezesEverything()).isRefused("You cannot freeze posts");
			objectsReviewer.tries((to) -> to.freezesAccount(JOINT_ACCOUNT)).isRefused("You cannot freeze posts");
			administrator.tries((to) -> to.freezesEverything()).isRefused("You cannot freeze posts");
			approver.tries((to) -> to.freezesEverything()).isRefused("accounts of your own team only");
			approver.tries((to) -> to.freezesEntity("TRUST")).isRefused("accounts of your own team only");
			approver.tries((to) -> to.freezesAccount(NEWS_ACCOUNT)).isRefused("accounts of your own team only");
			approver.tries((to) -> to.freezesAccount("main-y")).isAskedFor("account", "Choose the account");
			headOfCommunications.tries((to) -> to.freezes("reason", "Because")).isAskedFor("scope", "Choose what");
			headOfCommunications.tries((to) -> to.freezesEntity("JOINT")).isAskedFor("entity", "Choose whose");
			headOfCommunications.tries((to) -> to.freezes("scope", "EVERYTHING", "reason", " "))
				.isAskedFor("reason", "Enter why");
			headOfCommunications.tries((to) -> to.freezes("scope", "EVERYTHING", "incident", "that one"))
				.isAskedFor("incident", "INC-2026-000001");
			headOfCommunications.freezesEverything();
			headOfCommunications.tries((to) -> to.freezesEverything()).isTooLate("You have frozen this already");
		}

		@Test
		@DisplayName("lifts a freeze but its owner, the Head of Communications and the Chief Executive, and that once")
		void lifts() {
			long freeze = approver.freezesAccount(JOINT_ACCOUNT);
			approver2.tries((to) -> to.lifts(freeze)).isRefused("You cannot lift this freeze. Megan Fairclough");
			stage.actor("dem").tries((to) -> to.lifts(freeze)).isRefused("You cannot lift");
			approver.lifts(freeze);
			headOfCommunications.tries((to) -> to.lifts(freeze)).isTooLate("Megan Fairclough lifted this freeze");
			approver.tries((to) -> to.lifts(4711)).isNotTheirs();
			long another = approver.freezesAccount(JOINT_ACCOUNT);
			headOfCommunications.lifts(another);
			stage.actor("ceo").lifts(approver.freezesAccount(JOINT_ACCOUNT));
		}

		@Test
		@DisplayName("lets a post go ahead while it is frozen, though it may change or be withdrawn")
		void goesAhead() {
			OnePost kept = scheduled(aPost());
			OnePost changed = scheduled(aPost());
			OnePost withdrawn = scheduled(aPost());
			headOfCommunications.freezesAccount(JOINT_ACCOUNT);
			approver.tries((to) -> to.confirms(kept, AfterFreeze.GO_AHEAD))
				.isAskedFor("decision", "Main X account is frozen since 24 November 2026")
				.isAskedFor("decision", "Gareth Penrose, the Head of Communications or the Chief Executive can lift");
			approver.tries((to) -> to.completes(kept, Task.CONFIRM_AFTER_FREEZE, "decision", "CHANGE"))
				.isAskedFor("reason", "Enter what the author has to change");
			approver.tries((to) -> to.completes(kept, Task.CONFIRM_AFTER_FREEZE, "decision", "WITHDRAW"))
				.isAskedFor("reason", "Enter why the post is withdrawn");
			approver.confirms(changed, AfterFreeze.CHANGE);
			assertThat(changed).isAt(Task.DRAFT_POST);
			approver.confirms(withdrawn, AfterFreeze.WITHDRAW);
			assertThat(withdrawn).hasEnded(Ending.POST_WITHDRAWN);
			assertThat(kept).isAt(Task.CONFIRM_AFTER_FREEZE);
		}

		@Test
		@DisplayName("of its authors, and nobody but approvers, says that a post goes ahead")
		void asAuthor() {
			OnePost post = approver.submits(aPost());
			objectsReviewer.findsAligned(post);
			approver2.approves(post);
			headOfCommunications.lifts(headOfCommunications.freezesEverything());
			assertThat(post).isAt(Task.CONFIRM_AFTER_FREEZE);
			approver.tries((to) -> to.confirms(post, AfterFreeze.GO_AHEAD)).isRefused("someone other than the author");
			author2.tries((to) -> to.confirms(post, AfterFreeze.GO_AHEAD)).isRefused("This task is for other people");
			objectsReviewer.tries((to) -> to.confirms(post, AfterFreeze.GO_AHEAD)).isRefused("for other people");
			String task = approver.open(post, Task.CONFIRM_AFTER_FREEZE);
			approver.triesPastTheDoor(() -> stage.tasks.claim(task, "approver"))
				.isRefused("someone other than the author");
			approver2.triesPastTheDoor(() -> stage.tasks.complete(task)).isTooLate("Complete this task at /tasks/");
			approver2.confirms(post, AfterFreeze.GO_AHEAD);
			assertThat(post).isAt(Task.SCHEDULE_POST);
		}

		@Test
		@DisplayName("has a frozen post published, not even an administrator who moves it, nor one told too late")
		void movesIt() {
			OnePost post = atItsSlot(aPost());
			headOfCommunications.freezesEverything();
			administrator
				.triesPastTheDoor(() -> stage.runtime.createProcessInstanceModification(post.caseId())
					.cancelAllForActivity(Task.CONFIRM_AFTER_FREEZE.id())
					.startBeforeActivity(Task.PUBLISH_POST.id())
					.execute(true, true))
				.isTooLate("Everything that is queued is frozen since");
			assertThat(post).isAt(Task.CONFIRM_AFTER_FREEZE);
			OnePost untold = approved(aPost().on(TRUST_ACCOUNT));
			assertThat(untold).isAt(Task.CONFIRM_AFTER_FREEZE);
		}

		@Test
		@DisplayName("records the release of a post that was frozen meanwhile, though nobody told the case")
		void untold() {
			OnePost post = atItsSlot(aPost());
			stage.freezes.begin(FreezeScope.ACCOUNT, JOINT_ACCOUNT, "Untold.", null, "hoc");
			author2.tries((to) -> to.publishes(post)).isTooLate("may not be published now. Main X account is frozen");
		}

	}

	@Nested
	@DisplayName("After the lift")
	class Thaw {

		@Test
		@DisplayName("each post is thawed by itself, and waits for its slot again")
		void oneByOne() {
			OnePost first = scheduled(aPost());
			OnePost second = scheduled(aPost());
			headOfCommunications.lifts(headOfCommunications.freezesEverything());
			assertThat(first).isAt(Task.CONFIRM_AFTER_FREEZE);
			approver.confirms(first, AfterFreeze.GO_AHEAD);
			assertThat(first).waitsForItsSlot()
				.wentLast("needs-confirmation", "go-ahead-decided", "go-ahead-yes", "approval-to-verify-verify",
						"approval-verified", "needs-its-slot");
			assertThat(second).isAt(Task.CONFIRM_AFTER_FREEZE);
			first.timer("slot-arrived").fires();
			assertThat(first).isAt(Task.PUBLISH_POST);
			author2.publishes(first);
			assertThat(first).hasEnded(Ending.POST_PUBLISHED);
		}

		@Test
		@DisplayName("a post whose slot has passed gets another one, with its decisions standing")
		void slotPassed() {
			OnePost post = scheduled(aPost());
			long freeze = headOfCommunications.freezesEverything();
			stage.itIs("2026-11-25T10:00");
			headOfCommunications.lifts(freeze);
			approver.confirms(post, AfterFreeze.GO_AHEAD);
			assertThat(post).isAt(Task.SCHEDULE_POST).hasAnObjectsDecision(true).hasASignOff(true);
			author.schedules(post, "2026-11-25T15:00");
			assertThat(post).waitsForItsSlot();
		}

		@Test
		@DisplayName("a post signed while it was frozen is confirmed as well; one signed afterwards is not")
		void signedMeanwhile() {
			long freeze = headOfCommunications.freezesEverything();
			OnePost during = waitingAt(Task.SIGN_OFF_POST);
			OnePost after = waitingAt(Task.SIGN_OFF_POST);
			approver.approves(during);
			assertThat(during).isAt(Task.CONFIRM_AFTER_FREEZE);
			headOfCommunications.lifts(freeze);
			assertThat(during).isAt(Task.CONFIRM_AFTER_FREEZE);
			stage.itIs(stage.now().plusSeconds(60));
			approver.approves(after);
			assertThat(after).isAt(Task.SCHEDULE_POST);
			approver.confirms(during, AfterFreeze.GO_AHEAD);
			assertThat(during).isAt(Task.SCHEDULE_POST);
		}

		@Test
		@DisplayName("of one freeze a post stays frozen by another, and a later one stops it again")
		void several() {
			OnePost post = scheduled(aPost());
			long all = headOfCommunications.freezesEverything();
			long account = approver.freezesAccount(JOINT_ACCOUNT);
			headOfCommunications.lifts(all);
			approver2.tries((to) -> to.confirms(post, AfterFreeze.GO_AHEAD)).isAskedFor("decision", "cannot go ahead");
			approver.lifts(account).confirms(post, AfterFreeze.GO_AHEAD);
			assertThat(post).waitsForItsSlot();
			approver.lifts(approver.freezesAccount(JOINT_ACCOUNT));
			assertThat(post).isAt(Task.CONFIRM_AFTER_FREEZE);
		}

		@Test
		@DisplayName("a word that it goes ahead counts no longer once its giver has become an author")
		void authorLater() {
			OnePost post = frozen(aPost());
			approver2.confirms(post, AfterFreeze.GO_AHEAD).takesBack(post).submits(post, aPost());
			assertThat(post).isAt(Task.CONFIRM_AFTER_FREEZE).hasASignOff(true);
		}

		@Test
		@DisplayName("everything is on the record: what was frozen, by whom and why, and who let it go")
		void recorded() {
			OnePost post = frozen(aPost());
			approver.confirms(post, AfterFreeze.GO_AHEAD);
			assertThat(stage.posts.decisions(post.reference())).last()
				.satisfies((last) -> assertThat(last.decision()).isEqualTo("GO_AHEAD"));
			Freeze freeze = stage.freezes.all().get(0);
			assertThat(stage.freezes.words(freeze)).contains("Everything that is queued was frozen since 24 November",
					"by Gareth Penrose, because: Somebody may be in danger", "lifted it on", "The person is safe.");
			Attempt.at(stage, () -> stage.freezes.lift(freeze.id(), "Twice.", "hoc")).isStoredOnce();
		}

	}

}
