package org.imprimatur.tasks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.security.Door;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.security.TaskGuard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one door for completing a task: claim, contract of the form, four eyes and the
 * feature's record are one transaction with the engine's step. Of two people at once one
 * wins and the other is told who.
 */
@Component
@Policy("ONE-LOGIN")
public class TaskDoor {

	private static final Logger log = LoggerFactory.getLogger(TaskDoor.class);

	private final TaskService tasks;

	private final OpenTasks open;

	private final HistoryService history;

	private final List<TaskForm> forms;

	private final List<TaskGuard> guards;

	private final People people;

	private final WhyAsked whyAsked;

	private final TypedDrafts drafts;

	private final Comments comments;

	private final Absences absences;

	TaskDoor(TaskService tasks, OpenTasks open, HistoryService history, List<TaskForm> forms, List<TaskGuard> guards,
			People people, WhyAsked whyAsked, TypedDrafts drafts, Comments comments, Absences absences) {
		this.tasks = tasks;
		this.open = open;
		this.history = history;
		this.forms = forms;
		this.guards = guards;
		this.people = people;
		this.whyAsked = whyAsked;
		this.drafts = drafts;
		this.comments = comments;
		this.absences = absences;
	}

	/**
	 * The open task of this id.
	 * @throws Refusal 404 if there never was one or it is not for this person to see, 409
	 * if it is done
	 */
	public TaskAtHand find(String id, Person person) {
		// what somebody ends while this looks at it is gone, not unknown
		TaskAtHand task = this.open.find(id)
			.filter((found) -> maySee(found, person))
			.orElseThrow(() -> gone(id, person));
		ItemInLog.is(task.reference());
		return task;
	}

	/** The form of a task. */
	public TaskForm form(TaskAtHand task) {
		return form(task.process(), task.task()).orElseThrow(() -> Refusal.conflict("The task " + task.name() + " of "
				+ task.reference() + " has no form in this version. Tell an administrator."));
	}

	/** Why this person is asked. */
	public Asked asked(TaskAtHand task) {
		Asked asked = this.whyAsked.of(task, form(task).askedBy());
		return form(task).askedBesides(task).map(asked::besides).orElse(asked);
	}

	/** Why the person cannot do the task, as a sentence; empty if it is theirs to do. */
	public Optional<String> whyNot(TaskAtHand task, Person person) {
		if (task.assignee() != null && !task.assignee().equals(person.login())) {
			Optional<String> never = task.isOfferedTo(person) ? guarded(task, person) : Optional.empty();
			return never.isPresent() ? never
					: Optional.of(this.people.nameOf(task.assignee()) + this.absences.now(task.assignee())
						.map((absence) -> " has this task and is away. Take it over if you should do it"
								+ ((absence.deputy() != null)
										? "; " + this.people.nameOf(absence.deputy()) + " acts for them." : "."))
						.orElse(" is doing this task. Ask them to hand it back if you should do it."));
		}
		if (task.assignee() == null && !task.isOfferedTo(person)) {
			return Optional.of(
					"This task is for other people: " + Stream
						.concat(task.groups().stream().map(this.people::nameOfGroup),
								task.people().stream().map(this.people::nameOf))
						.collect(Collectors.joining(", ")) + ".");
		}
		return guarded(task, person);
	}

	private Optional<String> guarded(TaskAtHand task, Person person) {
		return TaskGuard.whyNot(this.guards, task.process(), task.facts(), person);
	}

	/**
	 * Completes a task with what was sent.
	 * @throws InvalidFields with what to type differently; nothing has changed
	 * @throws Refusal 403, 404 or 409; nothing has changed
	 */
	@Transactional
	public TaskAtHand complete(String id, Fields fields, Person person) {
		return Door.through(() -> {
			form(find(id, person)).lock(find(id, person).reference());
			// somebody may have been first while this waited for the item
			TaskAtHand task = find(id, person);
			TaskForm form = form(task);
			mayDo(task, person);
			FieldCheck.contract(fields, form.fields());
			if (task.assignee() == null) {
				this.tasks.claim(id, person.login());
			}
			Map<String, Object> variables = form.complete(task, fields, asked(task), person);
			this.tasks.complete(id, variables);
			form.completed(task, fields, person);
			this.drafts.forget(person.login(), TypedDrafts.task(id));
			ItemInLog.whenDone(task.reference(), () -> log.info("The task {} is done", task.task()));
			return task;
		});
	}

