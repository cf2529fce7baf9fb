package org.imprimatur.incidents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.People;
import org.imprimatur.tasks.Happening;

import org.springframework.stereotype.Component;

/** What happened to the reports of an incident to its Boards, in words. */
@Component
@Policy("BOARD")
class BoardWords {

	private final BoardRecord record;

	private final People people;

	BoardWords(BoardRecord record, People people) {
		this.record = record;
		this.people = people;
	}

	/** Which meetings the reports were meant for, and who was told between meetings. */
	List<Happening> happened(String reference) {
		List<Happening> all = new ArrayList<>();
		for (BoardTarget target : this.record.targetsOf(reference)) {
			String board = target.board().label();
			all.add(new Happening(target.foundAt(), "Imprimatur",
					(target.heldAt() != null)
							? "Next meeting of the " + board + ": " + LondonTime.dateTime(target.heldAt())
							: "No meeting of the " + board + " is planned that can take the report",
					(target.papersDue() != null) ? "Papers until " + LondonTime.dateTime(target.papersDue()) + "."
							: null));
		}
		told(reference).forEach((told, notices) -> all.add(new Happening(told.at(), "Imprimatur",
				notices.get(0).board().label() + " told between meetings",
				notices.stream().map((one) -> this.people.nameOf(one.member())).collect(Collectors.joining(", ")))));
		return all;
	}

	private record Told(String caseId, Instant at) {
	}

	private Map<Told, List<BoardNotice>> told(String reference) {
		return this.record.noticesOf(reference)
			.stream()
			.collect(Collectors.groupingBy((one) -> new Told(one.caseId(), one.toldAt()), LinkedHashMap::new,
					Collectors.toList()));
	}

}
