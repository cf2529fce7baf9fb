package org.imprimatur.posts.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.imprimatur.accounts.Account;
import org.imprimatur.accounts.Owner;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.Outcome;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.posts.Freezes;
import org.imprimatur.posts.Freezing;
import org.imprimatur.posts.HeldBack;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The freezes in force and past with the posts they hold, for everybody who is signed in;
 * to begin and to lift one.
 */
@Controller
@RequestMapping(FreezePages.PAGE)
@Policy("CRISIS")
class FreezePages implements HomeLink {

	static final String PAGE = "/freezes";

	private static final Set<String> FIELDS = Set.of("scope", "entity", "account", "reason", "incident");

	private static final Set<String> LIFT_FIELDS = Set.of("reason");

	private final HeldBack held;

	private final Freezes freezes;

	private final Freezing freezing;

	private final People people;

	private final Sent sent;

	FreezePages(HeldBack held, Freezes freezes, Freezing freezing, People people, Sent sent) {
		this.held = held;
		this.freezes = freezes;
		this.freezing = freezing;
		this.people = people;
		this.sent = sent;
	}

	@Override
	public String name() {
		return "Freezes";
	}

	@Override
	public String address() {
		return PAGE;
	}

	@Override
	public boolean isFor(Person person) {
		return Freezing.mayBegin(person);
	}

	/** Something to choose from a list. */
	record Choice(String name, String label, String definition) implements Outcome {

		static Choice of(Account account) {
			return new Choice(account.id(), account.name() + " (" + account.handle() + ")", "");
		}

		static Choice of(Owner owner) {
			String label = owner.label();
			return new Choice(owner.name(), Character.toUpperCase(label.charAt(0)) + label.substring(1), "");
		}

	}

	@GetMapping
	Object show(@RequestParam(defaultValue = "") String incident, HttpServletRequest request) {
		Person person = this.people.acting();
		if (Sent.wantsJson(request)) {
			return ResponseEntity.ok(this.held.all(person));
		}
		Fields kept = kept(request, person, FIELDS);
		return page(kept.isEmpty() && !incident.isEmpty() ? kept.with("incident", incident) : kept, person);
	}

	@PostMapping
	Object begin(HttpServletRequest request) {
		Person person = this.people.acting();
		Fields fields = this.sent.fields(request);
		try {
			FieldCheck.contract(fields, FIELDS);
			this.freezing.begin(fields, person);
			return seeFreezes();
		}
		catch (InvalidFields ex) {
			return again(ex, page(fields, person), request);
		}
	}

	@GetMapping("/{id}/lift")
	ModelAndView ask(@PathVariable long id, HttpServletRequest request) {
		Person person = this.people.acting();
		this.freezes.find(id).flatMap((freeze) -> this.freezing.whyNotLift(freeze, person)).ifPresent((refusal) -> {
			throw refusal;
		});
		return lifting(id, kept(request, person, LIFT_FIELDS), person);
	}

	@PostMapping("/{id}/lift")
	Object lift(@PathVariable long id, HttpServletRequest request) {
		Person person = this.people.acting();
		Fields fields = this.sent.fields(request);
		try {
			FieldCheck.contract(fields, LIFT_FIELDS);
			this.freezing.lift(id, fields, person);
			return seeFreezes();
		}
		catch (InvalidFields ex) {
			return again(ex, lifting(id, fields, person), request);
		}
	}

	private ModelAndView page(Fields fields, Person person) {
		ModelAndView page = new ModelAndView("freezes");
		List<HeldBack.View> all = this.held.all(person);
		page.addObject("inForce", all.stream().filter(HeldBack.View::inForce).toList());
		page.addObject("past", all.stream().filter((view) -> !view.inForce()).toList());
		page.addObject("scopes", this.freezing.scopes(person));
		page.addObject("entities", List.of(Choice.of(Owner.TRUST), Choice.of(Owner.SECTION)));
		page.addObject("accounts", this.freezing.accounts(person).stream().map(Choice::of).toList());
		page.addObject("fields", fields);
		page.addObject("errors", Map.of());
		page.addObject("here", PAGE);
		return page;
	}

	private ModelAndView lifting(long id, Fields fields, Person person) {
		ModelAndView page = new ModelAndView("lift-freeze");
		page.addObject("freeze",
				this.held.find(id, person).orElseThrow(() -> Refusal.notFound("There is no such freeze.")));
		page.addObject("fields", fields);
		page.addObject("errors", Map.of());
		return page;
	}

	private static Object again(InvalidFields problem, ModelAndView page, HttpServletRequest request) {
		if (Sent.wantsJson(request)) {
			throw problem;
		}
		page.addObject("errors", problem.messages());
		page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
		return page;
	}

	private static Fields kept(HttpServletRequest request, Person person, Set<String> names) {
		return KeptFields.take(request, request.getRequestURI(), person.login())
			.map((values) -> Fields.of(values).only(names))
			.orElseGet(Fields::none);
	}

	private static ResponseEntity<Void> seeFreezes() {
		return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/freezes")).build();
	}

}
