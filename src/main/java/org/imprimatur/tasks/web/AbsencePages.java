package org.imprimatur.tasks.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.Outcome;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.KeptFields;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Absence;
import org.imprimatur.tasks.AbsenceActs;
import org.imprimatur.tasks.Absences;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Who is away and who acts for them; to enter and to end an absence. */
@Controller
@RequestMapping("/absence")
@Policy("APPROVED")
class AbsencePages {

	private static final Set<String> FIELDS = Set.of("person", "from", "until", "deputy");

	private final Absences absences;

	private final AbsenceActs acts;

	private final People people;

	private final Sent sent;

	AbsencePages(Absences absences, AbsenceActs acts, People people, Sent sent) {
		this.absences = absences;
		this.acts = acts;
		this.people = people;
		this.sent = sent;
	}

	/** Somebody to choose from a list. */
	record Choice(String name, String label, String definition) implements Outcome {
	}

	/**
	 * One absence in words.
	 */
	record Row(long id, String person, String from, String until, String deputy, String words, boolean mayEnd) {
	}

	@GetMapping
	Object show(HttpServletRequest request) {
		Person person = this.people.acting();
		if (Sent.wantsJson(request)) {
			return ResponseEntity.ok(rows(person));
		}
		return page(KeptFields.take(request, request.getRequestURI(), person.login())
			.map((values) -> Fields.of(values).only(FIELDS))
			.orElseGet(Fields::none), person);
	}

	@PostMapping
	Object enter(HttpServletRequest request) {
		Person person = this.people.acting();
		Fields fields = this.sent.fields(request);
		try {
			FieldCheck.contract(fields, FIELDS);
			this.acts.enter(fields, person);
			return seeAbsences();
		}
		catch (InvalidFields ex) {
			if (Sent.wantsJson(request)) {
				throw ex;
			}
			ModelAndView page = page(fields, person);
			page.addObject("errors", ex.messages());
			page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
			return page;
		}
	}

	@PostMapping("/{id}/end")
	ResponseEntity<Void> end(@PathVariable long id) {
		this.acts.end(id, this.people.acting());
		return seeAbsences();
	}

	private ModelAndView page(Fields fields, Person person) {
		ModelAndView page = new ModelAndView("absence");
		page.addObject("rows", rows(person));
		page.addObject("forOthers", this.acts.mayEnterForOthers(person));
		page.addObject("deputies",
				this.acts.deputiesOf(person).stream().map((one) -> new Choice(one.login(), one.name(), "")).toList());
		page.addObject("fields", fields);
		page.addObject("errors", Map.of());
		page.addObject("here", "absence");
		return page;
	}

	private List<Row> rows(Person person) {
		return this.absences.all().stream().map((one) -> row(one, person)).toList();
	}

	private Row row(Absence one, Person person) {
		return new Row(one.id(), one.person(), one.firstDay().toString(), one.lastDay().toString(), one.deputy(),
				this.acts.words(one), this.acts.mayEnd(one, person));
	}

	private static ResponseEntity<Void> seeAbsences() {
		return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/absence")).build();
	}

}
