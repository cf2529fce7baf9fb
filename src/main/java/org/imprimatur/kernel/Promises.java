package org.imprimatur.kernel;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one process keeps however modellers draw it. A change of its model that breaks any
 * of it is refused at every door.
 */
public interface Promises {

	/** The key of the process, such as {@code post-approval}. */
	String process();

	/** What every way through the model keeps. */
	List<Promise> promises();

	/** User tasks that only a person ends: no clock and no message takes them away. */
	default List<? extends ModelName> endedByPeopleOnly() {
		return List.of();
	}

	/** Clocks and messages that reach a case while something is done. */
	default List<Beside> beside() {
		return List.of();
	}

	/** User tasks whose people are not reminded, since a clock does more. */
	default List<? extends ModelName> notReminded() {
		return List.of();
	}

	/** Elements that are done once for each of a list, side by side: id to the list. */
	default Map<String, Variable<?>> onceForEach() {
		return Map.of();
	}

	/**
	 * What something leads to, if by no straight way: id to the ids of what follows it.
	 */
	default Map<String, Set<String>> leadsTo() {
		return Map.of();
	}

	/** Rows of the table of deadlines that code asks for, not the model. */
	default Set<String> deadlinesInCode() {
		return Set.of();
	}

	/**
	 * A boundary event that has to stand on an element.
	 *
	 * @param event the id of the boundary event
	 * @param on the id of the element it stands on
	 * @param interrupts whether it ends that element
	 * @param message the message it waits for; null for a clock
	 */
	record Beside(String event, String on, boolean interrupts, String message) {

		public static Beside clock(String event, ModelName on) {
			return new Beside(event, on.id(), false, null);
		}

		public static Beside clockThatEnds(String event, String on) {
			return new Beside(event, on, true, null);
		}

		public static Beside message(String event, String on, ModelName message) {
			return new Beside(event, on, true, message.id());
		}

	}

}
