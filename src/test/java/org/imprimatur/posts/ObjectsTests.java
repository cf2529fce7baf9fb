package org.imprimatur.posts;

import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.PostApproval.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.posts.Draft.COMMUNITY_ACCOUNT;
import static org.imprimatur.posts.Draft.JOINT_ACCOUNT;
import static org.imprimatur.posts.Draft.NEWS_ACCOUNT;
import static org.imprimatur.posts.Draft.SECTION_ACCOUNT;
import static org.imprimatur.posts.Draft.TRUST_ACCOUNT;
import static org.imprimatur.posts.Draft.aPost;
import static org.imprimatur.posts.PostAssert.assertThat;

@Policy("OBJECTS")
@DisplayName("A post on an account of the Trust is held against the Charity's objects before anybody signs it")
class ObjectsTests extends PostsAtWork {

	@Nested
	@DisplayName("On an account that the Trust holds, alone or with the Section")
	class TrustHeldAccounts {

		@Test
		@DisplayName("every post waits for the objects check, whoever runs the account")
		void waits() {
			assertThat(author.submits(aPost().on(JOINT_ACCOUNT))).isAt(Task.CHECK_CHARITY_OBJECTS)
				.owedBy("charity-objects-reviewers")
				.dueBy("2026-11-24T14:00");
			assertThat(author.submits(aPost().on(TRUST_ACCOUNT))).isAt(Task.CHECK_CHARITY_OBJECTS);
			assertThat(news.submits(aPost().on(NEWS_ACCOUNT))).isAt(Task.CHECK_CHARITY_OBJECTS);
		}

		@Test
		@DisplayName("the author may not check her own post")
		void theAuthorMayNotCheckHerOwnPost() {
			OnePost post = given(approver2).submits(aPost().on(JOINT_ACCOUNT));
			approver2.tries((to) -> to.findsAligned(post)).isRefused("someone other than the author");
			assertThat(post).isAt(Task.CHECK_CHARITY_OBJECTS).owedBy("charity-objects-reviewers");
		}

		@Test
		@DisplayName("nobody is asked to sign before the check")
		void notBefore() {
			OnePost post = author.submits(aPost());
			assertThat(stage.tasks.createTaskQuery()
				.processInstanceId(post.caseId())
				.taskDefinitionKey(Task.SIGN_OFF_POST.id())
				.count()).isZero();
			author.tries((to) -> to.recalls(post)).isRefused("check and sign");
		}

		@Test
		@DisplayName("a share is checked like an original post")
		void shares() {
			assertThat(author.submits(Draft.aShare())).isAt(Task.CHECK_CHARITY_OBJECTS);
		}

	}

	@Nested
	@DisplayName("On an account that the Section alone holds")
	class SectionAccounts {

		@Test
		@DisplayName("nobody is asked, and a community's post is signed in that community")
		void notAsked() {
			assertThat(author.submits(aPost().on(SECTION_ACCOUNT))).isAt(Task.SIGN_OFF_POST)
				.owedBy("digital-team-approvers");
			OnePost post = stage.actor("activist").submits(aPost().on(COMMUNITY_ACCOUNT));
			assertThat(post).isAt(Task.SIGN_OFF_POST).owedBy("community-leeds-approvers");
			approver.tries((to) -> to.approves(post)).isNotTheirs();
		}

	}

	@Nested
	@DisplayName("The decision")
	class Decision {

		@Test
		@DisplayName("names the object that the post serves, who decided, and for which version")
		void recorded() {
			OnePost post = author.submits(aPost());
			objectsReviewer.findsAligned(post);
			assertThat(stage.posts.decisions(post.reference())).singleElement().satisfies((decision) -> {
				assertThat(decision.decision()).isEqualTo("ALIGNED");
				assertThat(decision.charityObject()).isEqualTo("public-education");
				assertThat(decision.decidedBy()).isEqualTo("objects");
				assertThat(decision.decidedAt()).isEqualTo(stage.now());
				assertThat(decision.revision()).isEqualTo(1);
				assertThat(decision.decidedFor()).isEqualTo("charity-objects-reviewers");
				assertThat(decision.accounts()).isEqualTo("main-x=JOINT");
				assertThat(decision.askedBecause()).contains("The Trust holds this account together with the Section");
			});
		}

		@Test
		@DisplayName("may not be that a post is aligned with no object, with one that is none, or with nothing said")
		void mayNotBeEmpty() {
			OnePost post = author.submits(aPost());
			decides(post, "decision", "ALIGNED").isAskedFor("object", "Choose the object that it serves");
			decides(post, "decision", "ALIGNED", "object", "good-deeds").isAskedFor("object", "from the list");
			decides(post).isAskedFor("decision", "Choose whether the post is aligned");
			decides(post, "decision", "YES").isAskedFor("decision", "Choose whether the post is aligned");
			assertThat(post).isAt(Task.CHECK_CHARITY_OBJECTS).owedBy("charity-objects-reviewers");
		}

		@Test
		@DisplayName("may not send a post back or end it without a reason, which is kept")
		void mayNotGoWithoutAReason() {
			OnePost post = author.submits(aPost());
			decides(post, "decision", "CHANGES_NEEDED").isAskedFor("reason", "Enter what the author has to change");
			decides(post, "decision", "NOT_ALIGNED", "reason", " ").isAskedFor("reason", "Enter why the post does not");
			objectsReviewer.finds(post, ObjectsFinding.NOT_ALIGNED);
			assertThat(stage.posts.decisions(post.reference())).extracting(PostDecision::reason)
				.containsExactly("It does not say which right it is about.");
		}

		@Test
		@DisplayName("may not bring along what its form does not have")
		void mayNotOverpost() {
			OnePost post = author.submits(aPost());
			decides(post, "decision", "ALIGNED", "object", "public-education", "signOffPost", "APPROVED").isAskedFor("",
					"This form has no field signOffPost");
		}

		private Attempt decides(OnePost post, String... fields) {
			return objectsReviewer.tries((to) -> to.completes(post, Task.CHECK_CHARITY_OBJECTS, fields));
		}

	}

}
