package org.imprimatur.tasks;

import java.util.List;

import org.imprimatur.security.Person;

/**
 * What a feature tells another about its items where one names the other, such as the
 * post that answers an incident. Neither knows more of the other than this.
 */
public interface NamedItems {

	/** Whether this is an item of this feature that the person may name. */
	boolean mayName(String reference, Person person);

	/** Whether this is an item of this feature whose page the person may open. */
	boolean mayOpen(String reference, Person person);

	/** The items of this feature that name this one, the oldest first. */
	List<Named> naming(String reference, Person person);

	/**
	 * An item that names another.
	 *
	 * @param title null if the person may not open it
	 * @param by login of who named it
	 * @param state where it is now, as a sentence
	 */
	record Named(String reference, String title, String by, String state) {
	}

}
