package org.imprimatur.tasks.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.security.KeptFields;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.ItemInLog;
import org.imprimatur.tasks.StartForm;
import org.imprimatur.tasks.StartForm.Started;
import org.imprimatur.tasks.TypedDrafts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** The page on which a case begins: the only way one does. */
@Controller
@RequestMapping("/start/{process}")
class StartPages {

	private static final Logger log = LoggerFactory.getLogger(StartPages.class);

	private final List<StartForm> forms;

	private final People people;

	private final TypedDrafts drafts;

	private final Sent sent;

	StartPages(List<StartForm> forms, People people, TypedDrafts drafts, Sent sent) {
		this.forms = forms;
		this.people = people;
		this.drafts = drafts;
		this.sent = sent;
	}

	@GetMapping
	ModelAndView show(@PathVariable String process, @RequestParam(defaultValue = "false") boolean framed,
			@RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String sent,
			HttpServletRequest request) {
		Person person = this.people.acting();
		StartForm form = form(process, person);
		Fields initial = initial(form, from, person);
		Optional<Fields> kept = KeptFields.take(request, "/start/" + process, person.login())
			.map((values) -> Fields.of(values).only(form.fields()));
		Optional<TypedDrafts.Draft> draft = this.drafts.find(person.login(), TypedDrafts.start(process, from));
		Fields fields = chosen(form, request, kept.or(() -> draft.map(TypedDrafts.Draft::fields)).orElse(initial));
		ModelAndView page = page(form, fields, UUID.randomUUID().toString(), person, framed);
		page.addObject("sent", sent.matches("[A-Z]+-\\d{4}-\\d{6}") ? sent : null);
		page.addObject("from", from);
		draft.ifPresent((found) -> page.addObject("keptAt", LondonTime.dateTime(found.savedAt())));
		page.addObject("keptFromLostSession", kept.isPresent());
		return page;
	}

	@PostMapping
	Object start(@PathVariable String process, @RequestParam(defaultValue = "false") boolean framed,
			@RequestParam(defaultValue = "") String from, HttpServletRequest request) {
		Person person = this.people.acting();
		StartForm form = form(process, person);
		String key = UUID.randomUUID().toString();
		Fields fields = Fields.none();
		try {
			fields = this.sent.fields(request);
			key = Sent.startKey(request).orElse(key);
			if (request.getParameter("attach") != null) {
				initial(form, from, person);
				this.drafts.keep(person.login(), TypedDrafts.start(process, from), fields.only(form.fields()));
				return back(process, from, framed);
			}
			FieldCheck.contract(fields, form.fields());
			Started started = form.start(fields, key, person);
			ItemInLog.is(started.reference());
			log.info("A case of {} has begun", process);
			this.drafts.forget(person.login(), TypedDrafts.start(process, from));
			if (request.getParameter("next") != null && !framed && !Sent.wantsJson(request)) {
				return next(form, started.reference(), fields);
			}
			String address = "/items/" + started.reference()
					+ (framed ? "?framed=true&started=" + started.caseId() : "");
			return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(address)).build();
		}
		catch (InvalidFields ex) {
			if (Sent.wantsJson(request)) {
				throw ex;
			}
			ModelAndView page = page(form, Sent.NotTaken.typed(ex, fields), key, person, framed);
			page.addObject("from", from);
			page.addObject("errors", ex.messages());
			page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
			return page;
		}
	}

	/** Keeps what has been typed so far; answers with the time, for the page to show. */
	@PostMapping("/draft")
	@ResponseBody
	Map<String, String> keep(@PathVariable String process, @RequestParam(defaultValue = "") String from,
			HttpServletRequest request) {
		Person person = this.people.acting();
		StartForm form = form(process, person);
		initial(form, from, person);
		Fields typed = this.sent.fields(request).only(form.fields());
		return Map.of("savedAt",
				LondonTime.time(this.drafts.keep(person.login(), TypedDrafts.start(process, from), typed)));
	}

	/** Throws away what the person typed and did not send. */
	@PostMapping("/discard")
	ResponseEntity<Void> discard(@PathVariable String process, @RequestParam(defaultValue = "false") boolean framed,
			@RequestParam(defaultValue = "") String from) {
		Person person = this.people.acting();
		StartForm form = form(process, person);
		initial(form, from, person);
		this.drafts.forget(person.login(), TypedDrafts.start(process, from));
		return back(process, from, framed);
	}

	/** The same page again, for the next item of the same sort. */
	private static ResponseEntity<Void> next(StartForm form, String reference, Fields fields) {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath("/start/" + form.process())
			.queryParam("sent", reference);
		form.chosenFirst().stream().sorted().forEach((name) -> address.queryParam(name, fields.values(name)));
		return ResponseEntity.status(HttpStatus.SEE_OTHER).location(address.encode().build().toUri()).build();
	}

	/** With what the address says of the fields that may be chosen before the form. */
	private static Fields chosen(StartForm form, HttpServletRequest request, Fields fields) {
		Fields chosen = fields;
		for (String name : form.chosenFirst()) {
			if (request.getParameterValues(name) != null) {
				chosen = chosen.with(name, List.of(request.getParameterValues(name)));
			}
		}
		return chosen;
	}

	private static ResponseEntity<Void> back(String process, String from, boolean framed) {
		String query = Stream.of(framed ? "framed=true" : "", from.isEmpty() ? "" : "from=" + from)
			.filter((part) -> !part.isEmpty())
			.collect(Collectors.joining("&"));
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.location(URI.create("/start/" + process + (query.isEmpty() ? "" : "?" + query)))
			.build();
	}

	private static Fields initial(StartForm form, String from, Person person) {
		return from.isEmpty() ? Fields.none() : form.from(from, person)
			.orElseThrow(() -> Refusal
				.notFound("What you want to begin from is not there for you. Begin from an empty page instead."));
	}

	private StartForm form(String process, Person person) {
		StartForm form = this.forms.stream()
			.filter((candidate) -> candidate.process().equals(process))
			.findFirst()
			.orElseThrow(() -> Refusal.notFound("Nothing called " + process + " can be started here."));
		form.whyNot(person).ifPresent((why) -> {
			throw Refusal.forbidden(why);
		});
		return form;
	}

	private ModelAndView page(StartForm form, Fields fields, String startKey, Person person, boolean framed) {
		ModelAndView page = new ModelAndView("start");
		page.addAllObjects(form.page(fields, person));
		page.addObject("name", form.name());
		page.addObject("process", form.process());
		page.addObject("form", form.template());
		page.addObject("fields", fields);
		page.addObject("errors", Map.of());
		page.addObject("startKey", startKey);
		page.addObject("framed", framed);
		return page;
	}

}
