package org.imprimatur.mail.web;

import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.Policy;
import org.imprimatur.mail.MailChoice;
import org.imprimatur.mail.MailChoices;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What I am told by mail: each person chooses for themselves. */
@Controller
@RequestMapping(ChoicePage.PAGE)
@Policy("APPROVED")
class ChoicePage implements HomeLink {

	static final String PAGE = "/mail";

	private static final String CHOICE = "choice";

	private final MailChoices choices;

	private final People people;

	private final Sent sent;

	ChoicePage(MailChoices choices, People people, Sent sent) {
		this.choices = choices;
		this.people = people;
		this.sent = sent;
	}

	@Override
	public String name() {
		return "Mail";
	}

	@Override
	public String address() {
		return PAGE;
	}

	@Override
	public boolean isFor(Person person) {
		return true;
	}

	@GetMapping
	Object show(HttpServletRequest request) {
		Person person = this.people.acting();
		MailChoice now = this.choices.of(person.login());
		if (Sent.wantsJson(request)) {
			return ResponseEntity
				.ok(Map.of(CHOICE, now.name(), "address", this.people.addressOf(person.login()).orElse("")));
		}
		return page(Fields.none().with(CHOICE, now.name()), person, Map.of());
	}

	@PostMapping
	Object choose(HttpServletRequest request) {
		Person person = this.people.acting();
		Fields fields = this.sent.fields(request);
		try {
			FieldCheck.contract(fields, Set.of(CHOICE));
			FieldCheck check = new FieldCheck(fields);
			MailChoice choice = check.choice(CHOICE, MailChoice.class, "Choose what you want to be told.");
			check.done();
			this.choices.choose(person.login(), choice);
			return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(PAGE)).build();
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

	private ModelAndView page(Fields fields, Person person, Map<String, String> errors) {
		ModelAndView page = new ModelAndView("mail");
		page.addObject("mailTo", this.people.addressOf(person.login()).orElse(null));
		page.addObject("choices", Arrays.asList(MailChoice.values()));
		page.addObject("now", this.choices.of(person.login()).label());
		page.addObject("fields", fields);
		page.addObject("errors", errors);
		page.addObject("here", PAGE);
		return page;
	}

}
