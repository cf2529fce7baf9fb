package org.imprimatur.history;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

@DisplayName("Two texts are compared word by word")
class WordDifferenceTest {

	private static final String WOMAN_AT_WORK = "\uD83D\uDC69\u200D\uD83D\uDCBB";

	private static final String WOMAN = "\uD83D\uDC69";

	@Test
	void aWordThatChanged() {
		assertThat(shown("Forty people came home.", "Forty-one people came home!"))
			.isEqualTo("Forty{+-one+} people came home[-.-]{+!+}");
	}

	@Test
	void wordsSideBySideAreOneChange() {
		assertThat(shown("The old grey bridge", "The new green bridge"))
			.isEqualTo("The [-old grey-]{+new green+} bridge");
	}

	@Test
	void anEmojiOfSeveralPartsStaysWhole() {
		assertThat(shown("Go " + WOMAN_AT_WORK + "!", "Go " + WOMAN + "!"))
			.isEqualTo("Go [-" + WOMAN_AT_WORK + "-]{+" + WOMAN + "+}!");
		String flags = "\uD83C\uDDEB\uD83C\uDDF7";
		assertThat(shown("Go \uD83C\uDDEC\uD83C\uDDE7", "Go " + flags)).endsWith("{+" + flags + "+}");
	}

	@Test
	void anAccentOfItsOwnStaysWithItsLetter() {
		assertThat(shown("cafe open", "cafe\u0301 open")).isEqualTo("[-cafe-]{+cafe\u0301+} open");
	}

	@Test
	void nothingIsLost() {
		String before = "One.\n\n\u0627\u0644\u0639\u0631\u0628\u064A\u0629 \u4E16\u754C  <b>{{7*7}}</b>\n";
		String after = "Two.\n\u0627\u0644\u0639\u0631\u0628 \u4E16\u754C <i>{{7*7}}</i>";
		List<Difference.Part> parts = WordDifference.of(before, after);
		assertThat(
				parts.stream().filter((part) -> !part.added()).map(Difference.Part::text).collect(Collectors.joining()))
			.isEqualTo(before);
		assertThat(parts.stream()
			.filter((part) -> !part.removed())
			.map(Difference.Part::text)
			.collect(Collectors.joining())).isEqualTo(after);
	}

	@Test
	void theLongestTextsAreComparedQuickly() {
		String before = IntStream.range(0, 14_000).mapToObj((i) -> "a" + i).collect(Collectors.joining(" "));
		String after = IntStream.range(0, 14_000).mapToObj((i) -> "b" + i).collect(Collectors.joining(" "));
		assertTimeoutPreemptively(Duration.ofSeconds(10), () -> WordDifference.of(before, after));
		assertTimeoutPreemptively(Duration.ofSeconds(10),
				() -> WordDifference.of(before.replace(" ", "\n"), after.replace(" ", "\n")));
		assertThatNoException().isThrownBy(() -> WordDifference.of("", ""));
	}

	private static String shown(String before, String after) {
		return WordDifference.of(before, after)
			.stream()
			.map((part) -> part.added() ? "{+" + part.text() + "+}"
					: part.removed() ? "[-" + part.text() + "-]" : part.text())
			.collect(Collectors.joining());
	}

}
