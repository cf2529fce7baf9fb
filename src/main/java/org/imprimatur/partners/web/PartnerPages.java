package org.imprimatur.partners.web;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.partners.Partner;
import org.imprimatur.partners.Partners;
import org.imprimatur.security.KeptFields;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.HomeLink;
import org.imprimatur.tasks.web.Sent;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of partners: read by all who are signed in, kept by two. */
@Controller
@RequestMapping("/partners")
class PartnerPages implements HomeLink {

	private static final String PAGE = "/partners";

	private final Partners partners;

	private final People people;

	private final Sent sent;

	PartnerPages(Partners partners, People people, Sent sent) {
		this.partners = partners;
		this.people = people;
		this.sent = sent;
	}

	/** One partner in words. */
	record Row(long id, String address, String name, String reason, String listed, boolean open, String ended,
			String endReason) {
	}

	@Override
	public String name() {
		return "Partners";
	}

	@Override
	public String address() {
		return PAGE;
	}

	@Override
	public boolean isFor(Person person) {
		return this.partners.mayChange(person);
	}

	@GetMapping
	Object show(HttpServletRequest request) {
		Person person = this.people.acting();
		if (Sent.wantsJson(request)) {
			return ResponseEntity.ok(this.partners.all().stream().map(this::json).toList());
		}
		Fields kept = KeptFields.take(request, PAGE, person.login()).map(Fields::of).orElseGet(Fields::none);
		return page(kept, person, -1);
	}

	@PostMapping
	Object list(HttpServletRequest request) {
		Person person = this.people.acting();
		Fields fields = this.sent.fields(request);
		try {
			FieldCheck.contract(fields, Set.of("address", "name", "reason"));
			this.partners.list(fields, person);
			return back();
		}
		catch (InvalidFields ex) {
			return again(ex, fields, person, -1, request);
		}
	}

	@PostMapping("/{id}/end")
	Object end(@PathVariable long id, HttpServletRequest request) {
		Person person = this.people.acting();
		Fields fields = this.sent.fields(request);
		try {
			FieldCheck.contract(fields, Set.of("reason"));
			this.partners.end(id, fields, person);
			return back();
		}
		catch (InvalidFields ex) {
			return again(ex, fields, person, id, request);
		}
	}

	private Object again(InvalidFields problem, Fields fields, Person person, long ending, HttpServletRequest request) {
		if (Sent.wantsJson(request)) {
			throw problem;
		}
		ModelAndView page = page(fields, person, ending);
		page.addObject("errors", problem.messages());
		page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
		return page;
	}

	/**
	 * @param ending the partner that the person is ending; -1 if none
	 */
	private ModelAndView page(Fields fields, Person person, long ending) {
		ModelAndView page = new ModelAndView("partners");
		List<Row> rows = this.partners.all().stream().map(this::row).toList();
		page.addObject("partners", rows.stream().filter(Row::open).toList());
		page.addObject("former", rows.stream().filter((row) -> !row.open()).toList());
		page.addObject("mayChange", this.partners.mayChange(person));
		page.addObject("ending", ending);
		page.addObject("fields", fields);
		page.addObject("errors", Map.of());
		page.addObject("here", PAGE);
		return page;
	}

	private Row row(Partner one) {
		String listed = this.people.nameOf(one.listedBy()) + ", " + LondonTime.dateTime(one.listedAt());
		String ended = one.isListed() ? null
				: this.people.nameOf(one.end().by()) + ", " + LondonTime.dateTime(one.end().at());
		return new Row(one.id(), one.address().toString(), one.name(), one.reason(), listed, one.isListed(), ended,
				one.isListed() ? null : one.end().reason());
	}

	private Map<String, Object> json(Partner one) {
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("id", one.id());
		answer.put("address", one.address().toString());
		answer.put("name", one.name());
		answer.put("reason", one.reason());
		answer.put("listedBy", one.listedBy());
		answer.put("listedAt", LondonTime.iso(one.listedAt()));
		answer.put("endedBy", one.isListed() ? null : one.end().by());
		answer.put("endedAt", one.isListed() ? null : LondonTime.iso(one.end().at()));
		answer.put("endReason", one.isListed() ? null : one.end().reason());
		return answer;
	}

	private static ResponseEntity<Void> back() {
		return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(PAGE)).build();
	}

}
