package org.imprimatur.history.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.imprimatur.history.Found;
import org.imprimatur.history.SavedSearches;
import org.imprimatur.history.Sign;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.Outcome;
import org.imprimatur.kernel.Policy;
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

	private final Found found;

	private final SavedSearches saved;

	private final People people;

	HistoryPage(Found found, SavedSearches saved, People people) {
		this.found = found;
		this.saved = saved;
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
		Person person = this.people.acting();
		this.found.mustBeFor(person);
		Fields fields = SearchFields.of(request);
		if (Sent.wantsJson(request)) {
			SearchFields.mustBeKnown(request, "before");
			return ResponseEntity.ok(json(fields, before(before), person));
		}
		ModelAndView page = new ModelAndView("history");
		page.addObject("here", PAGE);
		page.addObject("fields", fields);
		page.addObject("errors", Map.of());
		page.addObject("unknown", SearchFields.unknown(request, "before"));
		page.addObject("narrowed",
				fields.names().stream().anyMatch((name) -> !name.equals("q") && isFilled(fields, name)));
		page.addObject("query", SearchFields.query(fields));
		page.addObject("saved", this.saved.of(person));
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
		answer.put("items", page.lines().stream().map(LineInWords::json).toList());
		answer.put("next",
				(page.next() != null) ? PAGE + "?" + join(SearchFields.query(fields), "before=" + page.next()) : null);
		return answer;
	}

	private static String join(String query, String more) {
		return query.isEmpty() ? more : query + "&" + more;
	}

	private static boolean isFilled(Fields fields, String name) {
		return fields.values(name).stream().anyMatch((value) -> !value.isBlank());
	}

	static List<Choice> choices(Map<String, String> names) {
		return names.entrySet().stream().map((one) -> new Choice(one.getKey(), one.getValue(), "")).toList();
	}

}
