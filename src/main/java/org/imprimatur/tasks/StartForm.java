package org.imprimatur.tasks;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.imprimatur.security.Person;

/**
 * What a feature knows of the page on which a case begins. The page is
 * {@code forms/start/<process-key>.html}.
 */
public interface StartForm {

	String process();

	/** The template of the fields, such as {@code forms/start/post-approval}. */
	String template();

	/** What the page is called, such as "Propose a post". */
	String name();

	Set<String> fields();

	/** Why this person may not start a case, for the person to read; empty if allowed. */
	Optional<String> whyNot(Person person);

	/**
	 * The fields that an address may fill in, as {@code ?kind=LIKE} does; none of words.
	 */
	default Set<String> chosenFirst() {
		return Set.of();
	}

	/** Sorts of items to begin at once, as links: the query by what people call it. */
	default Map<String, String> sorts() {
		return Map.of();
	}

	Map<String, Object> page(Fields fields, Person person);

	/**
	 * What the form begins with instead of nothing.
	 * @param from what it is begun from, such as a reference
	 * @return empty if there is no such thing for this person
	 */
	default Optional<Fields> from(String from, Person person) {
		return Optional.empty();
	}

	/**
	 * Starts a case.
	 * @param startKey made once for each page shown; the same key again gives the same
	 * case
	 * @throws org.imprimatur.kernel.InvalidFields if something has to be typed
	 * differently
	 */
	Started start(Fields fields, String startKey, Person person);

	/** The items this person has sent in, the newest first. */
	List<SentIn> sentInBy(Person person, Asked asked);

	/** Which of the items that somebody sent in. */
	enum Which {

		/** All of them. */
		ALL,
		/** Those that are on their way. */
		OPEN,
		/** Those that have ended. */
		ENDED

	}

	/**
	 * Which items are asked for.
	 *
	 * @param before only those sent in before this time; null for the newest
	 * @param reference of those sent in at that very time, only the ones before this one
	 */
	record Asked(Which which, Instant before, String reference, int most) {
	}

	/**
	 * An item that somebody sent in.
	 *
	 * @param state where it is now, as a sentence
	 * @param next what has to be done next; empty if it has ended
	 * @param who whose turn it is; empty if nobody's
	 * @param since since when, as London date and time
	 */
	record SentIn(String reference, String title, Instant sentAt, boolean ended, String state, String next, String who,
			String since) {
	}

	/**
	 * A case that has begun.
	 *
	 * @param reference of the item
	 * @param caseId the engine's id of the case
	 */
	record Started(String reference, String caseId) {
	}

}
