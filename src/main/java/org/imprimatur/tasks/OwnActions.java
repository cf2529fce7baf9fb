package org.imprimatur.tasks;

import java.util.List;

import org.imprimatur.security.Person;

/** What a person has promised to do outside any task, for their first page. */
public interface OwnActions {

	/** What is open, the earliest first. */
	List<OwnAction> openFor(Person person);

	/**
	 * One such promise.
	 *
	 * @param address path of the page where it is said to be done
	 * @param from reference of the item it came from
	 * @param due the day, in words
	 */
	record OwnAction(String what, String address, String from, String due, boolean overdue) {
	}

}
