package org.imprimatur.models;

/**
 * Whether what runs is what stands in the files that the application started with.
 *
 * @param file the path of the file below {@code processes}; empty if no file holds it
 */
public record Drift(State state, String file) {

	/** How the database and the files stand to each other. */
	public enum State {

		/** The same, to the byte. */
		SAME("As in the files"),
		/** The files differ, but not in this model. */
		REWRITTEN("Says the same as the files"),
		/** What runs is not what stands in the file. */
		DIFFERENT("Differs from the files"),
		/** No file holds it. */
		ONLY_IN_DATABASE("Only in the database"),
		/** It was never deployed. */
		ONLY_IN_FILES("Only in the files");

		private final String label;

		State(String label) {
			this.label = label;
		}

		public String label() {
			return this.label;
		}

	}

	/** Whether somebody has to do something. */
	public boolean isDrift() {
		return this.state != State.SAME && this.state != State.REWRITTEN;
	}

	/** What to do about it, in a sentence or two; empty if nothing. */
	public String advice() {
		return switch (this.state) {
			case SAME -> "";
			case REWRITTEN -> "The file " + this.file + " is written in another way; nothing in this model differs.";
			case DIFFERENT -> "What runs is not what stands in " + this.file
					+ ". Commit it, or it is replaced at the next start with changed files.";
			case ONLY_IN_DATABASE -> "No file holds it. Commit it, or it exists in this database alone.";
			case ONLY_IN_FILES ->
				"It stands in " + this.file + ", but nothing of it runs. Start the application again to deploy it.";
		};
	}

}
