package org.imprimatur.history;

/**
 * The version of the social media policy that an item is judged by.
 *
 * @param began in force when it began; null if that was not kept then
 * @param changed whether it was not the same at each of its steps
 */
public record UnderPolicy(String began, boolean changed) {

	/** As people read it. */
	public String words() {
		return ((this.began != null) ? "Begun under version " + this.began + " of the policy"
				: "Which version of the policy it began under was not kept then")
				+ (this.changed ? ". Another came into force on the way; each step says which."
						: (this.began != null) ? ", which was in force at each step." : ".");
	}

}
