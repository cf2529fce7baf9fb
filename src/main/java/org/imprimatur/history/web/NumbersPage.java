package org.imprimatur.history.web;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.imprimatur.history.Cells;
import org.imprimatur.history.Exports;
import org.imprimatur.history.Figure;
import org.imprimatur.history.Found;
import org.imprimatur.history.HeatMaps;
import org.imprimatur.history.HeatMaps.HeatMap;
import org.imprimatur.history.Numbers;
import org.imprimatur.history.Numbers.Told;
import org.imprimatur.history.StepTime;
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
			return ResponseEntity.ok(json(this.numbers.tell(fields, person)));
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
			csv(told, response);
		}
		else {
			response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
			xlsx(told, response);
		}
	}

	/** One line for each number, which every program reads. */
	private static void csv(Told told, HttpServletResponse response) throws IOException {
		Writer writer = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
		// without it Excel takes the file for another character set
		writer.write('\uFEFF');
		try (CSVPrinter printer = new CSVPrinter(writer,
				CSVFormat.RFC4180.builder().setHeader("What", "Number", "Value").get())) {
			for (Numbers.Row row : rows(told)) {
				for (int i = 0; i < row.cells().size(); i++) {
					printer.printRecord(Cells.harmless(row.label()), Cells.harmless(told.figures().get(i).label()),
							row.cells().get(i).number());
				}
			}
			for (StepTime step : told.steps()) {
				for (Map.Entry<String, Object> one : json(step).entrySet()) {
					printer.printRecord("Step: " + step.label(), one.getKey(), one.getValue());
				}
			}
		}
	}

	private static void xlsx(Told told, HttpServletResponse response) throws IOException {
		try (Workbook book = new Workbook(response.getOutputStream(), "Imprimatur", "1.0")) {
			Worksheet items = book.newWorksheet("Items");
			items.value(0, 0, told.period());
			for (int i = 0; i < told.figures().size(); i++) {
				items.value(0, i + 1, Cells.plain(told.figures().get(i).label()));
			}
			int at = 1;
			for (Numbers.Row row : rows(told)) {
				items.value(at, 0, Cells.plain(row.label()));
				for (int i = 0; i < row.cells().size(); i++) {
					items.value(at, i + 1, row.cells().get(i).number());
				}
				at++;
			}
			Worksheet steps = book.newWorksheet("Steps");
			at = 1;
			for (StepTime step : told.steps()) {
				steps.value(0, 0, "Step");
				steps.value(at, 0, Cells.plain(step.label()));
				int column = 1;
				for (Map.Entry<String, Object> one : json(step).entrySet()) {
					steps.value(0, column, one.getKey());
					if (one.getValue() instanceof Number number) {
						steps.value(at, column, number);
					}
					column++;
				}
				at++;
			}
		}
	}

	private static List<Numbers.Row> rows(Told told) {
		List<Numbers.Row> rows = new ArrayList<>(told.rows());
		rows.add(told.total());
		return rows;
	}

	private static Map<String, Object> json(Told told) {
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("period", told.period());
		answer.put("figures",
				told.figures()
					.stream()
					.map((one) -> Map.of("label", one.label(), "counts", one.definition()))
					.toList());
		answer.put("rows", rows(told).stream().map((row) -> json(row, told.figures())).toList());
		answer.put("steps", told.steps().stream().map((step) -> {
			Map<String, Object> one = new LinkedHashMap<>();
			one.put("step", step.task());
			one.putAll(json(step));
			return one;
		}).toList());
		return answer;
	}

	private static Map<String, Object> json(Numbers.Row row, List<Figure> figures) {
		Map<String, Object> one = new LinkedHashMap<>();
		one.put("row", row.label());
		for (int i = 0; i < figures.size(); i++) {
			one.put(figures.get(i).label(), row.cells().get(i).number());
		}
		return one;
	}

	private static Map<String, Object> json(StepTime step) {
		Map<String, Object> one = new LinkedHashMap<>();
		one.put("done", step.done());
		one.put("medianSeconds", step.median());
		one.put("nineOfTenSeconds", step.most());
		one.put("withDeadline", step.dated());
		one.put("inTime", step.inTime());
		one.put("waitingNow", step.waiting());
		one.put("overdueNow", step.overdue());
		return one;
	}

	private static Line line(Numbers.Row row) {
		return new Line(row.label(),
				row.cells()
					.stream()
					.map((cell) -> new Shown(cell.number(),
							(cell.number() > 0) ? "/history?" + SearchFields.query(cell.search()) : null))
					.toList());
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
