package org.imprimatur.tasks.web;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import jakarta.servlet.http.HttpServletRequest;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.security.KeptFields;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Asked;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.Story;
import org.imprimatur.tasks.TakingOver;
import org.imprimatur.tasks.TaskAtHand;
import org.imprimatur.tasks.TaskDoor;
import org.imprimatur.tasks.TaskForm;
import org.imprimatur.tasks.TypedDrafts;

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

/** The page of one task, on its own and inside Tasklist, and the same for machines. */
@Controller
@RequestMapping("/tasks/{id}")
class TaskPages {

	private final TaskDoor door;

	private final People people;

	private final TypedDrafts drafts;

	private final Story story;

	private final Sent sent;

	private final TakingOver takingOver;

	TaskPages(TaskDoor door, People people, TypedDrafts drafts, Story story, Sent sent, TakingOver takingOver) {
		this.door = door;
		this.people = people;
		this.drafts = drafts;
		this.story = story;
		this.sent = sent;
		this.takingOver = takingOver;
	}

	@GetMapping
	Object show(@PathVariable String id, @RequestParam(defaultValue = "false") boolean framed,
			HttpServletRequest request) {
		Person person = this.people.acting();
		TaskAtHand task = this.door.find(id, person);
		if (Sent.wantsJson(request)) {
			return ResponseEntity.ok(json(task, person));
		}
		TaskForm form = this.door.form(task);
		Optional<Fields> kept = KeptFields.take(request, "/tasks/" + id, person.login())
			.map((values) -> Fields.of(values).only(withComment(form.fields())));
		Optional<TypedDrafts.Draft> draft = this.drafts.find(person.login(), TypedDrafts.task(id));
		Fields fields = kept.or(() -> draft.map(TypedDrafts.Draft::fields)).orElseGet(() -> form.initial(task, person));
		ModelAndView page = page(task, fields, person, framed);
		draft.ifPresent((found) -> page.addObject("keptAt", LondonTime.dateTime(found.savedAt())));
		page.addObject("keptFromLostSession", kept.isPresent());
		return page;
	}

	@PostMapping
	Object complete(@PathVariable String id, @RequestParam(defaultValue = "false") boolean framed,
			HttpServletRequest request) {
		Person person = this.people.acting();
		Fields fields = Fields.none();
		try {
			fields = this.sent.fields(request);
			if (request.getParameter("attach") != null) {
				TaskAtHand task = this.door.find(id, person);
				this.drafts.keep(person.login(), TypedDrafts.task(id), fields.only(this.door.form(task).fields()));
				return back(id, framed);
			}
			this.door.complete(id, fields, person);
			return ResponseEntity.status(HttpStatus.SEE_OTHER)
				.location(URI.create("/tasks/" + id + "/done" + (framed ? "?framed=true" : "")))
				.build();
		}
		catch (InvalidFields ex) {
			if (Sent.wantsJson(request)) {
				throw ex;
			}
			ModelAndView page = page(this.door.find(id, person), Sent.NotTaken.typed(ex, fields), person, framed);
			page.addObject("errors", ex.messages());
			page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
			return page;
		}
	}

	@GetMapping("/done")
	ModelAndView done(@PathVariable String id, @RequestParam(defaultValue = "false") boolean framed) {
		HistoricTaskInstance task = this.door.done(id, this.people.acting());
		String reference = this.door.reference(task.getProcessInstanceId());
		ModelAndView page = new ModelAndView("confirmation");
		page.addObject("framed", framed);
		page.addObject("title", task.getName() + ": done");
		page.addObject("links", links(reference));
		page.addObject("reference", reference);
		page.addObject("done", id);
		page.addObject("next",
				this.door.form(task.getProcessDefinitionKey(), task.getTaskDefinitionKey())
					.map((form) -> form.next(reference))
					.orElse(""));
		return page;
	}

	@PostMapping("/claim")
	ResponseEntity<Void> claim(@PathVariable String id, @RequestParam(defaultValue = "false") boolean framed) {
		this.door.claim(id, this.people.acting());
		return back(id, framed);
	}

	@PostMapping("/hand-back")
	ResponseEntity<Void> handBack(@PathVariable String id, @RequestParam(defaultValue = "false") boolean framed) {
		this.door.handBack(id, this.people.acting());
		return back(id, framed);
	}

	@PostMapping("/take-over")
	ResponseEntity<Void> takeOver(@PathVariable String id, @RequestParam(defaultValue = "false") boolean framed) {
		this.takingOver.takeOver(id, this.people.acting());
		return back(id, framed);
	}

