package org.imprimatur.posts.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.imprimatur.accounts.Accounts;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.posts.PostApproval;
import org.imprimatur.posts.PostApproval.Task;
import org.imprimatur.posts.PostRecord;
import org.imprimatur.security.KeptFields;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.security.RefusalRecord;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.HomeLink;
import org.imprimatur.tasks.OpenTasks;
import org.imprimatur.tasks.TaskAtHand;
import org.imprimatur.tasks.TaskDoor;
import org.imprimatur.tasks.TaskForm;
import org.imprimatur.tasks.web.Sent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Likes, replies and shares, several on one page: those to check and sign, and those to
 * release. Each goes through the one door by itself; the field {@code decision} of a task
 * is sent as {@code <task id>.decision}. What has a mistake stays as typed, the others
 * are done.
 */
@Controller
@RequestMapping("/light")
@Policy({ "SHARE", "OBJECTS", "APPROVED" })
class LightPages implements HomeLink {

	private static final Logger LOG = LoggerFactory.getLogger(LightPages.class);

	private static final String PAGE = "/light";

	/** As many as a person reads with care. */
	private static final int MOST = 25;

	private final OpenTasks open;

	private final TaskDoor door;

	private final PostRecord record;

	private final Accounts accounts;

	private final People people;

	private final Sent sent;

	private final RefusalRecord refusals;

	LightPages(OpenTasks open, TaskDoor door, PostRecord record, Accounts accounts, People people, Sent sent,
			RefusalRecord refusals) {
		this.open = open;
		this.door = door;
		this.record = record;
		this.accounts = accounts;
		this.people = people;
		this.sent = sent;
		this.refusals = refusals;
	}

	/**
	 * One item of the page.
	 *
	 * @param form what the form of its task shows
	 */
	record Item(String id, String reference, String title, String due, PostRecord.View post, Map<String, Object> form) {
	}

	/** An item that could not be done any more, and the reason that was typed for it. */
	record Gone(String sentence, String typed) {
	}

	/** What came of one submission. */
	private record Done(List<String> references, Map<String, Map<String, String>> problems, List<Gone> gone) {

		boolean isAll() {
			return this.problems.isEmpty() && this.gone.isEmpty();
		}

		HttpStatus status() {
			return isAll() ? HttpStatus.OK
					: this.problems.isEmpty() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY;
		}

	}

	@Override
	public String name() {
		return "Likes, replies and shares";
	}

	@Override
	public String address() {
		return PAGE;
	}

	@Override
	public boolean isFor(Person person) {
		return person.groups().stream().anyMatch((group) -> group.endsWith("-approvers"))
				|| !this.accounts.usableBy(person.login()).isEmpty();
	}

	@GetMapping
	Object show(@RequestParam(defaultValue = "0") int done, HttpServletRequest request) {
		Person person = this.people.acting();
		if (Sent.wantsJson(request)) {
			return ResponseEntity
				.ok(Map.of("check", json(Task.CHECK_AND_SIGN_OFF, person), "release", json(Task.PUBLISH_POST, person)));
		}
		Fields kept = KeptFields.take(request, PAGE, person.login()).map(Fields::of).orElseGet(Fields::none);
		ModelAndView page = page(kept, person);
		page.addObject("doneCount", done);
		return page;
	}

	@PostMapping
	Object decide(HttpServletRequest request) {
		Person person = this.people.acting();
		Fields fields = this.sent.fields(request);
		Done done = decide(fields, person);
		if (Sent.wantsJson(request)) {
			return ResponseEntity.status(done.status())
				.body(Map.of("done", done.references(), "problems", done.problems(), "refused",
						done.gone().stream().map(Gone::sentence).toList()));
		}
		if (done.isAll()) {
			return ResponseEntity.status(HttpStatus.SEE_OTHER)
				.location(URI.create(PAGE + "?done=" + done.references().size()))
				.build();
		}
		ModelAndView page = page(fields, person);
		Map<String, String> errors = new LinkedHashMap<>();
		done.problems()
			.forEach((id, messages) -> messages
				.forEach((field, message) -> errors.put(field.isEmpty() ? id : id + "." + field, message)));
		page.addObject("errors", errors);
		page.addObject("done", done.references());
		page.addObject("gone", done.gone());
		page.setStatus(done.status());
		return page;
	}

