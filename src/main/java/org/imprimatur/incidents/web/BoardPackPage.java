package org.imprimatur.incidents.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.imprimatur.incidents.BoardPacks;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.meetings.Board;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.web.Sent;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Asks which Board and which months, and hands out the file. */
@Controller
@Policy("BOARD")
class BoardPackPage {

	private static final String PAGE = "/history/board-pack";

	/** A quarter. */
	private static final int USUAL_MONTHS = 3;

	private final BoardPacks packs;

	private final People people;

	private final Clock clock;

	BoardPackPage(BoardPacks packs, People people, Clock clock) {
		this.packs = packs;
		this.people = people;
		this.clock = clock;
	}

	@GetMapping(PAGE)
	ModelAndView ask(@RequestParam(defaultValue = "") String board, @RequestParam(defaultValue = "") String since,
			@RequestParam(defaultValue = "") String until) {
		Person person = this.people.acting();
		this.packs.mustBeFor(person);
		YearMonth now = YearMonth.from(LocalDate.ofInstant(this.clock.instant(), LondonTime.ZONE));
		List<Board> kept = List.of(Board.values()).stream().filter((one) -> one.isKeptBy(person)).toList();
		return page(Fields.none()
			.with("board", (board.isBlank() && kept.size() == 1) ? kept.get(0).name() : board)
			.with("since", since.isBlank() ? now.minusMonths(USUAL_MONTHS - 1).toString() : since)
			.with("until", until.isBlank() ? now.toString() : until));
	}

	@GetMapping(PAGE + ".pdf")
	Object take(@RequestParam(defaultValue = "") String board, @RequestParam(defaultValue = "") String since,
			@RequestParam(defaultValue = "") String until, HttpServletRequest request) {
		Fields fields = Fields.none().with("board", board).with("since", since).with("until", until);
		try {
			byte[] file = this.packs.take(fields, this.people.acting());
			return ResponseEntity.ok()
				.contentType(MediaType.APPLICATION_PDF)
				.header(HttpHeaders.CONTENT_DISPOSITION,
						"attachment; filename=\"board-pack-" + board.toLowerCase() + "-" + since.strip() + "-"
								+ until.strip() + ".pdf\"")
				.header(HttpHeaders.CACHE_CONTROL, "no-store")
				.body(file);
		}
		catch (InvalidFields ex) {
			if (Sent.wantsJson(request)) {
				throw ex;
			}
			ModelAndView page = page(fields);
			page.addObject("errors", ex.messages());
			page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
			return page;
		}
	}

	private static ModelAndView page(Fields fields) {
		ModelAndView page = new ModelAndView("board-pack");
		page.addObject("here", "/numbers");
		page.addObject("fields", fields);
		page.addObject("errors", Map.of());
		page.addObject("boards", List.of(Board.values()));
		return page;
	}

}
