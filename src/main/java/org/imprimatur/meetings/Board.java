package org.imprimatur.meetings;

import org.imprimatur.kernel.Outcome;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.Person;

/** The two Boards, each with its members and the secretary who keeps its meetings. */
@Policy("BOARD")
public enum Board implements Outcome {

	TRUST("Trust Board", "trust-board", "The Board of the charity."),
	SECTION("Section Board", "section-board", "The Board of the membership body.");

	private final String label;

	private final String members;

	private final String definition;

	Board(String label, String members, String definition) {
		this.label = label;
		this.members = members;
		this.definition = definition;
	}

	@Override
	public String label() {
		return this.label;
	}

	@Override
	public String definition() {
		return this.definition;
	}

	/** The group of its members. */
	public String members() {
		return this.members;
	}

	/** The group of its secretary. */
	public String secretaries() {
		return this.members + "-secretary";
	}

	/** Whether this person keeps its meetings. */
	public boolean isKeptBy(Person person) {
		return person.isIn(secretaries());
	}

	/** The other of the two. */
	public Board other() {
		return (this == TRUST) ? SECTION : TRUST;
	}

}
