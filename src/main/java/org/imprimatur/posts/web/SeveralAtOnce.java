package org.imprimatur.posts.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.posts.PostApproval;
import org.imprimatur.posts.PostApproval.Task;
import org.imprimatur.posts.PostRecord;
import org.imprimatur.security.Person;
import org.imprimatur.security.RefusalRecord;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.OpenTasks;
import org.imprimatur.tasks.TaskAtHand;
import org.imprimatur.tasks.TaskDoor;
import org.imprimatur.tasks.TaskForm;
import org.imprimatur.tasks.TypedDrafts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Several tasks on one page. Each goes through the one door by itself; the field
 * {@code decision} of a task is sent as {@code <task id>.decision}. What has a mistake
 * stays as typed, the others are done. What is typed and not sent is the draft of its
 * task, the same as on the task's own page.
 */
@Component
@Policy("APPROVED")
class SeveralAtOnce {

	private static final Logger LOG = LoggerFactory.getLogger(SeveralAtOnce.class);

	/** As many as a person reads with care. */
	private static final int MOST = 25;

	/** Filled in by the clock, so that it says nothing about what a person means. */
	private static final String NOW = "postedAt";

	private final OpenTasks open;

	private final TaskDoor door;

	private final TypedDrafts drafts;

	private final PostRecord record;

	private final RefusalRecord refusals;

	SeveralAtOnce(OpenTasks open, TaskDoor door, TypedDrafts drafts, PostRecord record, RefusalRecord refusals) {
		this.open = open;
		this.door = door;
		this.drafts = drafts;
		this.record = record;
		this.refusals = refusals;
	}

	/**
	 * One item of the page.
	 *
	 * @param form what the form of its task shows
	 */
	record Item(String id, String reference, String title, String due, PostRecord.View post, Map<String, Object> form) {
	}

	/** An item that could not be done any more, and what was typed for it. */
	record Gone(String sentence, String typed) {
	}

	/** What came of one submission; problems by task and field. */
	record Done(List<String> references, Map<String, Map<String, String>> problems, List<Gone> gone) {

		boolean isAll() {
			return this.problems.isEmpty() && this.gone.isEmpty();
		}

		/** The messages by the names of the page's own fields. */
		Map<String, String> errors() {
			Map<String, String> errors = new LinkedHashMap<>();
			this.problems.forEach((id, messages) -> messages
				.forEach((field, message) -> errors.put(field.isEmpty() ? id : id + "." + field, message)));
			return errors;
		}

	}

	/** The open tasks of this sort that this person may do, the most urgent first. */
	List<TaskAtHand> tasks(Task task, Predicate<String> posts, Person person) {
		return Stream.concat(this.open.assigned(person).stream(), this.open.offered(person).stream())
			.filter((one) -> one.process().equals(PostApproval.KEY) && one.task().equals(task.id()))
			.filter((one) -> posts.test(one.reference()))
			.filter((one) -> this.door.whyNot(one, person).isEmpty())
			.limit(MOST)
			.toList();
	}

	/**
	 * What the page's fields hold: what was just typed, else what was kept, else what the
	 * form begins with.
	 */
	Fields filledIn(List<TaskAtHand> tasks, Fields typed, Person person) {
		Fields all = typed;
		for (TaskAtHand task : tasks) {
			Fields own = this.drafts.find(person.login(), TypedDrafts.task(task.id()))
				.map(TypedDrafts.Draft::fields)
				.orElseGet(() -> form(task).initial(task, person));
			for (String name : own.names()) {
				if (own(typed, task.id()).isEmpty()) {
					all = all.with(task.id() + "." + name, own.inOrder(name));
				}
			}
		}
		return all;
	}

	List<Item> items(List<TaskAtHand> tasks, Fields fields, Person person) {
		return tasks.stream().map((task) -> {
			TaskForm form = form(task);
			Map<String, Object> shown = form.page(task, own(fields, task.id()), person);
			shown.putIfAbsent("choices", form.outcomes());
			return new Item(task.id(), task.reference(), form.title(task.reference()),
					(task.due() != null) ? LondonTime.dateTime(task.due()) : null, this.record.view(task.reference()),
					shown);
		}).toList();
	}

	/** Does each task for which something was decided; what else was typed is kept. */
	Done send(Fields fields, Person person, String page) {
		Done done = new Done(new ArrayList<>(), new LinkedHashMap<>(), new ArrayList<>());
		for (String id : named(fields)) {
			Fields own = own(fields, id);
			if (!isMeant(id, own, person)) {
				continue;
			}
			try {
				done.references().add(this.door.complete(id, own, person).reference());
			}
			catch (InvalidFields ex) {
				done.problems().put(id, ex.messages());
			}
			catch (Refusal ex) {
				this.refusals.record(person.login(), "POST page", page + " " + id, ex);
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
		if (!done.isAll()) {
			keep(fields, person);
		}
		return done;
	}

	/** Keeps what is typed for each task that is the person's to do. */
	void keep(Fields fields, Person person) {
		for (String id : named(fields)) {
			Fields sent = own(fields, id);
			if (!isTyped(sent, Fields.none())) {
				this.drafts.forget(person.login(), TypedDrafts.task(id));
				continue;
			}
			task(id, person).ifPresent((task) -> {
				Fields own = sent.only(form(task).fields());
				if (isTyped(own, form(task).initial(task, person))) {
					this.drafts.keep(person.login(), TypedDrafts.task(id), own);
				}
				else {
					this.drafts.forget(person.login(), TypedDrafts.task(id));
				}
			});
		}
	}

	/** What programs are told of the open tasks. */
	List<Map<String, Object>> json(List<TaskAtHand> tasks) {
		return tasks.stream().map((one) -> {
			Map<String, Object> answer = new LinkedHashMap<>();
			PostRecord.View post = this.record.view(one.reference());
			answer.put("id", one.id());
			answer.put("task", one.task());
			answer.put("reference", one.reference());
			answer.put("title", post.title());
			answer.put("body", post.body());
			answer.put("details", post.details());
			answer.put("due", (one.due() != null) ? LondonTime.iso(one.due()) : null);
			answer.put("fields", new TreeSet<>(form(one).fields()));
			return answer;
		}).toList();
	}

	/**
	 * Whether more was typed for a task than what its form began with; a task that is
	 * gone is asked for all the same.
	 */
	private boolean isMeant(String id, Fields own, Person person) {
		return isTyped(own, Fields.none())
				&& task(id, person).map((task) -> isTyped(own, form(task).initial(task, person))).orElse(true);
	}

	private static boolean isTyped(Fields own, Fields initial) {
		return own.names()
			.stream()
			.filter((name) -> !name.equals(NOW))
			.anyMatch((name) -> !own.values(name).isEmpty() && !own.values(name).equals(initial.values(name)));
	}

	private Optional<TaskAtHand> task(String id, Person person) {
		try {
			return Optional.of(this.door.find(id, person));
		}
		catch (Refusal ex) {
			return Optional.empty();
		}
	}

	private TaskForm form(TaskAtHand task) {
		return this.door.form(task);
	}

	/** The tasks that the fields name, in the order of the page. */
	private static Set<String> named(Fields fields) {
		Set<String> ids = new LinkedHashSet<>();
		for (String name : fields.names()) {
			int dot = name.indexOf('.');
			if (dot > 0) {
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

}
