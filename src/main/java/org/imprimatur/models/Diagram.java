package org.imprimatur.models;

import java.time.Instant;
import java.util.Map;

/**
 * One version of a model in words: what its elements are called, who does them, why they
 * are there, and how they hang together.
 *
 * @param definition the engine's id of this version
 * @param key such as {@code post-approval}
 * @param version the engine's number of it, from 1
 * @param tag what its author calls the version; may be null
 * @param elements by id, in the order of the file
 * @param flows by id
 */
public record Diagram(String definition, String key, String name, int version, String tag, Instant deployedAt,
		Map<String, Element> elements, Map<String, Flow> flows) {

	/** What sort of thing stands in a model. */
	public enum Sort {

		/** A person does it. */
		TASK("Step of a person"),
		/** A decision table is asked. */
		RULES("Rules"),
		/** The program does it. */
		AUTOMATIC("Automatic step"),
		/** Another model is followed. */
		CALLED("Further procedure"),
		/** Where the way parts. */
		QUESTION("Question"),
		/** Something waits for a time, or its time comes. */
		TIMER("Timer"),
		/** How it begins. */
		START("Beginning"),
		/** How it ends. */
		END("Ending"),
		/** Whatever else happens. */
		EVENT("Event"),
		/** A part with steps of its own. */
		PART("Part");

		private final String label;

		Sort(String label) {
			this.label = label;
		}

		public String label() {
			return this.label;
		}

	}

	/**
	 * One element.
	 *
	 * @param label as drawn; empty if it has none
	 * @param documentation as written, with the policy's id; may be empty
	 * @param role the lane; may be empty
	 * @param entry whether no flow leads to it
	 */
	public record Element(String id, Sort sort, String label, String documentation, String role, boolean entry) {
	}

	/**
	 * One sequence flow.
	 *
	 * @param label the answer it stands for; empty if it has none
	 */
	public record Flow(String id, String from, String to, String label) {
	}

}
