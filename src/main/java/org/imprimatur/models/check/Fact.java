package org.imprimatur.models.check;

import java.util.Map;

/**
 * Something that a process or one of its tables asks for.
 *
 * @param name as models write it, such as {@code accountOwner}
 * @param label what the table calls it; else what Java says it means, else its name
 * @param codes each code it can hold, to the words for it; empty unless it is one of few
 * @param needed whether the case cannot go on without it
 */
public record Fact(String name, String label, Sort sort, Map<String, String> codes, boolean needed) {

	/** What it holds. */
	public enum Sort {

		CODE, BOOLEAN, NUMBER, TIME, TEXT, LIST

	}

	Fact as(boolean needed) {
		return new Fact(this.name, this.label, this.sort, this.codes, needed);
	}

}
