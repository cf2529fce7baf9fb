package org.imprimatur.posts;

import java.util.Map;

import org.imprimatur.accounts.Owner;
import org.imprimatur.kernel.Policy;
import org.imprimatur.partners.Partner;
import org.imprimatur.partners.Partners;
import org.imprimatur.posts.PostApproval.Ending;
import org.imprimatur.posts.PostApproval.Task;
import org.imprimatur.security.Door;
import org.imprimatur.tasks.Fields;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.imprimatur.posts.Draft.COMMUNITY_ACCOUNT;
import static org.imprimatur.posts.Draft.JOINT_ACCOUNT;
import static org.imprimatur.posts.Draft.SECTION_ACCOUNT;
import static org.imprimatur.posts.Draft.aLike;
import static org.imprimatur.posts.Draft.aPartnersShare;
import static org.imprimatur.posts.Draft.aPost;
import static org.imprimatur.posts.Draft.aShare;
import static org.imprimatur.posts.PostAssert.assertThat;

@Policy({ "SHARE", "OBJECTS", "APPROVED", "GROUNDED" })
@DisplayName("A like, a reply and a share of a partner take one second person")
class LightRouteTests extends PostsAtWork {

	@Autowired
	Partners partners;

	@Nested
	@DisplayName("One who may check and sign")
	class TheSecondPerson {

		@ParameterizedTest
		@EnumSource(names = { "LIKE", "REPLY" })
		@DisplayName("decides both on one screen; it goes straight to release, and both decisions are on record")
		void theWholeWay(Kind kind) {
			OnePost post = author.submits(aPost().with("kind", kind.name()).with("sourceUrl", "https://a.example/1"));
			assertThat(post).isAt(Task.CHECK_AND_SIGN_OFF).owedBy("approver2").dueBy("2026-11-24T14:00");
			approver2.approvesBoth(post);
			assertThat(stage.posts.decisions(post.reference()))
				.extracting(PostDecision::task, PostDecision::decision, PostDecision::decidedBy,
						PostDecision::charityObject, PostDecision::decidedFor, PostDecision::route)
				.containsExactly(
						tuple("check-charity-objects", "ALIGNED", "approver2", "public-education",
								"charity-objects-reviewers", Route.LIGHT),
						tuple("sign-off-post", "APPROVED", "approver2", null, "digital-team-approvers", Route.LIGHT));
			assertThat(post).hasAnObjectsDecision(true)
				.hasASignOff(true)
				.isAt(Task.PUBLISH_POST)
				.owedBy("digital-team")
				.dueBy("2026-11-24T11:00")
				.went("post-proposed-draft", "draft-again-draft", "draft-decided", "submitted-yes",
						"facts-needed-establish", "facts-established", "objects-check-decided", "route-decided",
						"objects-check-required", "one-person-yes", "second-person-asked", "second-person-decided",
						"agreed-yes", "approval-to-verify-verify", "approval-verified", "needs-publishing",
						"account-due-asked", "publishing-asked-again");
			author2.publishes(post);
			assertThat(post).hasEnded(Ending.POST_PUBLISHED);
		}

		@Test
		@DisplayName("is given a slot only where a time was asked for")
		void withATime() {
			OnePost post = author.submits(aLike().askingFor("2026-11-24T15:00"));
			assertThat(post).dueBy("2026-11-24T12:30");
			approver2.approvesBoth(post);
			assertThat(post).isAt(Task.SCHEDULE_POST);
		}

		@Test
		@DisplayName("may send it back or reject it, and never signs what they found wanting")
		void wanting() {
			OnePost post = author.submits(aLike());
			approver2.tries((to) -> to.answersBoth(post, ObjectsFinding.NOT_ALIGNED, SignOff.APPROVED))
				.isAskedFor("decision", "Reject it");
			approver2.tries((to) -> to.answersBoth(post, ObjectsFinding.NOT_ALIGNED, SignOff.CHANGES_REQUESTED))
				.isAskedFor("decision", "Reject it");
			approver2.tries((to) -> to.answersBoth(post, ObjectsFinding.CHANGES_NEEDED, SignOff.APPROVED))
				.isAskedFor("decision", "Ask for changes");
			Fields both = Actor.both();
			approver2.tries((to) -> to.completes(post, Task.CHECK_AND_SIGN_OFF, both.with("object", "")))
				.isAskedFor("object", "Choose the object");
			approver2.tries((to) -> to.completes(post, Task.CHECK_AND_SIGN_OFF, both.with("objectsDecision", "")))
				.isAskedFor("objectsDecision", "Choose whether it is aligned");
			approver2.tries((to) -> to.completes(post, Task.CHECK_AND_SIGN_OFF, both.with("confirmations", "ACCURATE")))
				.isAskedFor("confirmations", "It is grounded");
			approver2.answersBoth(post, ObjectsFinding.CHANGES_NEEDED, SignOff.CHANGES_REQUESTED);
			assertThat(post).isAt(Task.DRAFT_POST)
				.owedBy("author")
				.wentLast("agreed-changes-requested", "draft-again-draft");
			author.submits(post, aLike());
			approver2.answersBoth(post, ObjectsFinding.NOT_ALIGNED, SignOff.REJECTED);
			assertThat(post).hasEnded(Ending.POST_REJECTED);
		}

