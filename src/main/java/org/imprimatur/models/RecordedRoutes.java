package org.imprimatur.models;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * The ways that cases went. Whoever keeps the history tells it; the models themselves
 * know of no case.
 */
public interface RecordedRoutes {

	/**
	 * The ways of the cases that moved last, each in order.
	 * @param definitions the engine's ids of the versions of one process
	 * @param most how many cases at most
	 */
	List<Route> last(Collection<String> definitions, int most);

	/** The way of one case, so far or to its end. */
	record Route(String reference, String caseId, List<Taken> taken) {
	}

	/**
	 * One flow that a case took.
	 *
	 * @param definition the version that it followed then
	 */
	record Taken(String definition, String flow, Instant at) {
	}

}
