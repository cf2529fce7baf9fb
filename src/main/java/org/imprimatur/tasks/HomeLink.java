package org.imprimatur.tasks;

import org.imprimatur.security.Person;

/** A page of a feature that some people find in the menu of every page. */
public interface HomeLink {

	/** What people call the page, such as "Partners". */
	String name();

	/** Its path, such as {@code /partners}. */
	String address();

	/** Whether this person is offered it; the page itself asks again. */
	boolean isFor(Person person);

}
