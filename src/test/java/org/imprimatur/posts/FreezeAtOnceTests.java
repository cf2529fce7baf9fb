package org.imprimatur.posts;

import java.util.List;

import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.PostApproval.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.posts.Draft.JOINT_ACCOUNT;
import static org.imprimatur.posts.Draft.aPost;
import static org.imprimatur.posts.PostAssert.assertThat;

@Policy("CRISIS")
@DisplayName("Freezes begun and lifted by two people at the same moment")
class FreezeAtOnceTests extends PostsAtWork {

	@RepeatedTest(3)
	@DisplayName("a doubled click on the same freeze: one freeze, and the second is told")
	void begunTwice() throws Exception {
		OnePost post = scheduled(aPost());
		List<RuntimeException> failures = AtOnceTests.atOnce(() -> this.headOfCommunications.freezesEverything(),
				() -> this.headOfCommunications.freezesEverything());
		assertThat(failures).hasSize(1).allSatisfy(AtOnceTests::wasTold);
		assertThat(this.stage.freezes.all().stream().filter(Freeze::inForce)).hasSize(1);
		assertThat(post).isAt(Task.CONFIRM_AFTER_FREEZE);
	}

	@RepeatedTest(3)
	@DisplayName("two people freeze the same: each freeze has its owner, and the post stops once")
	void begunByTwo() throws Exception {
		OnePost post = scheduled(aPost());
		List<RuntimeException> failures = AtOnceTests.atOnce(() -> this.approver.freezesAccount(JOINT_ACCOUNT),
				() -> this.headOfCommunications.freezesAccount(JOINT_ACCOUNT));
		assertThat(failures).isEmpty();
		assertThat(this.stage.freezes.all().stream().filter(Freeze::inForce)).extracting(Freeze::begunBy)
			.containsExactlyInAnyOrder("approver", "hoc");
		assertThat(post).isAt(Task.CONFIRM_AFTER_FREEZE);
	}

	@RepeatedTest(3)
	@DisplayName("two people lift one: one wins, and the other is told")
	void liftedByTwo() throws Exception {
		long freeze = this.approver.freezesAccount(JOINT_ACCOUNT);
		List<RuntimeException> failures = AtOnceTests.atOnce(() -> this.approver.lifts(freeze),
				() -> this.headOfCommunications.lifts(freeze));
		assertThat(failures).hasSize(1).allSatisfy(AtOnceTests::wasTold);
		assertThat(this.stage.freezes.find(freeze).orElseThrow().inForce()).isFalse();
	}

}
