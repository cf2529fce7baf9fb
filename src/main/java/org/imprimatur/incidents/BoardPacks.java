package org.imprimatur.incidents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.imprimatur.history.Counted;
import org.imprimatur.history.Found;
import org.imprimatur.history.Numbers;
import org.imprimatur.history.Paper;
import org.imprimatur.history.Papers;
import org.imprimatur.history.Period;
import org.imprimatur.incidents.BoardPackLines.Line;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.meetings.Board;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Fields;

import org.springframework.stereotype.Component;

/**
 * What a Board is told about some months, as a file: how many posts and incidents of its
 * organisation there were, and each incident that concerns it with what it was told.
 * Incidents that whoever takes the file may not read are counted in it and not shown;
 * those about that person are neither.
 */
@Component
@Policy({ "BOARD", "TRUSTEES", "PERSONAL" })
public class BoardPacks {

	/** The form under which it is recorded. */
	public static final String FORM = "board-pack";

	private final Numbers numbers;

	private final Found found;

	private final BoardPackLines lines;

	private final IncidentAccess access;

	private final Incidents incidents;

	private final Papers papers;

	BoardPacks(Numbers numbers, Found found, BoardPackLines lines, IncidentAccess access, Incidents incidents,
			Papers papers) {
		this.numbers = numbers;
		this.found = found;
		this.lines = lines;
		this.access = access;
		this.incidents = incidents;
		this.papers = papers;
	}

	/** Whether the person may take that of any Board. */
	public boolean isFor(Person person) {
		return this.found.isFor(person) || List.of(Board.values()).stream().anyMatch((board) -> board.isKeptBy(person));
	}

	/**
	 * @throws Refusal 403 if the person may take that of no Board
	 */
	public void mustBeFor(Person person) {
		if (!isFor(person)) {
			throw Refusal
				.forbidden("The pack of a Board is for its secretary and for whoever may read the history. Ask them.");
		}
	}

	/**
	 * The file; that it was taken is on record when this returns, and each look at a
	 * restricted incident too.
	 * @param fields {@code board}, and {@code since} and {@code until} as {@code 2026-11}
	 * @throws InvalidFields if there is no such Board or period
	 * @throws Refusal 403 if it is not for this person
	 */
	public byte[] take(Fields fields, Person person) {
		mustBeFor(person);
		Map<String, String> errors = new LinkedHashMap<>();
		Optional<Board> board = List.of(Board.values())
			.stream()
			.filter((one) -> one.name().equals(fields.value("board")))
			.findFirst();
		if (board.isEmpty()) {
			errors.put("board", "Choose the Board from the list.");
		}
		Optional<Period> period = Period.read(fields, errors);
		if (!errors.isEmpty()) {
			throw new InvalidFields(errors);
		}
		return take(board.orElseThrow(), period.orElseThrow(), person);
	}

	private byte[] take(Board board, Period period, Person person) {
		String about = board.label() + ", " + period.words();
		Paper paper = this.papers.beginWide("Board pack: " + about, person);
		figures(paper, board, period, person);
		incidents(paper, board, period, person);
		return this.papers.end(paper, FORM, about, person);
	}

	private void figures(Paper paper, Board board, Period period, Person person) {
		List<Counted> counted = this.numbers.ofEntity(board.name(), period, person);
		paper.heading("Figures");
		paper.text("What began in these months on accounts that " + Entity.valueOf(board.name()).label()
				+ " owns, alone or with the other organisation, and incidents that concern it.");
		paper.table(List.of("Figure", "Number", "What it counts"), counted.stream()
			.map((one) -> List.of(one.figure().label(), String.valueOf(one.number()), one.figure().definition()))
			.toList(), 25, 10, 65);
	}

	private void incidents(Paper paper, Board board, Period period, Person person) {
		paper.heading("Incidents that concern the " + board.label());
		paper.text("Each that was reported before the end of the period and was open, or was worked on, in it;"
				+ " as it stood when this file was made.");
		List<Line> shown = new ArrayList<>();
		int restricted = 0;
		int others = 0;
		for (String reference : this.lines.concerning(board, period)) {
			if (this.access.isSubject(reference, person.login())) {
				continue;
			}
			if (this.access.maySee(reference, person)) {
				this.access.looked(reference, FORM, person);
				shown.add(this.lines.of(reference, board));
			}
			else if (this.incidents.facts(reference).isRestricted()) {
				restricted++;
			}
			else {
				others++;
			}
		}
		if (!shown.isEmpty()) {
			paper.table(
					List.of("Incident", "Severity", "Clocks", "Told to the " + board.label(), "Notes taken",
							"Trustees’ decision", "Still open"),
					shown.stream()
						.map((line) -> List.of(line.title() + "\n" + line.reported(), line.severity(), line.clocks(),
								line.told(), line.noted(), line.decided(), line.open()))
						.toList(),
					18, 9, 14, 18, 15, 12, 14);
		}
		notShown(paper, shown.size(), restricted, others);
		reasons(paper, shown);
	}

	private static void notShown(Paper paper, int shown, int restricted, int others) {
		if (shown + restricted + others == 0) {
			paper.text("There was none.");
		}
		if (restricted > 0) {
			paper.text((restricted == 1) ? "1 restricted incident is not shown: only those named may read it."
					: restricted + " restricted incidents are not shown: only those named may read them.");
		}
		if (others > 0) {
			paper.text(others + ((others == 1) ? " further incident is" : " further incidents are")
					+ " not shown: only those who deal with incidents may read " + ((others == 1) ? "it." : "them."));
		}
	}

	private static void reasons(Paper paper, List<Line> shown) {
		List<Line> decided = shown.stream().filter((line) -> !line.reasons().isEmpty()).toList();
		if (decided.isEmpty()) {
			return;
		}
		paper.heading("Decisions to report or not to report, with their reasons");
		decided.forEach((line) -> {
			paper.smaller(line.title());
			line.reasons().forEach((title, reason) -> {
				paper.by(title);
				paper.text(reason);
			});
		});
	}

}
