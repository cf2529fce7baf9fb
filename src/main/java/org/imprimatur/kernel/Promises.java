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

	/** Clocks that run while people work, as boundary events of the model. */
	default List<Clock> clocks() {
		return List.of();
	}

	/** Elements that are done once for each of a list, side by side: id to the list. */
	default Map<String, Variable<?>> onceForEach() {
		return Map.of();
	}

	/** Rows of the table of deadlines that code asks for, not the model. */
	default Set<String> deadlinesInCode() {
		return Set.of();
	}

	/**
	 * A clock that runs while something is done.
	 *
	 * @param event the id of the boundary event
	 * @param on the id of the element it stands on
	 * @param interrupts whether it ends that element when it rings
	 */
	record Clock(String event, String on, boolean interrupts) {
	}

}
