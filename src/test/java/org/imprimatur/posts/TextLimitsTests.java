package org.imprimatur.posts;

import java.util.List;

import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.imprimatur.posts.Draft.JOINT_ACCOUNT;
import static org.imprimatur.posts.Draft.TRUST_ACCOUNT;
import static org.imprimatur.posts.Draft.aPost;
import static org.imprimatur.posts.PostAssert.assertThat;

@Policy("APPROVED")
@DisplayName("A text is never longer than its platform takes")
class TextLimitsTests extends PostsAtWork {

	@ParameterizedTest
	@CsvSource({ "Hello,5", "'',0", "Zoë,3", "Zoe\u0308,3", "\uD83D\uDC4D\uD83C\uDFFD,1",
			"\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67\u200D\uD83D\uDC66,1", "\uD83C\uDDEC\uD83C\uDDE7!,2" })
	@DisplayName("counted in characters as people see them")
	void seen(String text, int characters) {
		assertThat(TextLimits.length(text)).isEqualTo(characters);
	}

	@ParameterizedTest
	@ValueSource(strings = { "X", "X,many,2026-08", "X,0,2026-08", "X,280,August", "X,280,2026-08,more" })
	@DisplayName("by a dated file, which may hold nothing else")
	void file(String line) {
		assertThatIllegalArgumentException().isThrownBy(() -> new TextLimits(List.of(line)))
			.withMessageContaining(line);
	}

	@Nested
	@DisplayName("A post that is too long for one of its accounts")
	class TooLong {

		@Test
		@DisplayName("may not be submitted: the account, its limit and how many to cut are named")
		void named() {
			author.tries((to) -> to.submits(aPost().saying("x".repeat(281))))
				.isAskedFor("body", "The text for Main X account has 281 characters; X takes 280. Cut 1.");
			author.tries((to) -> to.submits(aPost().on(JOINT_ACCOUNT, TRUST_ACCOUNT).saying("x".repeat(3010))))
				.isAskedFor("body", "Cut 2,730. The text for Trust LinkedIn page has 3,010 characters");
			author.tries((to) -> to.submits(aPost().on(JOINT_ACCOUNT, TRUST_ACCOUNT)
				.saying("x".repeat(300))
				.sayingOn(JOINT_ACCOUNT, "y".repeat(290)))).isAskedFor("body.main-x", "Cut 10.");
		}

		@Test
		@DisplayName("goes on with a text of its own for that account")
		void ownText() {
			OnePost post = author.submits(aPost().on(JOINT_ACCOUNT, TRUST_ACCOUNT)
				.saying("x".repeat(300))
				.sayingOn(JOINT_ACCOUNT, "y".repeat(280)));
			assertThat(post).isAt(PostApproval.Task.CHECK_CHARITY_OBJECTS);
		}

	}

}
