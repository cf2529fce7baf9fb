package org.imprimatur.models;

import java.time.Instant;

import org.imprimatur.kernel.LondonTime;

/**
 * One version of a process or a decision, as it was deployed.
 *
 * @param definition the engine's id of it
 * @param key such as {@code post-approval}
 * @param name what the model calls itself; the key if it has no name
 * @param process whether it is a process, and not a decision
 * @param number the engine's number of it, from 1
 * @param tag what its author calls the version; empty if nothing
 * @param deployment the engine's id of what it was deployed with
 * @param origin who deployed it and from where
 * @param running cases under way that follow it; for a decision those whose steps ask
 * this version of it, and null if no step does: then the newest version is asked
 */
public record Version(String definition, String key, String name, boolean process, int number, String tag,
		String deployment, Instant deployedAt, Origin origin, Long running) {

	/** When it was deployed, as people write it. */
	public String deployed() {
		return LondonTime.dateTime(this.deployedAt);
	}

	/** How many cases follow it, in words; empty if that is not told by version. */
	public String cases() {
		return (this.running == null) ? "" : (this.running == 1) ? "1 case" : this.running + " cases";
	}

	/**
	 * Who deployed it and from where.
	 *
	 * @param person who did; empty if the program did at its start, or nobody knows
	 * @param place in words, such as "Camunda Modeler, deployment “a change”"
	 */
	public record Origin(String person, String place) {

		/** One sentence without a full stop. */
		public String words() {
			return this.person.isEmpty() ? this.place : this.person + ", from " + this.place;
		}

	}

}