		@Test
		@DisplayName("needs only the right to sign where nobody checks the objects")
		void onASectionAccount() {
			OnePost post = author.submits(aLike().on(SECTION_ACCOUNT));
			assertThat(post).isAt(Task.CHECK_AND_SIGN_OFF).owedBy("approver", "approver2");
			approver.completes(post, Task.CHECK_AND_SIGN_OFF, Fields.of(Map.of("decision",
					java.util.List.of("APPROVED"), "confirmations", java.util.List.of("ACCURATE", "GROUNDED"))));
			assertThat(stage.posts.decisions(post.reference())).extracting(PostDecision::task)
				.containsExactly("sign-off-post");
			assertThat(post).isAt(Task.PUBLISH_POST);
		}

		@Test
		@DisplayName("is a member of the community on its account, and never staff")
		void inACommunity() {
			OnePost post = stage.actor("activist").submits(aLike().on(COMMUNITY_ACCOUNT));
			assertThat(post).isAt(Task.CHECK_AND_SIGN_OFF).owedBy("activist-lead", "activist-lead2");
			approver2.tries((to) -> to.approvesBoth(post)).isRefused("This task is for other people");
			headOfCommunications.tries((to) -> to.approvesBoth(post)).isRefused("This task is for other people");
			stage.actor("activist-lead2").approvesBoth(post);
			assertThat(post).isAt(Task.PUBLISH_POST);
		}

	}

	@Nested
	@DisplayName("Nobody else")
	class NobodyElse {

		@Test
		@DisplayName("who may do one of the two, or neither, does it by whatever door")
		void oneRightOnly() {
			OnePost post = author.submits(aLike());
			for (String login : new String[] { "approver", "objects", "author", "author2", "hoc", "admin",
					"manager" }) {
				stage.actor(login).tries((to) -> to.approvesBoth(post)).isRefused("This task is for other people");
			}
			news.tries((to) -> to.approvesBoth(post)).isNotTheirs();
			String task = approver2.open(post, Task.CHECK_AND_SIGN_OFF);
			approver.triesPastTheDoor(() -> stage.tasks.claim(task, "approver")).isRefused("for other people");
			administrator.triesPastTheDoor(() -> stage.tasks.setAssignee(task, "approver"))
				.isRefused("not for that person");
			approver2.triesPastTheDoor(() -> stage.tasks.complete(task)).isTooLate("Complete this task at");
		}

		@Test
		@DisplayName("does it although a candidate: the guard looks at the rights, not at the list")
		void onTheListOnly() {
			OnePost post = author.submits(aLike());
			String task = approver2.open(post, Task.CHECK_AND_SIGN_OFF);
			Door.through(() -> {
				stage.tasks.addCandidateUser(task, "approver");
				stage.tasks.addCandidateUser(task, "objects");
				stage.tasks.addCandidateUser(task, "author");
			});
			approver.tries((to) -> to.approvesBoth(post)).isRefused("one person who may check");
			approver.triesPastTheDoor(() -> stage.tasks.claim(task, "approver")).isRefused("one person who may check");
			objectsReviewer.tries((to) -> to.approvesBoth(post)).isRefused("This task is for other people");
			author.tries((to) -> to.approvesBoth(post)).isRefused("This task is for other people");
		}

		@Test
		@DisplayName("is left where the only one who may do both wrote it: the full route, and the reason says so")
		void theOnlyOneIsTheAuthor() {
			OnePost post = approver2.submits(aLike());
			assertThat(post).isAt(Task.CHECK_CHARITY_OBJECTS).owedBy("charity-objects-reviewers");
			assertThat(stage.standing.route(post.row()).reason()).contains("full route");
			approver2.tries((to) -> to.findsAligned(post)).isRefused("You wrote this post");
			objectsReviewer.findsAligned(post);
			approver.approves(post);
			assertThat(post).isAt(Task.SCHEDULE_POST);
		}

		@Test
		@DisplayName("acts in time: from then on one person checks and another signs")
		void nobodyInTime() {
			OnePost post = author.submits(aLike());
			post.timer("second-person-missed").isDue("2026-11-25T10:00").fires();
			assertThat(post).isAt(Task.CHECK_CHARITY_OBJECTS)
				.wentLast("second-person-missed-full", "full-route-taken", "facts-needed-establish",
						"facts-established", "objects-check-decided", "route-decided", "objects-check-required",
						"one-person-no");
			approver2.findsAligned(post);
			approver2.tries((to) -> to.approves(post)).isRefused("You have checked this post");
			approver.approves(post);
			assertThat(post).isAt(Task.SCHEDULE_POST).hasASignOff(true);
		}

	}

