package org.imprimatur.retention.web;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.imprimatur.history.Cells;
import org.imprimatur.history.Exports;
import org.imprimatur.history.Found;
import org.imprimatur.history.ItemStory;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.ledger.LedgerHead;
import org.imprimatur.retention.DueItems;
import org.imprimatur.retention.LegalHold;
import org.imprimatur.retention.LegalHolds;
import org.imprimatur.retention.Retention;
import org.imprimatur.retention.RetentionSettings;
import org.imprimatur.security.KeptFields;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.HomeLink;
import org.imprimatur.tasks.web.Sent;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * How long what is kept, what falls due when, and what must be kept longer; to place and
 * to lift a legal hold. For those who read the history.
 */
@Controller
@Policy({ "APPROVED", "TRUSTEES" })
class RetentionPage implements HomeLink {

	static final String PAGE = "/retention";

	private static final Set<String> HOLD = Set.of("reference", "reason");

	private static final Set<String> LIFT = Set.of("reason");

	private static final String[] COLUMNS = { "Falls due", "Reference", "Title", "Ended", "Kept for", "Because",
			"Legal hold" };

	private final DueItems due;

	private final Retention retention;

	private final LegalHolds holds;

	private final RetentionSettings settings;

	private final Found found;

	private final ItemStory story;

	private final Exports exports;

	private final People people;

	private final Sent sent;

	RetentionPage(DueItems due, Retention retention, LegalHolds holds, RetentionSettings settings, Found found,
			ItemStory story, Exports exports, People people, Sent sent) {
		this.due = due;
		this.retention = retention;
		this.holds = holds;
		this.settings = settings;
		this.found = found;
		this.story = story;
		this.exports = exports;
		this.people = people;
		this.sent = sent;
	}

	/**
	 * One legal hold as the page shows it.
	 *
	 * @param mayRead whether the person may open the item
	 * @param mayLift whether the person may lift it
	 */
	record Held(long id, String reference, String reason, String by, String since, boolean mayRead, boolean mayLift) {
	}

