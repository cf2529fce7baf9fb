package org.imprimatur.history;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.imprimatur.security.Person;
import org.imprimatur.tasks.Happening;

/** The items of one feature, as the history asks for them. */
public interface RecordedItems {

	/** The feature, such as {@code posts}. */
	String feature();

	/** What people call them, such as "Posts". */
	String name();

	/** The item as it is now; empty if it is none of this feature's. */
	Optional<RecordedItem> item(String reference);

	/**
	 * The references after this one in the order of their letters, so that all can be
	 * walked through without being held.
	 * @param after empty for the first
	 */
	List<String> referencesAfter(String after, int most);

	/**
	 * What the person may find: an item is theirs if it bears one of these marks. Empty
	 * for whoever may not search at all.
	 */
	Set<Mark> audience(Person person);

	/** What an item of the Trust or of the Section bears, whichever of these. */
	Set<Mark> ofEntity(String entity);

	/** Whether the person may read all of this item. */
	boolean maySee(String reference, Person person);

	/** Whether only those may know of it who are named there. */
	default boolean isRestricted(String reference) {
		return false;
	}

	/**
	 * Whether somebody who may find none of them should not learn from a count that there
	 * are a few.
	 */
	default boolean hidesSmallNumbers() {
		return false;
	}

	/** Records that the person looked, where looks are recorded. */
	void looked(String reference, String place, Person person);

	/** Everything that happened to it, in any order. */
	List<Happening> happened(String reference);

	/** Where it is now, as a sentence. */
	String state(String reference);

	/** What people were shown at their tasks, by the engine's id of the task. */
	default Map<String, Shown> shown(String reference) {
		return Map.of();
	}

	/** What each version of its text changed, the oldest first. */
	default List<Difference> differences(String reference) {
		return List.of();
	}

	/** What only its case file holds. */
	default OnPaper onPaper(String reference) {
		return OnPaper.NOTHING;
	}

	/**
	 * What else this person can take away of it besides its case file: address by name.
	 */
	default Map<String, String> packs(String reference, Person person) {
		return Map.of();
	}

	/** What people call each account that items of this feature are on, by its id. */
	default Map<String, String> accounts() {
		return Map.of();
	}

	/** The ids of the teams that look after items of this feature. */
	default Set<String> teams() {
		return Set.of();
	}

	/**
	 * What rules have answered that items can be found by, besides what people decided:
	 * the mark's value and what people call it.
	 */
	default Map<String, String> outcomesOfRules() {
		return Map.of();
	}

	/** What people call each end event, by its id. */
	Map<String, String> endings();

}
