package org.imprimatur.models.replay;

import java.util.List;
import java.util.Map;

/**
 * One changed table, asked again what cases asked it before.
 *
 * @param asked how many askings on record were gone through
 * @param same how many would have got the same answer
 * @param changed those that would have got another one, the newest first
 * @param hidden how many more of these belong to items that are not shown to whoever asks
 * @param untold those of which nobody can tell, by why that is
 * @param sums how many changed from which answer to which, of those that are shown
 */
public record DecisionReplay(String key, String name, int asked, int same, List<Change> changed, String hidden,
		Map<String, Integer> untold, List<Sum> sums) {

	/**
	 * One asking that would have got another answer.
	 *
	 * @param then what was answered, in words
	 * @param thenBy which rows of the table of that time
	 * @param now what the changed table answers
	 * @param nowBy which rows of it
	 */
	public record Change(String reference, String step, String when, String then, String thenBy, String now,
			String nowBy) {
	}

	/** So many went from one answer to another. */
	public record Sum(String then, String now, int times) {
	}

	/** The whole in a sentence or two. */
	public String summary() {
		if (this.asked == 0) {
			return "No case has asked this table yet.";
		}
		int others = this.asked - this.same - this.untold.values().stream().mapToInt(Integer::intValue).sum();
		return ((others == 0) ? "None" : String.valueOf(others)) + " of the last " + this.asked
				+ (this.asked == 1 ? " answer" : " answers") + " would have been another.";
	}

}
