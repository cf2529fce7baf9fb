package org.imprimatur.incidents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.imprimatur.kernel.Policy;
import org.imprimatur.meetings.Board;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;

import org.springframework.stereotype.Component;

/**
 * Who writes to a Board, who is told, and who can agree that something urgent waits:
 * never anybody whom the incident is about.
 */
@Component
@Policy("BOARD")
public class BoardPeople {

	private static final String CHAIR = "trustees-chair";

	private static final String EXECUTIVE = "ceo";

	private final IncidentAccess access;

	private final People people;

	BoardPeople(IncidentAccess access, People people) {
		this.access = access;
		this.people = people;
	}

	/**
	 * The group whose member writes the report: the Board's secretary, else the other
	 * Board's, else the Chair, else the Vice-Chair.
	 */
	public String secretaries(String reference, Board board) {
		return Stream.of(board.secretaries(), board.other().secretaries(), CHAIR, "trustees-vice-chair")
			.filter((group) -> this.people.inGroup(group)
				.stream()
				.anyMatch((person) -> !this.access.isSubject(reference, person.login())))
			.findFirst()
			.orElse(board.secretaries());
	}

	/** The members of the Board who may learn of the incident. */
	public List<String> members(String reference, Board board) {
		return this.people.inGroup(board.members())
			.stream()
			.map(Person::login)
			.filter((login) -> !this.access.isSubject(reference, login))
			.toList();
	}

	/** Those who can agree that an urgent report waits: name by login. */
	public Map<String, String> canAgree(String reference) {
		Map<String, String> names = new LinkedHashMap<>();
		Stream.of(EXECUTIVE, CHAIR)
			.flatMap((group) -> this.people.inGroup(group).stream())
			.filter((person) -> !this.access.isSubject(reference, person.login()))
			.forEach((person) -> names.put(person.login(),
					person.name() + (person.isIn(EXECUTIVE) ? ", Chief Executive" : ", Chair")));
		return names;
	}

}
