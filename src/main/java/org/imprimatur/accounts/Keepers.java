package org.imprimatur.accounts;

import java.util.List;
import java.util.stream.Collectors;

import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;

import org.springframework.stereotype.Component;

/** Who keeps the register of accounts. */
@Component
@Policy("AUTHORISED")
class Keepers {

	private static final List<String> GROUPS = List.of("head-of-communications", "digital-engagement-manager");

	private final People people;

	Keepers(People people) {
		this.people = people;
	}

	boolean include(Person person) {
		return GROUPS.stream().anyMatch(person::isIn);
	}

	void mustInclude(Person person) {
		if (!include(person)) {
			throw Refusal.forbidden("Only the Head of Communications and the Digital Engagement Manager change the "
					+ "register of accounts. Ask " + but(person.login()) + ".");
		}
	}

	/** The names of the others, for a sentence. */
	String but(String login) {
		String names = GROUPS.stream()
			.flatMap((group) -> this.people.inGroup(group).stream())
			.filter((keeper) -> !keeper.login().equals(login))
			.map(Person::name)
			.distinct()
			.collect(Collectors.joining(" or "));
		return names.isEmpty() ? "an administrator to put somebody into the group of the Head of Communications"
				: names;
	}

}
