package org.imprimatur.models.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.imprimatur.models.check.Fact;

/**
 * How far a case that is tried has come.
 *
 * @param now what its own clock says
 * @param stops where somebody, or the application, has its turn
 * @param messages what may come in meanwhile
 * @param clocks what is due when, the earliest first
 * @param story what happened so far, by move
 * @param here ids of the elements of the main process where the case stands, to how often
 * @param passed ids of everything of the main process that it came through, flows too
 * @param over whether it has ended
 * @param problem why the last move could not be made; empty if it could
 */
public record Trial(Instant now, List<Stop> stops, List<Stop> messages, List<Clock> clocks, List<Chapter> story,
		Map<String, Integer> here, Set<String> passed, boolean over, String problem) {

	/**
	 * Where a move can be made.
	 *
	 * @param key such as {@code sign-off-post:2}
	 * @param who whose turn it is, in words
	 * @param due when it has to be done; null if it does not say
	 * @param outcome what can be decided; null if nothing is
	 * @param asked what has to be known to go on
	 * @param known what is known of these already
	 */
	public record Stop(Move.Kind kind, String key, String element, String process, String label, String who,
			Instant due, Fact outcome, List<Fact> asked, Map<String, String> known) {
	}

	/**
	 * Something that is due at a time.
	 *
	 * @param reminder whether people are only reminded then
	 */
	public record Clock(String element, String label, boolean reminder, Instant due) {
	}

	/** What one move led to, in words. */
	public record Chapter(Instant at, String move, List<String> lines) {
	}

}