	@Override
	public String name() {
		return "Retention";
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
	Object show(@RequestParam(defaultValue = "") String after, @RequestParam(defaultValue = "") String hold,
			HttpServletRequest request) {
		Person person = this.people.acting();
		this.found.mustBeFor(person);
		if (Sent.wantsJson(request)) {
			return ResponseEntity.ok(json(after, person));
		}
		Fields kept = kept(request, person, HOLD);
		return page(after, kept.isEmpty() && !hold.isEmpty() ? kept.with("reference", hold) : kept, person);
	}

	@PostMapping(PAGE + "/holds")
	Object place(HttpServletRequest request) {
		Person person = this.people.acting();
		Fields fields = this.sent.fields(request);
		try {
			FieldCheck.contract(fields, HOLD);
			this.holds.place(fields, person);
			return seePage();
		}
		catch (InvalidFields ex) {
			return again(ex, () -> page("", fields, person), request);
		}
	}

	@GetMapping(PAGE + "/holds/{id}/lift")
	ModelAndView ask(@PathVariable long id, HttpServletRequest request) {
		Person person = this.people.acting();
		return lifting(id, kept(request, person, LIFT), person);
	}

	@PostMapping(PAGE + "/holds/{id}/lift")
	Object lift(@PathVariable long id, HttpServletRequest request) {
		Person person = this.people.acting();
		Fields fields = this.sent.fields(request);
		try {
			FieldCheck.contract(fields, LIFT);
			this.holds.lift(id, fields, person);
			return seePage();
		}
		catch (InvalidFields ex) {
			return again(ex, () -> lifting(id, fields, person), request);
		}
	}

	private interface Page {

		ModelAndView make();

	}

	private static Object again(InvalidFields problem, Page page, HttpServletRequest request) {
		if (Sent.wantsJson(request)) {
			throw problem;
		}
		ModelAndView made = page.make();
		made.addObject("errors", problem.messages());
		made.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
		return made;
	}

	private ModelAndView page(String after, Fields fields, Person person) {
		ModelAndView page = new ModelAndView("retention");
		page.addObject("here", PAGE);
		page.addObject("fields", fields);
		page.addObject("errors", Map.of());
		page.addObject("deletes", this.settings.delete());
		page.addObject("rows", this.retention.rows());
		page.addObject("counts", this.due.counts());
		page.addObject("mayPlace", LegalHolds.mayPlace(person));
		page.addObject("holds", holds(person));
		page.addObject("isFirst", after.isBlank());
		try {
			page.addObject("due", this.due.page(after, person));
		}
		catch (InvalidFields ex) {
			page.addObject("errors", ex.messages());
			page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
		}
		return page;
	}

	private List<Held> holds(Person person) {
		return this.holds.inForce()
			.stream()
			.map((hold) -> held(hold, person))
			.filter((hold) -> hold.mayRead() || hold.mayLift())
			.toList();
	}

	private Held held(LegalHold hold, Person person) {
		return new Held(hold.id(), hold.reference(), hold.reason(), this.people.nameOf(hold.placedBy()),
				LondonTime.dateTime(hold.placedAt()), this.story.isFor(hold.reference(), person),
				this.holds.mayHold(hold.reference(), person));
	}

	private ModelAndView lifting(long id, Fields fields, Person person) {
		ModelAndView page = new ModelAndView("lift-hold");
		page.addObject("here", PAGE);
		page.addObject("hold", held(this.holds.mayLift(id, person), person));
		page.addObject("fields", fields);
		page.addObject("errors", Map.of());
		return page;
	}

	private Map<String, Object> json(String after, Person person) {
		DueItems.Page page = this.due.page(after, person);
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("deletes", this.settings.delete());
		answer.put("table", this.retention.rows());
		answer.put("counts", this.due.counts());
		answer.put("holds", holds(person));
		answer.put("items", page.lines().stream().map(RetentionPage::json).toList());
		answer.put("next", (page.next() != null) ? PAGE + "?after=" + page.next() : null);
		return answer;
	}

	private static Map<String, Object> json(DueItems.Line line) {
		Map<String, Object> one = new LinkedHashMap<>();
		one.put("reference", line.reference());
		one.put("title", line.title());
		one.put("due", line.due().toString());
		one.put("isDue", line.isDue());
		one.put("ended", LondonTime.iso(line.endedAt()));
		one.put("kept", line.kept());
		one.put("because", line.because());
		one.put("legalHold", line.held());
		return one;
	}

	@GetMapping(PAGE + ".csv")
	void export(HttpServletResponse response) throws IOException {
		Person person = this.people.acting();
		this.found.mustBeFor(person);
		LedgerHead head = this.exports.record("csv", "retention", person);
		response.setContentType("text/csv;charset=UTF-8");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				"attachment; filename=\"retention-ledger-" + head.number() + "-" + head.mac() + ".csv\"");
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		Writer writer = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
		// without it Excel takes the file for another character set
		writer.write('\uFEFF');
		CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180.builder().setHeader(COLUMNS).get());
		this.due.each(person, (line) -> print(printer, line));
		printer.flush();
	}

	private static void print(CSVPrinter printer, DueItems.Line line) {
		try {
			printer.printRecord(line.due(), line.reference(), Cells.harmless(line.title()),
					LondonTime.iso(line.endedAt()), line.kept(), Cells.harmless(line.because()),
					line.held() ? "yes" : "no");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Fields kept(HttpServletRequest request, Person person, Set<String> names) {
		return KeptFields.take(request, request.getRequestURI(), person.login())
			.map((values) -> Fields.of(values).only(names))
			.orElseGet(Fields::none);
	}

	private static ResponseEntity<Void> seePage() {
		return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(PAGE)).build();
	}

}
