package org.imprimatur.posts;

import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.PostApproval.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.posts.Draft.aPost;
import static org.imprimatur.posts.Draft.aShare;
import static org.imprimatur.posts.PostAssert.assertThat;

@Policy("GROUNDED")
@DisplayName("Nothing is submitted without the ground it rests on")
class GroundedTests extends PostsAtWork {

	@Nested
	@DisplayName("A claim")
	class Claims {

		@Test
		@DisplayName("may not go without a ground")
		void noGround() {
			refused(aPost().without("grounding"), "grounding", "Choose what the claims in the post rest on");
			refused(aPost().with("grounding", "BELIEF"), "grounding", "Choose what the claims in the post rest on");
		}

		@Test
		@DisplayName("may not rest on a policy or on research that nobody can find")
		void noSource() {
			refused(aPost().without("groundingSource"), "groundingSource", "Enter which policy");
			refused(aPost().groundedIn(Grounding.RESEARCH, " "), "groundingSource", "Enter which research");
		}

		@Test
		@DisplayName("may not rest on an argument that nobody stands behind")
		void nobodyJudged() {
			Draft argument = aPost().with("grounding", Grounding.REASONED_ARGUMENT.name()).without("groundingSource");
			refused(argument, "judgedBy", "Enter the name of the person who judged the argument");
			assertThat(author.submits(argument.with("judgedBy", "Dr Ada Example"))).isAt(Task.CHECK_CHARITY_OBJECTS);
		}

		@Test
		@DisplayName("may not give a number whose source has no date, or one that is none")
		void undatedNumber() {
			Draft number = aPost().marked(Trigger.STATISTIC);
			refused(number, "sourceDate", "Enter the date of the source of the number");
			refused(number.with("sourceDate", "22/06/2026"), "sourceDate", "such as 2026-06-22");
			refused(number.with("sourceDate", "2026-02-30"), "sourceDate", "such as 2026-06-22");
			refused(number.with("sourceDate", "2026-11-25"), "sourceDate", "not in the future");
			refused(number.with("sourceDate", "0026-06-22"), "sourceDate", "Enter the full year");
			assertThat(author.submits(number.with("sourceDate", "2026-11-24"))).isAt(Task.CHECK_CHARITY_OBJECTS);
		}

		@Test
		@DisplayName("is told everything that is missing at once, in the order of the form")
		void everythingAtOnce() {
			Draft empty = aPost().without("body").without("grounding").with("link", "not a link");
			author.tries((to) -> to.submits(empty))
				.isAskedFor("body", "Enter the text of the post")
				.isAskedFor("link", "full web address")
				.isAskedFor("grounding", "Choose what");
		}

	}

	@Nested
	@Policy("SHARE")
	@DisplayName("What others have published")
	class Sources {

		@Test
		@DisplayName("may not be shared without its address, a copy of what it said and the goal it serves")
		void shares() {
			refused(aShare().without("sourceUrl"), "sourceUrl", "Enter the address of what you share");
			refused(aShare().without("sourceSnapshot"), "sourceSnapshot", "Copy what the source says now");
			refused(aShare().without("goal"), "goal", "Choose the goal of the strategy that this share serves");
			assertThat(author.submits(aShare())).isAt(Task.CHECK_CHARITY_OBJECTS);
		}

		@Test
		@DisplayName("may not be liked or answered without its address, and both are posts like any other")
		void likesAndReplies() {
			Draft like = aPost().with("kind", Kind.LIKE.name()).without("body");
			refused(like, "sourceUrl", "Enter the address of what you like");
			refused(aPost().with("kind", Kind.REPLY.name()), "sourceUrl", "Enter the address of what you reply to");
			assertThat(author.submits(like.with("sourceUrl", "https://partner.example/1")))
				.isAt(Task.CHECK_AND_SIGN_OFF);
		}

		@ParameterizedTest
		@ValueSource(strings = { "partner.example", "javascript:alert(1)", "ftp://partner.example/x", "https://",
				"https:///x", "https://partner.example/a b", "data:text/html,x" })
		@DisplayName("may not be named by anything but a full web address")
		void badAddresses(String address) {
			refused(aShare().with("sourceUrl", address), "sourceUrl", "Enter the address of the source as a full web");
			refused(aPost().with("link", address), "link", "Enter the link as a full web address, such as https://");
		}

	}

