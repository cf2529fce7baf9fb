package org.imprimatur.incidents;

import java.util.List;

import org.imprimatur.kernel.Policy;
import org.imprimatur.meetings.Board;

import org.springframework.stereotype.Component;

/** Tells the members of a Board between its meetings. */
@Component
@Policy("BOARD")
public class BoardNotices {

	private final Incidents incidents;

	private final BoardPeople people;

	private final BoardRecord record;

	BoardNotices(Incidents incidents, BoardPeople people, BoardRecord record) {
		this.incidents = incidents;
		this.people = people;
		this.record = record;
	}

	/**
	 * Records one notice for each member who has none of this report yet.
	 * @return the logins of those who are told now
	 */
	public List<String> tell(String caseId, String reference, Board board) {
		this.incidents.lock(reference);
		List<String> known = this.record.notices(caseId).stream().map(BoardNotice::member).toList();
		List<String> told = this.people.members(reference, board)
			.stream()
			.filter((login) -> !known.contains(login))
			.toList();
		told.forEach((login) -> this.record.told(caseId, reference, board, login));
		return told;
	}

}
