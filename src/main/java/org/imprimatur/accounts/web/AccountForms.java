package org.imprimatur.accounts.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.imprimatur.accounts.Account;
import org.imprimatur.accounts.AccountKind;
import org.imprimatur.accounts.AccountRegister;
import org.imprimatur.accounts.AccountState;
import org.imprimatur.accounts.AccountViews;
import org.imprimatur.accounts.BioFinding;
import org.imprimatur.accounts.Owner;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The forms with which the register of accounts is changed, by those who keep it. */
@Controller
@RequestMapping("/accounts")
@Policy({ "ACCOUNT-KIND", "ACCOUNT-OWNER", "AUTHORISED", "TRAINED", "ONE-LOGIN" })
class AccountForms {

	private static final Map<String, Set<String>> FORMS = AccountRegister.forms();

	private static final Map<String, String> TITLES = Map.of("new", "Add an account", "change", "Change the facts",
			"bio-check", "Record a look at the public profile", "authorise", "Authorise a person", "end-authorisation",
			"End an authorisation", "training", "Training for posting");

	private final AccountViews views;

	private final AccountRegister register;

	private final People people;

	private final Sent sent;

	AccountForms(AccountViews views, AccountRegister register, People people, Sent sent) {
		this.views = views;
		this.register = register;
		this.people = people;
		this.sent = sent;
	}

	@GetMapping("/new")
	ModelAndView askNew(HttpServletRequest request) {
		Person person = this.people.acting();
		this.register.mustKeep(person);
		return page("new", null, kept("new", request, person, Fields.none()));
	}

	@PostMapping({ "", "/new" })
	Object add(HttpServletRequest request) {
		return act("new", null, request);
	}

	/** Who is trained stands there for everybody; the form only for those who keep it. */
	@GetMapping("/training")
	Object askTraining(@RequestParam(defaultValue = "") String person, HttpServletRequest request) {
		if (Sent.wantsJson(request)) {
			return ResponseEntity.ok(Map.of("trained", this.views.trained()));
		}
		return page("training", null,
				kept("training", request, this.people.acting(), Fields.none().with("person", person)));
	}

	@PostMapping("/training")
	Object train(HttpServletRequest request) {
		return act("training", null, request);
	}

	@GetMapping("/{id}/{form:change|bio-check|authorise|end-authorisation}")
	ModelAndView ask(@PathVariable String id, @PathVariable String form, @RequestParam(defaultValue = "") String person,
			HttpServletRequest request) {
		Person acting = this.people.acting();
		this.register.mustKeep(acting);
		Fields initial = this.views.initial(id).only(FORMS.get(form)).with("person", person);
		return page(form, this.views.account(id), kept(form, request, acting, initial));
	}

	@PostMapping("/{id}/{form:change|bio-check|authorise|end-authorisation}")
	Object change(@PathVariable String id, @PathVariable String form, HttpServletRequest request) {
		return act(form, id, request);
	}

	private Object act(String form, String id, HttpServletRequest request) {
		Person person = this.people.acting();
		this.register.mustKeep(person);
		Fields fields = this.sent.fields(request);
		try {
			FieldCheck.contract(fields, FORMS.get(form));
			String address = "/accounts/" + id;
			switch (form) {
				case "new" -> address = "/accounts/" + this.register.add(fields, person);
				case "change" -> this.register.change(id, fields, person);
				case "bio-check" -> this.register.checkBio(id, fields, person);
				case "authorise" -> this.register.authorise(id, fields, person);
				case "end-authorisation" -> this.register.endAuthorisation(id, fields, person);
				default -> {
					this.register.train(fields, person);
					address = "/accounts/training";
				}
			}
			return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(address)).build();
		}
		catch (InvalidFields ex) {
			if (Sent.wantsJson(request)) {
				throw ex;
			}
			return again(form, id, fields, ex.messages(), HttpStatus.UNPROCESSABLE_ENTITY);
		}
		catch (Refusal ex) {
			if (Sent.wantsJson(request) || ex.kind() != Refusal.Kind.CONFLICT) {
				throw ex;
			}
			Fields now = (id != null) ? fields.with("seen", this.views.initial(id).value("seen")) : fields;
			return again(form, id, now, Map.of("", ex.getMessage()), HttpStatus.CONFLICT);
		}
	}

	private ModelAndView again(String form, String id, Fields fields, Map<String, String> problems, HttpStatus status) {
		ModelAndView page = page(form, (id != null) ? this.views.account(id) : null, fields);
		page.addObject("errors", problems);
		page.setStatus(status);
		return page;
	}

	private static Fields kept(String form, HttpServletRequest request, Person person, Fields otherwise) {
		return KeptFields.take(request, request.getRequestURI(), person.login())
			.map((values) -> Fields.of(values).only(FORMS.get(form)))
			.orElse(otherwise);
	}

	private ModelAndView page(String form, Account account, Fields fields) {
		ModelAndView page = new ModelAndView(form.equals("training") ? "training" : "account-form");
		page.addObject("form", form);
		page.addObject("title", TITLES.get(form));
		page.addObject("account", account);
		page.addObject("fields", fields);
		page.addObject("errors", Map.of());
		page.addObject("here", "accounts");
		page.addObject("keeper", this.register.mayChange(this.people.acting()));
		page.addObject("kinds", AccountKind.values());
		page.addObject("owners", Owner.values());
		page.addObject("states", AccountState.values());
		page.addObject("findings", BioFinding.values());
		page.addObject("teams", Choice.of(this.people.teams(), false));
		Map<String, String> everybody = this.people.everybody();
		if (form.equals("authorise") || form.equals("training")) {
			everybody.remove(this.people.acting().login());
		}
		page.addObject("people", Choice.of(everybody, true));
		if (form.equals("training")) {
			page.addObject("trained", this.views.trained());
		}
		if (form.equals("end-authorisation")) {
			page.addObject("held", held(account));
		}
		return page;
	}

	private List<Choice> held(Account account) {
		return this.views.authorised(account.id())
			.stream()
			.map((one) -> new Choice(one.login(), one.name() + " (" + one.login() + ")", "Until " + one.until()))
			.toList();
	}

}
