package org.imprimatur.security;

import java.util.Set;

/**
 * Somebody who signs in.
 *
 * @param login what the person signs in with, never shown without the name
 * @param name first and last name, as the record shows it
 * @param groups ids of the groups the person is a member of
 */
public record Person(String login, String name, Set<String> groups) {

	public Person {
		groups = Set.copyOf(groups);
	}

	public boolean isIn(String group) {
		return this.groups.contains(group);
	}

}