	/** Takes the task, so that nobody else does it meanwhile. */
	@Transactional
	public void claim(String id, Person person) {
		Door.through(() -> {
			form(find(id, person)).lock(find(id, person).reference());
			TaskAtHand task = find(id, person);
			mayDo(task, person);
			if (task.assignee() == null) {
				this.tasks.claim(id, person.login());
			}
		});
	}

	/** Gives a claimed task back to everybody it is offered to. */
	@Transactional
	public void handBack(String id, Person person) {
		Door.through(() -> {
			TaskAtHand task = find(id, person);
			if (!person.login().equals(task.assignee())) {
				throw Refusal.forbidden("You can hand back only a task that you have taken.");
			}
			if (!task.isOffered()) {
				throw Refusal.conflict("This task is yours alone: nobody else is offered it.");
			}
			this.tasks.setAssignee(id, null);
		});
	}

	@Transactional
	public void comment(String id, String text, Person person) {
		TaskAtHand task = find(id, person);
		FieldCheck check = new FieldCheck(Fields.none().with("comment", text));
		String comment = check.required("comment", 10_000, "the comment", "Enter a comment.");
		check.done();
		this.comments.add(task.reference(), task.task(), comment, person);
	}

	/**
	 * The task of this id that the person has completed.
	 * @throws Refusal 404 if there is none
	 */
	public HistoricTaskInstance done(String id, Person person) {
		return completed(id).filter((task) -> person.login().equals(task.getAssignee())).orElseThrow(TaskDoor::unknown);
	}

	/** The reference of the item that a case is about. */
	public String reference(String caseId) {
		return Door
			.through(() -> this.history.createHistoricProcessInstanceQuery().processInstanceId(caseId).singleResult())
			.getBusinessKey();
	}

	public Optional<TaskForm> form(String process, String task) {
		return this.forms.stream()
			.filter((form) -> form.process().equals(process) && form.task().id().equals(task))
			.findFirst();
	}

	private void mayDo(TaskAtHand task, Person person) {
		whyNot(task, person).ifPresent((why) -> {
			boolean taken = task.assignee() != null && !task.assignee().equals(person.login())
					&& task.isOfferedTo(person) && guarded(task, person).isEmpty();
			throw taken ? Refusal.conflict(why) : Refusal.forbidden(why);
		});
	}

	private boolean maySee(TaskAtHand task, Person person) {
		return person.login().equals(task.assignee()) || task.isOfferedTo(person)
				|| form(task.process(), task.task()).filter((form) -> form.maySee(task.reference(), person))
					.isPresent();
	}

	private Refusal gone(String id, Person person) {
		HistoricTaskInstance past = Door
			.through(() -> this.history.createHistoricTaskInstanceQuery().taskId(id).finished().singleResult());
		if (past == null || past.getProcessInstanceId() == null) {
			return unknown();
		}
		String reference = reference(past.getProcessInstanceId());
		if (form(past.getProcessDefinitionKey(), past.getTaskDefinitionKey())
			.filter((form) -> form.maySee(reference, person))
			.isEmpty()) {
			return unknown();
		}
		String address = "See /items/" + reference + " for what happens now.";
		if (!"completed".equals(past.getDeleteReason())) {
			return Refusal.conflict("The task “" + past.getName() + "” of " + reference
					+ " has been overtaken: the item was changed, moved on or ended. Nothing you sent was recorded. "
					+ address);
		}
		String who = person.login().equals(past.getAssignee()) ? "You have"
				: this.people.nameOf(past.getAssignee()) + " has";
		return Refusal.conflict(who + " already done the task “" + past.getName() + "” of " + reference
				+ ". Nothing was recorded twice. " + address);
	}

	private Optional<HistoricTaskInstance> completed(String id) {
		return Optional
			.ofNullable(Door
				.through(() -> this.history.createHistoricTaskInstanceQuery().taskId(id).finished().singleResult()))
			.filter((task) -> "completed".equals(task.getDeleteReason()));
	}

	private static Refusal unknown() {
		return Refusal.notFound("There is no such task for you. Look at your work on the start page.");
	}

}
