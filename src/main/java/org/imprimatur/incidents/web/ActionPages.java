package org.imprimatur.incidents.web;

import java.net.URI;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.imprimatur.incidents.IncidentAccess;
import org.imprimatur.incidents.IncidentActions;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.Policy;
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

/** One action agreed at a review: its owner says here that it is done. */
@Controller
@RequestMapping("/actions/{id:\\d{1,18}}")
@Policy("REVIEW")
class ActionPages {

	private static final Set<String> FIELDS = Set.of("note");

	private final IncidentActions actions;

	private final IncidentAccess access;

	private final People people;

	private final Sent sent;

	ActionPages(IncidentActions actions, IncidentAccess access, People people, Sent sent) {
		this.actions = actions;
		this.access = access;
		this.people = people;
		this.sent = sent;
	}

	@GetMapping
	Object show(@PathVariable long id, HttpServletRequest request) {
		Person person = this.people.acting();
		return Sent.wantsJson(request) ? ResponseEntity.ok(this.actions.get(id, person))
				: page(id, Fields.none(), person);
	}

	@PostMapping
	Object done(@PathVariable long id, HttpServletRequest request) {
		Person person = this.people.acting();
		Fields fields = this.sent.fields(request);
		try {
			FieldCheck.contract(fields, FIELDS);
			this.actions.done(id, fields, person);
			return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/actions/" + id)).build();
		}
		catch (InvalidFields ex) {
			if (Sent.wantsJson(request)) {
				throw ex;
			}
			ModelAndView page = page(id, fields, person);
			page.addObject("errors", ex.messages());
			page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
			return page;
		}
	}

	private ModelAndView page(long id, Fields fields, Person person) {
		IncidentActions.View action = this.actions.get(id, person);
		ModelAndView page = new ModelAndView("action");
		page.addObject("action", action);
		page.addObject("mine", this.actions.isOpenFor(id, person));
		page.addObject("mayOpen", this.access.maySeeState(action.reference(), person));
		page.addObject("fields", fields);
		page.addObject("errors", Map.of());
		return page;
	}

}
