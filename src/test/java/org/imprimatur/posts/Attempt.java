package org.imprimatur.posts;

import java.util.Map;

import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.Refusal;

import static org.assertj.core.api.Assertions.assertThat;

/** What came of something that a person tried. */
final class Attempt {

	private final Stage stage;

	private final Map<String, Long> before;

	private final RuntimeException failure;

	private Attempt(Stage stage, Map<String, Long> before, RuntimeException failure) {
		this.stage = stage;
		this.before = before;
		this.failure = failure;
	}

	static Attempt at(Stage stage, Runnable work) {
		Map<String, Long> before = stage.rows();
		try {
			work.run();
			return new Attempt(stage, before, null);
		}
		catch (RuntimeException ex) {
			return new Attempt(stage, before, ex);
		}
	}

	/** Never for this person, and nothing was recorded. */
	Attempt isRefused(String sentence) {
		return refused(Refusal.Kind.FORBIDDEN, sentence);
	}

	/** Not now, or not by this door, and nothing was recorded. */
	Attempt isTooLate(String sentence) {
		return refused(Refusal.Kind.CONFLICT, sentence);
	}

	/** As if there were no such thing, and nothing was recorded. */
	Attempt isNotTheirs() {
		return refused(Refusal.Kind.NOT_FOUND, "");
	}

	/** Something has to be typed differently, and nothing was recorded. */
	Attempt isAskedFor(String field, String sentence) {
		assertThat(this.failure).as("what was said").isInstanceOf(InvalidFields.class);
		assertThat(((InvalidFields) this.failure).messages()).containsKey(field);
		assertThat(((InvalidFields) this.failure).messages().get(field)).contains(sentence);
		return nothingChanged();
	}

	/** The database itself holds on to what is there. */
	Attempt isStoredOnce() {
		assertThat(this.failure).as("what was said").isInstanceOf(org.springframework.dao.DuplicateKeyException.class);
		return nothingChanged();
	}

	private Attempt refused(Refusal.Kind kind, String sentence) {
		assertThat(this.failure).as("what was said").isInstanceOf(Refusal.class).hasMessageContaining(sentence);
		assertThat(((Refusal) this.failure).kind()).isEqualTo(kind);
		return nothingChanged();
	}

	private Attempt nothingChanged() {
		assertThat(this.stage.rows()).as("rows of the record").isEqualTo(this.before);
		return this;
	}

}
