package org.imprimatur.posts;

import org.imprimatur.accounts.Owner;
import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.PostApproval.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.posts.Draft.JOINT_ACCOUNT;
import static org.imprimatur.posts.Draft.SECTION_ACCOUNT;
import static org.imprimatur.posts.Draft.UNKNOWN_ACCOUNT;
import static org.imprimatur.posts.Draft.aPost;
import static org.imprimatur.posts.PostAssert.assertThat;

@Policy("ACCOUNT-OWNER")
@DisplayName("Who owns an account decides what its posts need, now and not when they were written")
class AccountOwnerTests extends PostsAtWork {

	@Test
	@DisplayName("Nothing is submitted on an account whose owner nobody knows, and the message names who can mend it")
	void unknownOwner() {
		this.author.tries((to) -> to.submits(aPost().on(UNKNOWN_ACCOUNT)))
			.isAskedFor("", "TikTok account cannot be used now. Nobody has established who owns this account")
			.isAskedFor("", this.stage.person("hoc").name())
			.isAskedFor("", this.stage.person("dem").name())
			.isAskedFor("", "to record the owner, then send this again");
	}

	@Test
	@DisplayName("A draft on such an account may be written meanwhile, and goes on once the owner is recorded")
	void mended() {
		OnePost post = this.author.drafts(aPost().on(UNKNOWN_ACCOUNT));
		this.author.tries((to) -> to.submits(post, aPost())).isAskedFor("", "cannot be used now");
		assertThat(post).isAt(Task.DRAFT_POST);
		ownerBecomes(UNKNOWN_ACCOUNT, Owner.SECTION);
		this.author.submits(post, aPost());
		assertThat(post).isAt(Task.SIGN_OFF_POST);
	}

	@ParameterizedTest
	@EnumSource(names = { "SIGN_OFF_POST", "SCHEDULE_POST", "PUBLISH_POST" })
	@DisplayName("A post that the Trust comes to hold alone goes back to the objects check at once, wherever it is")
	void reachesEveryOpenPost(Task at) {
		OnePost waiting = scheduled(aPost());
		OnePost elsewhere = scheduled(aPost().on("main-facebook"));
		OnePost post = waitingAt(at);
		ownerBecomes(JOINT_ACCOUNT, Owner.TRUST);
		assertThat(post).isAt(Task.CHECK_CHARITY_OBJECTS);
		assertThat(waiting).isAt(Task.CHECK_CHARITY_OBJECTS);
		waiting.timer("slot-arrived").doesNotRun();
		assertThat(elsewhere).waitsForItsSlot();
	}

	@Test
	@DisplayName("A Section post that the Trust joins may not go out unchecked")
	void sectionPostJoined() {
		OnePost post = this.author.submits(aPost().on(SECTION_ACCOUNT));
		this.approver.approves(post).schedules(post, "2026-11-24T15:00");
		ownerBecomes(SECTION_ACCOUNT, Owner.JOINT);
		assertThat(post).isAt(Task.CHECK_CHARITY_OBJECTS).hasASignOff(true);
		this.objectsReviewer.findsAligned(post);
		assertThat(post).waitsForItsSlot();
	}

	@Test
	@DisplayName("A post under the objects check goes on to sign-off when the Trust gives the account up")
	void trustGivesUp() {
		OnePost post = waitingAt(Task.CHECK_CHARITY_OBJECTS);
		ownerBecomes(JOINT_ACCOUNT, Owner.SECTION);
		assertThat(post).isAt(Task.SIGN_OFF_POST)
			.wentLast("check-overtaken-verify", "approval-to-verify-verify", "approval-verified", "needs-sign-off",
					"facts-needed-establish", "facts-established", "objects-check-decided", "route-decided",
					"objects-check-not-required", "route-needed-standing", "standing-none", "signing-full");
	}

	@ParameterizedTest
	@EnumSource(names = { "CHECK_CHARITY_OBJECTS", "SIGN_OFF_POST", "PUBLISH_POST" })
	@DisplayName("A post whose account loses its owner goes to its team, who may not schedule it before that is mended")
	void ownerLost(Task at) {
		OnePost post = waitingAt(at);
		ownerBecomes(JOINT_ACCOUNT, Owner.UNKNOWN);
		assertThat(post).isAt(Task.SCHEDULE_POST).owedBy("digital-team");
		this.author.tries((to) -> to.schedules(post, "2026-11-24T16:30")).isAskedFor("decision", "cannot be used now");
	}

	@Test
	@DisplayName("A post goes on waiting for its slot when the owner it was decided for is recorded again")
	void ownerFoundAgain() {
		OnePost post = scheduled(aPost());
		ownerBecomes(JOINT_ACCOUNT, Owner.UNKNOWN);
		assertThat(post).isAt(Task.SCHEDULE_POST);
		ownerBecomes(JOINT_ACCOUNT, Owner.JOINT);
		assertThat(post).waitsForItsSlot().wentThrough("objects-checked", 1).wentThrough("signed-off", 1);
	}

	@Test
	@DisplayName("A change of owner is on the record with who made it and why, and reaches no post that has ended")
	void recorded() {
		OnePost post = atItsSlot(aPost());
		this.author.publishes(post);
		int before = post.trail().size();
		ownerBecomes(JOINT_ACCOUNT, Owner.TRUST);
		assertThat(post.trail()).hasSize(before);
		assertThat(this.stage.jdbc.sql(
				"select before_value || ' ' || after_value || ' ' || changed_by from account_change where field = 'owner' order by id desc")
			.query(String.class)
			.list()).startsWith("JOINT TRUST dem");
	}

	@Test
	@DisplayName("No owner may be recorded for an account that does not exist")
	void noSuchAccount() {
		Attempt.at(this.stage, () -> ownerBecomes("main-y", Owner.TRUST)).isNotTheirs();
	}

}