	@Nested
	@DisplayName("What is typed")
	class Typed {

		@Test
		@DisplayName("may not hold what cannot be stored: a null, or half an emoji")
		void unstorable() {
			refused(aPost().saying("one\u0000two"), "body", "Take out the character in the text");
			refused(aPost().saying("half \uD83D of it"), "body", "Take out the character in the text");
			refused(aPost().saying("half \uDE21 of it"), "body", "a null or half an emoji");
			refused(aPost().groundedIn(Grounding.POLICY, "x\u0000"), "groundingSource", "Take out the character");
		}

		@Test
		@DisplayName("may not be longer than the longest post or what its platform takes, in characters people see")
		void tooLong() {
			refused(aPost().saying("x".repeat(70_001)), "body",
					"Shorten the text to 70,000 characters; it has 70,001.");
			refused(aPost().groundedIn(Grounding.POLICY, "x".repeat(10_001)), "groundingSource", "10,000 characters");
			refused(aPost().with("judgedBy", "x".repeat(201)), "judgedBy", "Shorten the name to 200 characters");
			refused(aPost().with("link", "https://www.example.org/" + "x".repeat(2000)), "link", "2,000 characters");
			refused(aPost().saying("\uD83D\uDE21".repeat(281)), "body", "X takes 280");
			OnePost longest = author.submits(aPost().on("main-facebook").saying("\uD83D\uDE21".repeat(63_206)));
			assertThat(stage.posts.latest(longest.reference()).orElseThrow().body()).hasSize(126_412);
		}

		@Test
		@DisplayName("is kept as it was typed, whatever it looks like")
		void asTyped() {
			String odd = "{{7*7}} <script>alert(1)</script> \u202Eabc\u202C \uD83D\uDE21 ${1+1} 'quoted' -- \\\\ %s";
			OnePost post = author.submits(aPost().saying(odd));
			assertThat(stage.posts.latest(post.reference()).orElseThrow().body()).isEqualTo(odd);
		}

		@Test
		@DisplayName("may not ask for a time that never comes, has passed, or is none")
		void times() {
			author.tries((to) -> to.submits(aPost().askingFor("2027-03-28T01:30")))
				.isAskedFor("publishAt", "there is no 1:30am on 28 March 2027. Enter 2am or later");
			author.tries((to) -> to.submits(aPost().askingFor("2026-11-24T09:00")))
				.isAskedFor("publishAt", "has passed");
			author.tries((to) -> to.submits(aPost().askingFor("9am"))).isAskedFor("publishAt", "Enter a date and time");
		}

		@Test
		@DisplayName("may not use a list's answer that is not offered, or two where one is asked")
		void notOffered() {
			refused(aPost().with("triggers", "DONATION_ASK", "ANYTHING"), "triggers", "Tick only the lines");
			refused(aPost().with("goal", "WINNING"), "goal", "Choose a goal from the list");
			refused(aPost().with("grounding", "POLICY", "RESEARCH"), "grounding", "Choose one only");
			author.tries((to) -> to.submits(aPost().with("kind", "POEM"))).isAskedFor("kind", "Choose what sort");
			author.tries((to) -> to.submits(aPost().with("urgency", "SOON"))).isAskedFor("urgency", "Choose normal");
		}

	}

	/**
	 * Asked at the draft, and asked alike where the draft is submitted with the proposal.
	 */
	private void refused(Draft draft, String field, String sentence) {
		OnePost open = this.author.drafts(aPost().with("kind", draft.typed().get("kind").get(0)));
		this.author.tries((to) -> to.submits(open, draft)).isAskedFor(field, sentence);
		assertThat(open).isAt(Task.DRAFT_POST);
		assertThat(this.stage.posts.revisions(open.reference())).isEmpty();
		this.author.tries((to) -> to.submits(draft)).isAskedFor(field, sentence);
	}

}
