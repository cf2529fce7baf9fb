package org.imprimatur.models.proposal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.imprimatur.kernel.LondonTime;
import org.imprimatur.models.ModelFile;

/**
 * Changed models that somebody deployed and that go live when a second person has
 * released them.
 *
 * @param name what the deployment was called; may be empty
 * @param source the program it came from; may be empty
 * @param groups who has to release it: one member of each
 * @param files those that differ from what was live, and those that are no model
 */
public record Proposal(long id, String name, String source, Set<String> groups, String askedBy, Instant askedAt,
		List<File> files, List<Answer> answers) {

	/**
	 * One of its files.
	 *
	 * @param replaces digest of what was live for it when it was proposed; empty if
	 * nothing was
	 */
	public record File(ModelFile file, String replaces) {
	}

	/** What somebody said to it. */
	public enum Said {

		/** It may go live, as far as this group is concerned. */
		RELEASED("Released"),
		/** It may go live without a second person, as in the demo. */
		BY_ITSELF("Released by itself: this is the demo"),
		/** It may not go live. */
		DECLINED("Declined"),
		/** Whoever proposed it does not want it any more. */
		TAKEN_BACK("Taken back");

		private final String label;

		Said(String label) {
			this.label = label;
		}

		public String label() {
			return this.label;
		}

	}

	/**
	 * One answer.
	 *
	 * @param group for which group it was released; null for other answers
	 * @param person login; null if nobody answered
	 * @param reason why it was declined; null for other answers
	 * @param deployment the engine's id of what went live by it; null if nothing did
	 */
	public record Answer(Said said, String group, String person, String reason, String deployment, Instant at) {
	}

	/** The groups of which nobody has released it yet; empty once it has ended. */
	public Set<String> waitsFor() {
		Set<String> open = new TreeSet<>(isOpen() ? this.groups : Set.of());
		this.answers.forEach((one) -> open.remove(String.valueOf(one.group())));
		return open;
	}

	/** Whether it still waits for somebody. */
	public boolean isOpen() {
		return last().filter((one) -> one.said() != Said.RELEASED || one.deployment() != null).isEmpty();
	}

	/** What was said last. */
	public Optional<Answer> last() {
		return this.answers.isEmpty() ? Optional.empty() : Optional.of(this.answers.get(this.answers.size() - 1));
	}

	/** When it was proposed, as people write it. */
	public String asked() {
		return LondonTime.dateTime(this.askedAt);
	}

}
