package org.imprimatur.history.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import org.imprimatur.history.Found;
import org.imprimatur.history.Found.Line;
import org.imprimatur.history.Sign;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Outcome;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.HomeLink;
import org.imprimatur.tasks.web.Sent;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The search over everything that was ever done: the whole search stands in the address,
 * so that it can be kept and sent to a colleague.
 */
@Controller
@Policy({ "ONE-LOGIN", "APPROVED" })
class HistoryPage implements HomeLink {

	private static final String PAGE = "/history";

	private static final List<String> FIELDS = List.of("q", "feature", "person", "account", "entity", "state", "ending",
			"outcome", "sign", "from", "to");

	private final Found found;

	private final People people;

	HistoryPage(Found found, People people) {
		this.found = found;
		this.people = people;
	}

	/** One answer of a list to choose from. */
	record Choice(String name, String label, String definition) implements Outcome {
	}

	@Override
	public String name() {
		return "History";
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
	Object search(@RequestParam(defaultValue = "") String before, HttpServletRequest request) {
		Person person = mayAsk();
		Fields fields = fields(request);
		if (Sent.wantsJson(request)) {
			return ResponseEntity.ok(json(fields, before(before), person));
		}
		ModelAndView page = new ModelAndView("history");
		page.addObject("here", PAGE);
		page.addObject("fields", fields);
		page.addObject("errors", Map.of());
		page.addObject("query", query(fields));
		page.addObject("people", this.people.everybody());
		page.addObject("features", choices(this.found.features()));
		page.addObject("accounts", choices(this.found.accounts()));
		page.addObject("endings", choices(this.found.endings()));
		page.addObject("outcomes", choices(this.found.outcomes()));
		page.addObject("signs", List.of(Sign.values()));
		page.addObject("states", List.of(new Choice("open", "Open", ""), new Choice("ended", "Ended", "")));
		page.addObject("entities",
				List.of(new Choice("TRUST", "The Charitable Trust", ""), new Choice("SECTION", "The Section", "")));
		try {
			Found.Page lines = this.found.page(fields, before(before), person);
			page.addObject("lines", lines.lines());
			page.addObject("next", lines.next());
			page.addObject("counts", this.found.counts(fields, person));
			page.addObject("isFirst", before.isBlank());
		}
		catch (InvalidFields ex) {
			page.addObject("errors", ex.messages());
			page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
		}
		return page;
	}

	private Person mayAsk() {
		Person person = this.people.acting();
		if (!this.found.isFor(person)) {
			throw Refusal.forbidden("The history is for managers and for those who answer for posts or incidents. "
					+ "What you sent in is at /items.");
		}
		return person;
	}

	private static long before(String typed) {
		if (typed.isBlank()) {
			return Long.MAX_VALUE;
		}
		try {
			return Long.parseLong(typed.strip());
		}
		catch (NumberFormatException ex) {
			throw new InvalidFields("before", "Begin the search again: this address names a page that cannot be.");
		}
	}

	private Map<String, Object> json(Fields fields, long before, Person person) {
		Found.Page page = this.found.page(fields, before, person);
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("counts", this.found.counts(fields, person));
		answer.put("items", page.lines().stream().map(HistoryPage::json).toList());
		answer.put("next", (page.next() != null) ? PAGE + "?" + join(query(fields), "before=" + page.next()) : null);
		return answer;
	}

	private static Map<String, Object> json(Line line) {
		Map<String, Object> row = new LinkedHashMap<>();
		row.put("reference", line.reference());
		row.put("feature", line.feature());
		row.put("title", line.title());
		row.put("startedAt", LondonTime.iso(line.startedAt()));
		row.put("endedAt", (line.endedAt() != null) ? LondonTime.iso(line.endedAt()) : null);
		row.put("state", line.state());
		row.put("waits", line.waits());
		row.put("dueAt", (line.due() != null) ? LondonTime.iso(line.due()) : null);
		row.put("accounts", line.accounts());
		row.put("signs", line.signs());
		return row;
	}

	private static String join(String query, String more) {
		return query.isEmpty() ? more : query + "&" + more;
	}

	/** What was asked, each field that is filled in, as the address holds it. */
	private static String query(Fields fields) {
		return FIELDS.stream()
			.flatMap((name) -> fields.values(name)
				.stream()
				.filter((value) -> !value.isBlank())
				.map((value) -> name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
			.collect(Collectors.joining("&"));
	}

	private static Fields fields(HttpServletRequest request) {
		return Fields.of(FIELDS.stream()
			.filter((name) -> request.getParameterValues(name) != null)
			.collect(Collectors.toMap((name) -> name, (name) -> Arrays.asList(request.getParameterValues(name)))));
	}

	private static List<Choice> choices(Map<String, String> names) {
		return names.entrySet().stream().map((one) -> new Choice(one.getKey(), one.getValue(), "")).toList();
	}

}
