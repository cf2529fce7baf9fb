package org.imprimatur.incidents;

import java.util.Optional;

import org.imprimatur.kernel.Policy;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;

import org.springframework.stereotype.Component;

/**
 * Which Trustees an incident concerns, by name or by their office: whatever they were
 * asked or have said before, they take no part.
 */
@Component
@Policy({ "TRUSTEES", "PERSONAL" })
class TrusteesConcerned {

	static final String CHAIR = "trustees-chair";

	private final Incidents incidents;

	private final IncidentAccess access;

	private final People people;

	TrusteesConcerned(Incidents incidents, IncidentAccess access, People people) {
		this.incidents = incidents;
		this.access = access;
		this.people = people;
	}

	/**
	 * Why it concerns this person, as a sentence for that person; empty if it does not.
	 */
	Optional<String> why(String reference, Person person) {
		if (this.access.isSubject(reference, person.login())) {
			return Optional.of("There is no such task for you.");
		}
		return (person.isIn(CHAIR) && this.incidents.facts(reference).concerns(Concern.CHAIR))
				? Optional.of("The incident is about the Chair, so another Trustee stands in.") : Optional.empty();
	}

	boolean isConcerned(String reference, String login) {
		return this.access.isSubject(reference, login)
				|| this.people.find(login).flatMap((person) -> why(reference, person)).isPresent();
	}

}