	@Nested
	@DisplayName("A share")
	class Shares {

		@Test
		@DisplayName("of a listed partner takes the light route, of anybody else the full one")
		void listedOrNot() {
			assertThat(author.submits(aPartnersShare())).isAt(Task.CHECK_AND_SIGN_OFF);
			OnePost other = author.submits(aShare().with("sourceUrl", "https://partner.example.org.evil.test/a"));
			assertThat(other).isAt(Task.CHECK_CHARITY_OBJECTS);
			assertThat(stage.standing.route(other.row()).reason()).contains("nobody on the list of partners");
		}

		@Test
		@DisplayName("of somebody who is a partner no longer is signed again by two, though one had signed it")
		void noPartnerAnyLonger() {
			Fields listed = Fields.none()
				.with("address", "short.example.net")
				.with("name", "Short")
				.with("reason", "They write with us");
			stage.as(stage.person("dem"), () -> {
				partners.list(listed, stage.person("dem"));
				return null;
			});
			OnePost post = author.submits(aShare().with("sourceUrl", "https://short.example.net/1"));
			OnePost open = author.submits(aShare().with("sourceUrl", "https://short.example.net/2"));
			OnePost untouched = author.submits(aPartnersShare());
			approver2.approvesBoth(post);
			assertThat(post).isAt(Task.PUBLISH_POST);
			long id = partners.all()
				.stream()
				.filter((one) -> one.name().equals("Short"))
				.mapToLong(Partner::id)
				.max()
				.orElseThrow();
			stage.as(stage.person("hoc"), () -> {
				partners.end(id, Fields.none().with("reason", "They have closed"), stage.person("hoc"));
				return null;
			});
			assertThat(post).isAt(Task.SIGN_OFF_POST).hasASignOff(false).hasAnObjectsDecision(true);
			approver2.tries((to) -> to.approves(post)).isRefused("You have checked this post");
			approver.approves(post);
			assertThat(post).hasASignOff(true).isAt(Task.PUBLISH_POST);
			assertThat(open).isAt(Task.CHECK_CHARITY_OBJECTS);
			assertThat(untouched).isAt(Task.CHECK_AND_SIGN_OFF);
		}

		@Test
		@DisplayName("is released only by somebody who has looked whether the source still says this")
		void theSourceIsLookedAt() {
			OnePost post = author.submits(aPartnersShare());
			approver2.approvesBoth(post);
			approver.tries((to) -> to.publishes(post)).isAskedFor("sourceStillSays", "Look at the source");
			approver.completes(post, Task.PUBLISH_POST, "decision", "POSTED", "postedUrl", "https://x.example/1",
					"sourceStillSays", "YES");
			assertThat(post).hasEnded(Ending.POST_PUBLISHED);
		}

		@Test
		@DisplayName("which its second person finds to name a politician goes on to the Head of Communications")
		void namesAPolitician() {
			OnePost post = author.submits(aPartnersShare());
			approver2.approvesBoth(post, Trigger.NAMES_POLITICIAN);
			assertThat(post).isAt(Task.SIGN_OFF_POST).owedBy("head-of-communications").hasASignOff(false);
			assertThat(author.submits(aPartnersShare().marked(Trigger.NAMES_POLITICIAN)))
				.isAt(Task.CHECK_CHARITY_OBJECTS);
		}

	}

	@Test
	@DisplayName("What one person decided stands no longer when the text changes, and both are decided again")
	void changed() {
		OnePost post = this.author.submits(aLike());
		this.approver2.approvesBoth(post);
		this.author.takesBack(post).submits(post, aLike().with("sourceUrl", "https://anybody.example/post/2"));
		assertThat(post).isAt(Task.CHECK_AND_SIGN_OFF).hasAnObjectsDecision(false).hasASignOff(false);
		this.approver2.approvesBoth(post);
		assertThat(post).hasASignOff(true);
	}

	@Test
	@DisplayName("Another owner asks for both decisions again, and the case comes to rest")
	void anotherOwner() {
		OnePost post = this.author.submits(aLike().on(SECTION_ACCOUNT));
		this.approver.approvesBoth(post);
		ownerBecomes(SECTION_ACCOUNT, Owner.JOINT);
		assertThat(post).isAt(Task.CHECK_AND_SIGN_OFF).owedBy("approver2");
		ownerBecomes(JOINT_ACCOUNT, Owner.JOINT);
		this.approver2.approvesBoth(post);
		assertThat(post).isAt(Task.PUBLISH_POST);
	}

}