	private Done decide(Fields fields, Person person) {
		Done done = new Done(new ArrayList<>(), new LinkedHashMap<>(), new ArrayList<>());
		for (String id : touched(fields)) {
			Fields own = own(fields, id);
			try {
				done.references().add(this.door.complete(id, own, person).reference());
			}
			catch (InvalidFields ex) {
				done.problems().put(id, ex.messages());
			}
			catch (Refusal ex) {
				this.refusals.record(person.login(), "POST page", PAGE + " " + id, ex);
				done.gone().add(new Gone(ex.getMessage(), own.value("reason") + own.value("differences")));
			}
			catch (RuntimeException ex) {
				// the others are done already: this one stays as typed
				LOG.warn("{} could not be recorded by {}", id, person.login(), ex);
				done.problems()
					.put(id, Map.of("", "One item was not recorded, since somebody else was working on it "
							+ "or something went wrong. Look at it and send it again."));
			}
		}
		return done;
	}

	/** Tasks for which more was sent than what the page had filled in, in its order. */
	private static Set<String> touched(Fields fields) {
		Set<String> ids = new LinkedHashSet<>();
		for (String name : fields.names()) {
			int dot = name.indexOf('.');
			if (dot > 0 && !name.endsWith(".postedAt") && !fields.values(name).isEmpty()) {
				ids.add(name.substring(0, dot));
			}
		}
		return ids;
	}

	private static Fields own(Fields fields, String id) {
		Fields own = Fields.none();
		for (String name : fields.names()) {
			if (name.startsWith(id + ".")) {
				own = own.with(name.substring(id.length() + 1), fields.inOrder(name));
			}
		}
		return own;
	}

	private ModelAndView page(Fields typed, Person person) {
		ModelAndView page = new ModelAndView("light");
		List<TaskAtHand> checks = tasks(Task.CHECK_AND_SIGN_OFF, person);
		List<TaskAtHand> releases = tasks(Task.PUBLISH_POST, person);
		Fields fields = typed;
		for (TaskAtHand task : releases) {
			String field = task.id() + ".postedAt";
			if (!fields.names().contains(field)) {
				fields = fields.with(field, form(task).initial(task, person).value("postedAt"));
			}
		}
		Fields shown = fields;
		page.addObject("checks", checks.stream().map((task) -> item(task, shown, person)).toList());
		page.addObject("releases", releases.stream().map((task) -> item(task, shown, person)).toList());
		page.addObject("fields", shown);
		page.addObject("errors", Map.of());
		page.addObject("done", List.of());
		page.addObject("gone", List.of());
		page.addObject("doneCount", 0);
		page.addObject("here", PAGE);
		return page;
	}

	private Item item(TaskAtHand task, Fields fields, Person person) {
		Map<String, Object> form = form(task).page(task, own(fields, task.id()), person);
		form.put("outcomes", form(task).outcomes());
		return new Item(task.id(), task.reference(), form(task).title(task.reference()),
				(task.due() != null) ? LondonTime.dateTime(task.due()) : null, this.record.view(task.reference()),
				form);
	}

	/** The open tasks of this sort that this person may do, the most urgent first. */
	private List<TaskAtHand> tasks(Task task, Person person) {
		return Stream.concat(this.open.assigned(person).stream(), this.open.offered(person).stream())
			.filter((one) -> one.process().equals(PostApproval.KEY) && one.task().equals(task.id()))
			.filter((one) -> this.record.isLight(one.reference()))
			.filter((one) -> this.door.whyNot(one, person).isEmpty())
			.limit(MOST)
			.toList();
	}

	private List<Map<String, Object>> json(Task task, Person person) {
		return tasks(task, person).stream().map((one) -> {
			Map<String, Object> answer = new LinkedHashMap<>();
			PostRecord.View post = this.record.view(one.reference());
			answer.put("id", one.id());
			answer.put("reference", one.reference());
			answer.put("title", post.title());
			answer.put("body", post.body());
			answer.put("details", post.details());
			answer.put("due", (one.due() != null) ? LondonTime.iso(one.due()) : null);
			answer.put("fields", new TreeSet<>(form(one).fields()));
			return answer;
		}).toList();
	}

	private TaskForm form(TaskAtHand task) {
		return this.door.form(task);
	}

}
