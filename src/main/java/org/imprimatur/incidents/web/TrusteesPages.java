package org.imprimatur.incidents.web;

import java.net.URI;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.imprimatur.incidents.IncidentRecord;
import org.imprimatur.incidents.TrusteesActs;
import org.imprimatur.incidents.TrusteesDeed;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.KeptFields;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.web.Sent;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** To call an incident in, and to open the Trustees' question again with a new fact. */
@Controller
@RequestMapping("/items/{reference:INC-.*}")
@Policy("TRUSTEES")
class TrusteesPages {

	private static final Set<String> FIELDS = Set.of(TrusteesActs.REASON);

	private final TrusteesActs acts;

	private final IncidentRecord record;

	private final People people;

	private final Sent sent;

	TrusteesPages(TrusteesActs acts, IncidentRecord record, People people, Sent sent) {
		this.acts = acts;
		this.record = record;
		this.people = people;
		this.sent = sent;
	}

	@GetMapping("/call-in")
	ModelAndView askCallIn(@PathVariable String reference, HttpServletRequest request) {
		return ask(reference, TrusteesDeed.CALL_IN, request);
	}

	@PostMapping("/call-in")
	Object callIn(@PathVariable String reference, HttpServletRequest request) {
		return act(reference, TrusteesDeed.CALL_IN, request);
	}

	@GetMapping("/reopen")
	ModelAndView askReopen(@PathVariable String reference, HttpServletRequest request) {
		return ask(reference, TrusteesDeed.REOPEN, request);
	}

	@PostMapping("/reopen")
	Object reopen(@PathVariable String reference, HttpServletRequest request) {
		return act(reference, TrusteesDeed.REOPEN, request);
	}

	private ModelAndView ask(String reference, TrusteesDeed act, HttpServletRequest request) {
		Person person = this.people.acting();
		mustBePossible(reference, act, person);
		return page(reference, act,
				KeptFields.take(request, request.getRequestURI(), person.login())
					.map((values) -> Fields.of(values).only(FIELDS))
					.orElseGet(Fields::none));
	}

	private Object act(String reference, TrusteesDeed act, HttpServletRequest request) {
		Person person = this.people.acting();
		Fields fields = this.sent.fields(request);
		// before anything of the incident is shown
		mustBePossible(reference, act, person);
		try {
			FieldCheck.contract(fields, FIELDS);
			if (act == TrusteesDeed.CALL_IN) {
				this.acts.callIn(reference, fields, person);
			}
			else {
				this.acts.reopen(reference, fields, person);
			}
			return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/items/" + reference)).build();
		}
		catch (InvalidFields ex) {
			if (Sent.wantsJson(request)) {
				throw ex;
			}
			ModelAndView page = page(reference, act, fields);
			page.addObject("errors", ex.messages());
			page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
			return page;
		}
	}

	private void mustBePossible(String reference, TrusteesDeed act, Person person) {
		this.acts.whyNot(reference, act, person).ifPresent((one) -> {
			throw one;
		});
	}

	private ModelAndView page(String reference, TrusteesDeed act, Fields fields) {
		ModelAndView page = new ModelAndView("trustees-act");
		page.addObject("incident", this.record.view(reference));
		page.addObject("act", act);
		page.addObject("fields", fields);
		page.addObject("errors", Map.of());
		return page;
	}

}
