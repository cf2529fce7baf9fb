package org.imprimatur.incidents;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.imprimatur.security.People;

/** Finds the person whom somebody meant by a name or login. */
final class PeopleTyped {

	private PeopleTyped() {
	}

	/** The login; empty if nobody or more than one person is called so. */
	static Optional<String> find(String typed, People people) {
		List<String> found = all(typed, people);
		return (found.size() == 1) ? Optional.of(found.get(0)) : Optional.empty();
	}

	/** Why nobody was found, as a sentence that says what to type instead. */
	static String unknown(String typed, People people) {
		return all(typed, people).isEmpty()
				? "Nobody who signs in here is called “" + typed + "”. Enter a name or login."
				: "More than one person is called “" + typed + "”. Enter the login.";
	}

	private static List<String> all(String typed, People people) {
		return people.everybody()
			.entrySet()
			.stream()
			.filter((one) -> plain(one.getKey()).equals(plain(typed)) || plain(one.getValue()).equals(plain(typed)))
			.map(Map.Entry::getKey)
			.sorted()
			.toList();
	}

	private static String plain(String name) {
		return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.UK);
	}

}
