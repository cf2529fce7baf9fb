package org.imprimatur.history;

/**
 * Somebody who has to take note of items of a feature, and by when: what the numbers
 * count of it. An item bears the outcome {@code code=ASKED} once somebody was asked, and
 * one of {@code IN_TIME}, {@code LATE} and {@code MISSING}.
 *
 * @param label who, such as "Chief Executive, or who stands in"
 * @param definition what is counted, as a sentence
 * @param rows SQL with a row for each time that counts: reference, asked_at, due_at and
 * noted_at, which is null while nobody has taken note
 */
public record Noting(String label, String definition, String feature, String code, String rows) {

	/** What may be true of an item. */
	public enum State {

		/** Somebody was asked. */
		ASKED("asked"),
		/** Everybody who counts has taken note, within the clock. */
		IN_TIME("acknowledged in time"),
		/** Everybody who counts has taken note, not all within the clock. */
		LATE("acknowledged late"),
		/** Somebody who counts has not. */
		MISSING("not acknowledged");

		private final String words;

		State(String words) {
			this.words = words;
		}

		public String words() {
			return this.words;
		}

	}

	/** By what an item of this state is found. */
	public String outcome(State state) {
		return this.code + "=" + state.name();
	}

}
