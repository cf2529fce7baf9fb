package org.imprimatur.history.web;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.imprimatur.history.Exports;
import org.imprimatur.history.Found;
import org.imprimatur.history.HeatMaps;
import org.imprimatur.history.HeatMaps.HeatMap;
import org.imprimatur.history.NoteTime;
import org.imprimatur.history.Noting;
import org.imprimatur.history.Numbers;
import org.imprimatur.history.Numbers.Told;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.Policy;
import org.imprimatur.ledger.LedgerHead;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.HomeLink;
import org.imprimatur.tasks.web.Sent;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/**
 * How many of what in a period, and how long each step takes: tables, the same drawn, and
 * both to take away. What is asked stands in the address.
 */
@Controller
@Policy({ "APPROVED", "ONE-LOGIN" })
class NumbersPage implements HomeLink {

	private static final String PAGE = "/numbers";

	private static final List<String> FIELDS = List.of("since", "until", "by", "team", "account", "entity");

	private final Numbers numbers;

	private final HeatMaps maps;

	private final ObjectMapper mapper;

	private final Found found;

	private final Exports exports;

	private final People people;

	NumbersPage(Numbers numbers, HeatMaps maps, Found found, Exports exports, People people, ObjectMapper mapper) {
		this.numbers = numbers;
		this.maps = maps;
		this.mapper = mapper;
		this.found = found;
		this.exports = exports;
		this.people = people;
	}

	/** One number as the page shows it. */
	record Shown(long number, String address) {
	}

	/** One row as the page shows it. */
	record Line(String label, List<Shown> cells) {
	}

	/** Who had to take note, with how many items of each state. */
	record Noted(NoteTime time, List<Shown> cells) {
	}

	/** One diagram as the page draws it. */
	record Drawn(String key, String name, String spots) {
	}

	@Override
	public String name() {
		return "Numbers";
	}

	@Override
	public String address() {
		return PAGE;
	}

	@Override
	public boolean isFor(Person person) {
		return this.found.isFor(person);
	}

	@GetMapping(PAGE)
	Object show(HttpServletRequest request) {
		Person person = this.people.acting();
		this.found.mustBeFor(person);
		Fields fields = fields(request);
		if (Sent.wantsJson(request)) {
			return ResponseEntity.ok(NumbersFiles.json(this.numbers.tell(fields, person)));
		}
		ModelAndView page = new ModelAndView("numbers");
		page.addObject("here", PAGE);
		page.addObject("fields", fields);
		page.addObject("errors", Map.of());
		page.addObject("query", query(fields));
		page.addObject("teams", HistoryPage.choices(this.numbers.teams()));
		page.addObject("accounts", HistoryPage.choices(this.found.accounts()));
		page.addObject("entities", HistoryPage.choices(Numbers.ENTITIES));
		page.addObject("ways", HistoryPage.choices(ways()));
		try {
			Told told = this.numbers.tell(fields, person);
			page.addObject("told", told);
			page.addObject("lines", told.rows().stream().map(NumbersPage::line).toList());
			page.addObject("total", line(told.total()));
			page.addObject("states", Noting.State.values());
			page.addObject("notes", told.notes().stream().map(NumbersPage::noted).toList());
			page.addObject("maps", this.maps.of(told.steps()).stream().map(this::drawn).toList());
		}
		catch (InvalidFields ex) {
			page.addObject("errors", ex.messages());
			page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
		}
		return page;
	}

	private Drawn drawn(HeatMap map) {
		try {
			return new Drawn(map.key(), map.name(), this.mapper.writeValueAsString(map.spots()));
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("A diagram could not be written as JSON.", ex);
		}
	}

	private static Map<String, String> ways() {
		Map<String, String> ways = new LinkedHashMap<>();
		ways.put("MONTH", "Month");
		ways.put("TEAM", "Team");
		ways.put("ACCOUNT", "Account");
		ways.put("ENTITY", "Entity");
		return ways;
	}

	@GetMapping(PAGE + ".{form:csv|xlsx}")
	void export(@PathVariable String form, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		Person person = this.people.acting();
		Fields fields = fields(request);
		Told told = this.numbers.tell(fields, person);
		LedgerHead head = this.exports.record(form, "numbers: " + query(fields), person);
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				"attachment; filename=\"numbers-ledger-" + head.number() + "-" + head.mac() + "." + form + "\"");
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		if (form.equals("csv")) {
			response.setContentType("text/csv;charset=UTF-8");
			NumbersFiles.csv(told, response.getOutputStream());
		}
		else {
			response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
			NumbersFiles.xlsx(told, response.getOutputStream());
		}
	}

	private static Line line(Numbers.Row row) {
		return new Line(row.label(), row.cells().stream().map(NumbersPage::shown).toList());
	}

	private static Shown shown(Numbers.Cell cell) {
		return new Shown(cell.number(), (cell.number() > 0) ? "/history?" + SearchFields.query(cell.search()) : null);
	}

	private static Noted noted(NoteTime time) {
		return new Noted(time, time.items().values().stream().map(NumbersPage::shown).toList());
	}

	private Fields fields(HttpServletRequest request) {
		return this.numbers.usual(Fields.of(FIELDS.stream()
			.filter((name) -> request.getParameterValues(name) != null)
			.collect(Collectors.toMap((name) -> name, (name) -> Arrays.asList(request.getParameterValues(name))))));
	}

	private static String query(Fields fields) {
		return SearchFields.query(fields, FIELDS);
	}

}
