package org.imprimatur.posts.web;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import jakarta.servlet.http.HttpServletRequest;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.posts.PostApproval;
import org.imprimatur.posts.PostCopies;
import org.imprimatur.posts.PostTemplate;
import org.imprimatur.posts.PostTemplates;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.TypedDrafts;
import org.imprimatur.tasks.web.Sent;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The templates of a person's teams: list, save, rename, retire. */
@Controller
class TemplatePages {

	private static final String START = "/start/" + PostApproval.KEY;

	private static final Set<String> NAMING = Set.of("templateName", "team", "item");

	private final PostTemplates templates;

	private final PostCopies copies;

	private final StartPost start;

	private final TypedDrafts drafts;

	private final People people;

	private final Sent sent;

	TemplatePages(PostTemplates templates, PostCopies copies, StartPost start, TypedDrafts drafts, People people,
			Sent sent) {
		this.templates = templates;
		this.copies = copies;
		this.start = start;
		this.drafts = drafts;
		this.people = people;
		this.sent = sent;
	}

	/** One template in the list. */
	record Row(long id, String name, String from, String team, String made, boolean mayChange) {
	}

	@GetMapping("/templates")
	Object list(HttpServletRequest request) {
		Person person = this.people.acting();
		if (Sent.wantsJson(request)) {
			return ResponseEntity.ok(this.templates.of(person).stream().map((one) -> {
				Map<String, Object> row = new LinkedHashMap<>();
				row.put("id", one.id());
				row.put("name", one.name());
				row.put("team", one.team());
				row.put("fields", one.fields().asMap());
				return row;
			}).toList());
		}
		return list(person, Map.of(), 0, Fields.none());
	}

	/** Keeps what was typed on the page of a new post, and asks for the name. */
	@PostMapping(START + "/template")
	ResponseEntity<Void> fromStart(@RequestParam(defaultValue = "") String from, HttpServletRequest request) {
		Person person = allowed();
		found(from, person);
		Fields typed = this.sent.fields(request).only(this.start.fields());
		this.drafts.keep(person.login(), TypedDrafts.start(PostApproval.KEY, from), typed);
		return to("/templates/new" + (from.isEmpty() ? "" : "?from=" + from));
	}

	@GetMapping("/templates/new")
	ModelAndView naming(@RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String item) {
		Person person = allowed();
		content(from, item, person);
		return naming(from, item, Fields.none(), Map.of());
	}

	/**
	 * Saves a template: of what was typed, of a post, or of the fields a program sends.
	 */
	@PostMapping("/templates")
	Object save(@RequestParam(defaultValue = "") String from, HttpServletRequest request) {
		Person person = allowed();
		Fields fields = this.sent.fields(request);
		Set<String> known = new TreeSet<>(NAMING);
		boolean json = Sent.isJson(request);
		if (json) {
			known.addAll(this.start.fields());
		}
		String item = fields.value("item");
		try {
			FieldCheck.contract(fields, known);
			Fields content = (json && item.isEmpty()) ? fields : content(from, item, person);
			this.templates.save(
					content.with("templateName", fields.value("templateName")).with("team", fields.value("team")),
					person);
			return to(item.isEmpty() && !json ? START + (from.isEmpty() ? "" : "?from=" + from) : "/templates");
		}
		catch (InvalidFields ex) {
			if (Sent.wantsJson(request)) {
				throw ex;
			}
			ModelAndView page = naming(from, item, fields, ex.messages());
			page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
			return page;
		}
	}

	@PostMapping("/templates/{id:\\d{1,18}}/rename")
	Object rename(@PathVariable long id, HttpServletRequest request) {
		Person person = this.people.acting();
		Fields fields = this.sent.fields(request);
		try {
			FieldCheck.contract(fields, Set.of("templateName"));
			this.templates.rename(id, fields, person);
			return to("/templates");
		}
		catch (InvalidFields ex) {
			if (Sent.wantsJson(request)) {
				throw ex;
			}
			ModelAndView page = list(person, ex.messages(), id, fields);
			page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
			return page;
		}
	}

	@PostMapping("/templates/{id:\\d{1,18}}/retire")
	ResponseEntity<Void> retire(@PathVariable long id) {
		this.templates.retire(id, this.people.acting());
		return to("/templates");
	}

	private Fields content(String from, String item, Person person) {
		if (!item.isEmpty()) {
			return this.copies.of(item, person).orElseThrow(() -> Refusal.notFound("There is no such post for you."));
		}
		found(from, person);
		return this.drafts.find(person.login(), TypedDrafts.start(PostApproval.KEY, from))
			.map(TypedDrafts.Draft::fields)
			.or(() -> this.start.from(from, person))
			.orElseThrow(() -> Refusal.notFound("Nothing is typed yet. Begin a post, then save it as a template."));
	}

	private void found(String from, Person person) {
		if (!from.isEmpty() && this.start.from(from, person).isEmpty()) {
			throw Refusal.notFound("What you began from is not there for you. Begin from an empty page instead.");
		}
	}

	private Person allowed() {
		Person person = this.people.acting();
		this.start.whyNot(person).ifPresent((why) -> {
			throw Refusal.forbidden(why);
		});
		return person;
	}

	private ModelAndView naming(String from, String item, Fields fields, Map<String, String> errors) {
		ModelAndView page = new ModelAndView("template");
		page.addObject("from", from);
		page.addObject("item", item);
		page.addObject("fields", fields);
		page.addObject("errors", errors);
		return page;
	}

	/**
	 * @param wrong the template whose new name is not taken; 0 for none
	 */
	private ModelAndView list(Person person, Map<String, String> errors, long wrong, Fields fields) {
		ModelAndView page = new ModelAndView("templates");
		List<PostTemplate> all = this.templates.of(person);
		page.addObject("templates",
				all.stream()
					.map((one) -> new Row(one.id(), one.name(), one.from(), this.people.nameOfGroup(one.team()),
							"Saved by " + this.people.nameOf(one.madeBy()) + " on " + LondonTime.date(one.madeAt()),
							this.templates.mayChange(one, person)))
					.toList());
		page.addObject("mayStart", this.start.whyNot(person).isEmpty());
		page.addObject("wrong", wrong);
		page.addObject("fields", fields);
		page.addObject("errors", errors);
		return page;
	}

	private static ResponseEntity<Void> to(String address) {
		return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(address)).build();
	}

}
