package org.imprimatur.erasure.web;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.imprimatur.erasure.ErasureRequest;
import org.imprimatur.erasure.Erasures;
import org.imprimatur.erasure.Ground;
import org.imprimatur.erasure.PastErasure;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.KeptFields;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.HomeLink;
import org.imprimatur.tasks.web.Sent;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where somebody is asked to be erased, looked for, and erased by a second person. */
@Controller
@RequestMapping(ErasurePages.PAGE)
@Policy("ONE-LOGIN")
class ErasurePages implements HomeLink {

	static final String PAGE = "/erasures";

	private final Erasures erasures;

	private final People people;

	private final Sent sent;

	ErasurePages(Erasures erasures, People people, Sent sent) {
		this.erasures = erasures;
		this.people = people;
		this.sent = sent;
	}

	/** A request that waits, in words. */
	record Waiting(long id, String ground, String caseNumber, String asked) {
	}

	/** One that was answered, in words. */
	record Past(String title, String ground, String asked, String answered, String reason, String extent) {
	}

	@Override
	public String name() {
		return "Erasures";
	}

	@Override
	public String address() {
		return PAGE;
	}

	@Override
	public boolean isFor(Person person) {
		return this.erasures.mayAsk(person) || this.erasures.mayRelease(person);
	}

	@GetMapping
	Object show(HttpServletRequest request) {
		Person person = this.people.acting();
		if (Sent.wantsJson(request)) {
			return ResponseEntity.ok(json(person));
		}
		Fields kept = KeptFields.take(request, PAGE, person.login()).map(Fields::of).orElseGet(Fields::none);
		return page(kept, person, Map.of());
	}

	@PostMapping
	Object ask(HttpServletRequest request) {
		Person person = this.people.acting();
		Fields fields = this.sent.fields(request);
		try {
			FieldCheck.contract(fields, Set.of("words", "ground", "explanation", "caseNumber"));
			return to(PAGE + "/" + this.erasures.ask(fields, person));
		}
		catch (InvalidFields ex) {
			if (Sent.wantsJson(request)) {
				throw ex;
			}
			ModelAndView page = page(fields, person, ex.messages());
			page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
			return page;
		}
	}

	@GetMapping("/{id}")
	Object look(@PathVariable long id, HttpServletRequest request) {
		Person person = this.people.acting();
		ErasureRequest asked = this.erasures.find(id, person);
		if (Sent.wantsJson(request)) {
			Map<String, Object> answer = new LinkedHashMap<>();
			answer.put("request", asked);
			answer.put("found", this.erasures.tell(asked, person));
			return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer);
		}
		Fields kept = KeptFields.take(request, PAGE + "/" + id, person.login()).map(Fields::of).orElseGet(Fields::none);
		return request(asked, person, kept, Map.of());
	}

	@PostMapping("/{id}/choose")
	Object choose(@PathVariable long id, HttpServletRequest request) {
		Fields fields = this.sent.fields(request);
		FieldCheck.contract(fields, Set.of("leaveOut", "file"));
		this.erasures.choose(id, fields, this.people.acting());
		return to(PAGE + "/" + id);
	}

	@PostMapping("/{id}/release")
	Object release(@PathVariable long id, HttpServletRequest request) {
		Fields fields = this.sent.fields(request);
		FieldCheck.contract(fields, Set.of("state"));
		this.erasures.release(id, fields, this.people.acting());
		return to(PAGE);
	}

	@PostMapping("/{id}/decline")
	Object decline(@PathVariable long id, HttpServletRequest request) {
		Person person = this.people.acting();
		Fields fields = this.sent.fields(request);
		try {
			FieldCheck.contract(fields, Set.of("reason"));
			this.erasures.decline(id, fields, person);
			return to(PAGE);
		}
		catch (InvalidFields ex) {
			if (Sent.wantsJson(request)) {
				throw ex;
			}
			ModelAndView page = request(this.erasures.find(id, person), person, fields, ex.messages());
			page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
			return page;
		}
	}

	@PostMapping("/{id}/take-back")
	Object takeBack(@PathVariable long id) {
		this.erasures.takeBack(id, this.people.acting());
		return to(PAGE);
	}

	private ModelAndView page(Fields fields, Person person, Map<String, String> errors) {
		ModelAndView page = new ModelAndView("erasures");
		page.addObject("past", this.erasures.past(person).stream().map(this::past).toList());
		page.addObject("handles", isFor(person));
		page.addObject("waiting",
				isFor(person) ? this.erasures.waiting(person).stream().map(this::waiting).toList() : List.of());
		page.addObject("mayAsk", this.erasures.mayAsk(person));
		page.addObject("grounds", Ground.values());
		page.addObject("fields", fields);
		page.addObject("errors", errors);
		page.addObject("here", PAGE);
		return page;
	}

	private ModelAndView request(ErasureRequest asked, Person person, Fields fields, Map<String, String> errors) {
		ModelAndView page = new ModelAndView("erasure");
		page.addObject("asked", asked);
		page.addObject("by", who(asked));
		page.addObject("found", this.erasures.tell(asked, person));
		page.addObject("mayAsk", this.erasures.mayAsk(person));
		page.addObject("mayRelease", this.erasures.mayRelease(person) && !asked.askedBy().equals(person.login()));
		page.addObject("fields", fields);
		page.addObject("errors", errors);
		page.addObject("here", PAGE);
		return page;
	}

	private Waiting waiting(ErasureRequest one) {
		return new Waiting(one.id(), one.ground().label(), one.caseNumber(), who(one));
	}

	private String who(ErasureRequest one) {
		return this.people.nameOf(one.askedBy()) + ", " + LondonTime.dateTime(one.askedAt());
	}

	private Past past(PastErasure one) {
		String title = (one.number() != null) ? "Erasure " + one.number() : "Declined";
		return new Past((one.caseNumber() != null) ? title + ", " + one.caseNumber() : title, one.ground(),
				this.people.nameOf(one.askedBy()),
				this.people.nameOf(one.answeredBy()) + ", " + LondonTime.dateTime(one.answeredAt()), one.reason(),
				(one.number() != null) ? count(one.rows(), "row") + " of the record in " + count(one.items(), "item")
						: null);
	}

	private static String count(long number, String what) {
		return number + " " + what + ((number == 1) ? "" : "s");
	}

	private Map<String, Object> json(Person person) {
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("past", this.erasures.past(person));
		answer.put("waiting", isFor(person) ? this.erasures.waiting(person) : List.of());
		return answer;
	}

	private static ResponseEntity<Void> to(String address) {
		return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(address)).build();
	}

}
