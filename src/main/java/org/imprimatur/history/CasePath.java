package org.imprimatur.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.imprimatur.history.ItemStory.Meaning;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.models.Diagram;
import org.imprimatur.models.Diagram.Element;

/**
 * The path of one case of an item through its model.
 *
 * @param diagram the version of the model it follows
 * @param stops what it came to, in order
 * @param flows how often it took each sequence flow, by the flow's id
 * @param open ids of the elements where it is now
 */
public record CasePath(String caseId, Diagram diagram, List<Stop> stops, Map<String, Integer> flows, Set<String> open) {

	/** The model and its version, such as "Post approval, version 3 (1.0.0)". */
	public String model() {
		return modelOf(this.diagram);
	}

	public String inForceSince() {
		return LondonTime.dateTime(this.diagram.deployedAt());
	}

	static String modelOf(Diagram diagram) {
		return (diagram.name().isEmpty() ? diagram.key() : diagram.name()) + ", version " + diagram.version()
				+ ((diagram.tag() != null) ? " (" + diagram.tag() + ")" : "");
	}

	/**
	 * One arrival at one element.
	 *
	 * @param answer what a question was answered with; null if it is none
	 * @param time which time it came here, from 1
	 * @param times how often it came here at all
	 * @param open whether it is still here
	 * @param waited from coming to going on, by the clock; null if nobody knows
	 * @param meaning what it is for
	 * @param doings what people did here, one line each
	 */
	public record Stop(Element element, Instant at, String answer, int time, int times, boolean open, Duration waited,
			Meaning meaning, List<Line> doings) {

		public String when() {
			return LondonTime.dateTime(this.at);
		}

		/** Which time, in words; null for what happened once. */
		public String again() {
			return (this.times > 1) ? this.time + " of " + this.times + " times" : null;
		}

		/** How long it waited here, if that is worth saying; else null. */
		public String pause() {
			return (this.waited != null && this.waited.toMinutes() > 0 && this.doings.isEmpty())
					? Spans.words(this.waited) + " by the clock" : null;
		}

	}

	/**
	 * What one person did at one step.
	 *
	 * @param who the name, or that nobody did it
	 * @param what what was decided; may be empty
	 * @param took in working time
	 * @param late whether it was, or is, past its deadline
	 */
	public record Line(String who, String what, String took, String due, boolean late, boolean open) {
	}

}
