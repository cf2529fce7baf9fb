package org.imprimatur.history;

import java.util.Map;

import org.imprimatur.security.Person;

/** What else of another feature a person can do about an item, from its story. */
public interface FromStory {

	/** Address by name; empty if there is nothing for this person. */
	Map<String, String> links(String reference, Person person);

}
