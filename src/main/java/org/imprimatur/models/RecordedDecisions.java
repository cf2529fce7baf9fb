package org.imprimatur.models;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.imprimatur.security.Person;

/**
 * What decision tables were told by cases, and what they answered. Whoever keeps the
 * history tells it; the models themselves know of no case.
 */
public interface RecordedDecisions {

	/**
	 * The last times that any of these was asked, the oldest first.
	 * @param definitions the engine's ids of versions, each with its key, such as
	 * {@code objects-check}
	 * @param most how many at most
	 */
	List<Asked> last(Map<String, String> definitions, int most);

	/**
	 * What a case knew at a time, by the names of the facts, as text.
	 */
	Map<String, String> known(String caseId, Instant at);

	/** Whether this person may read the story of an item. */
	boolean maySee(String reference, Person person);

	/**
	 * One table, asked once.
	 *
	 * @param caseId one asking of several tables has the same case and element
	 * @param definition the engine's id of the version that was asked
	 * @param step label of the step that asked
	 * @param inputs by the id of the input, as text
	 * @param outputs by the id of the output, as text
	 */
	record Asked(long id, String reference, String caseId, String element, String step, String decision,
			String definition, Map<String, String> inputs, Set<String> rules, Map<String, String> outputs, Instant at) {
	}

}