	@PostMapping("/comment")
	Object comment(@PathVariable String id, @RequestParam(defaultValue = "") String comment,
			@RequestParam(defaultValue = "false") boolean framed) {
		Person person = this.people.acting();
		try {
			this.door.comment(id, comment, person);
			return back(id, framed);
		}
		catch (InvalidFields ex) {
			TaskAtHand task = this.door.find(id, person);
			ModelAndView page = page(task, this.door.form(task).initial(task, person).with("comment", comment), person,
					framed);
			page.addObject("errors", ex.messages());
			page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
			return page;
		}
	}

	/** Keeps what has been typed so far; answers with the time, for the page to show. */
	@PostMapping("/draft")
	@ResponseBody
	Map<String, String> keep(@PathVariable String id, HttpServletRequest request) {
		Person person = this.people.acting();
		TaskAtHand task = this.door.find(id, person);
		Fields typed = this.sent.fields(request).only(this.door.form(task).fields());
		return Map.of("savedAt", LondonTime.time(this.drafts.keep(person.login(), TypedDrafts.task(id), typed)));
	}

	/** Throws away what the person typed and did not send. */
	@PostMapping("/discard")
	ResponseEntity<Void> discard(@PathVariable String id, @RequestParam(defaultValue = "false") boolean framed) {
		Person person = this.people.acting();
		this.door.find(id, person);
		this.drafts.forget(person.login(), TypedDrafts.task(id));
		return back(id, framed);
	}

	private static Set<String> withComment(Set<String> fields) {
		Set<String> all = new TreeSet<>(fields);
		all.add("comment");
		return all;
	}

	private ModelAndView page(TaskAtHand task, Fields fields, Person person, boolean framed) {
		TaskForm form = this.door.form(task);
		Optional<String> whyNot = this.door.whyNot(task, person);
		ModelAndView page = new ModelAndView("task");
		page.addAllObjects(form.page(task, fields, person));
		page.addObject("task", task);
		page.addObject("itemTitle", form.title(task.reference()));
		page.addObject("form", form.template());
		page.addObject("fields", fields);
		page.addObject("errors", Map.of());
		page.addObject("asked", this.door.asked(task));
		page.addObject("outcomes", form.outcomes());
		page.addObject("timeline", this.story.of(task.reference(), form.happened(task.reference())));
		page.addObject("due", (task.due() != null) ? LondonTime.dateTime(task.due()) : null);
		page.addObject("overdue", this.story.isPast(task.due()));
		page.addObject("whyNot", whyNot.orElse(null));
		page.addObject("mine", person.login().equals(task.assignee()));
		page.addObject("canHandBack", person.login().equals(task.assignee()) && task.isOffered());
		page.addObject("canClaim", task.assignee() == null && whyNot.isEmpty());
		page.addObject("canTakeOver", this.takingOver.isPossible(task, person));
		page.addObject("framed", framed);
		return page;
	}

	private Map<String, Object> json(TaskAtHand task, Person person) {
		TaskForm form = this.door.form(task);
		Asked asked = this.door.asked(task);
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("id", task.id());
		answer.put("task", task.task());
		answer.put("name", task.name());
		answer.put("reference", task.reference());
		answer.put("title", form.title(task.reference()));
		answer.put("assignee", task.assignee());
		answer.put("groups", task.groups());
		answer.put("people", task.people());
		answer.put("created", LondonTime.iso(task.created()));
		answer.put("due", (task.due() != null) ? LondonTime.iso(task.due()) : null);
		answer.put("because", asked.because());
		answer.put("rule", asked.rule());
		answer.put("facts", asked.facts());
		answer.put("policyAsks", asked.policyAsks());
		answer.put("fields", form.fields().stream().sorted().toList());
		answer.put("typed",
				this.drafts.find(person.login(), TypedDrafts.task(task.id()))
					.map(TypedDrafts.Draft::fields)
					.orElseGet(() -> form.initial(task, person))
					.asMap());
		answer.put("whyNot", this.door.whyNot(task, person).orElse(null));
		return answer;
	}

	private static Map<String, String> links(String reference) {
		Map<String, String> links = new LinkedHashMap<>();
		links.put("See " + reference, "/items/" + reference);
		links.put("My work", "/");
		return links;
	}

	private static ResponseEntity<Void> back(String id, boolean framed) {
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.location(URI.create("/tasks/" + id + (framed ? "?framed=true" : "")))
			.build();
	}

}
