package org.imprimatur.models.replay;

import java.util.List;
import java.util.Map;

/**
 * One changed process, gone again by the cases on record.
 *
 * @param cases how many cases were gone through
 * @param same how many would have gone the same way
 * @param changed those that would have left it, the last moved first, each where it would
 * have left it first
 * @param hidden how many more of these are not shown to whoever asks, in words
 * @param untold those of which nobody can tell, by why that is
 * @param partings where cases part, by element, of those that are shown
 */
public record RouteReplay(String key, String name, String file, int cases, int same, List<Change> changed,
		String hidden, Map<String, Integer> untold, List<Parting> partings) {

	/**
	 * One case that would have gone another way.
	 *
	 * @param at what people call the element where it leaves its way
	 * @param then where it went from there
	 * @param now where it would go
	 */
	public record Change(String reference, String when, String element, String at, String then, String now) {
	}

	/** So many cases go another way at this element. */
	public record Parting(String element, String at, String then, String now, int times) {
	}

	/** The whole in a sentence. */
	public String summary() {
		if (this.cases == 0) {
			return "No case has followed this process yet.";
		}
		int others = this.cases - this.same - this.untold.values().stream().mapToInt(Integer::intValue).sum();
		return ((others == 0) ? "None" : String.valueOf(others)) + " of the last " + this.cases
				+ ((this.cases == 1) ? " case" : " cases") + " would have gone another way.";
	}

}
