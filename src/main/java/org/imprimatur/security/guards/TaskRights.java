package org.imprimatur.security.guards;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.security.Door;
import org.imprimatur.security.Person;
import org.imprimatur.security.TaskFacts;
import org.imprimatur.security.TaskGuard;

import org.springframework.beans.factory.ObjectProvider;

/** Who may take a task and who may complete it, by whatever door. */
class TaskRights {

	private static final String ADMINISTRATOR = "Administrators do no tasks of people. Somebody of the group the task is "
			+ "offered to has to do it.";

	private final ObjectProvider<TaskGuard> guards;

	private final Function<String, Person> people;

	private final Predicate<String> away;

	TaskRights(ObjectProvider<TaskGuard> guards, Function<String, Person> people, Predicate<String> away) {
		this.guards = guards;
		this.people = people;
		this.away = away;
	}

	/**
	 * @param to the login that takes the task; null to hand it back
	 * @throws Refusal if it may not be taken or handed back
	 */
	void mayTake(TaskEntity task, String to, Person acting) {
		String holder = task.getAssignee();
		boolean administrator = acting.isIn(Rulings.ADMINISTRATORS);
		if (to == null) {
			if (holder != null && !holder.equals(acting.login()) && !administrator && !mayNoLonger(task, holder)) {
				throw Refusal.conflict(name(holder) + " has this task: only " + name(holder) + " can hand it back.");
			}
			return;
		}
		boolean own = to.equals(acting.login());
		if (!own && !administrator) {
			throw Refusal.forbidden("You can take a task for yourself only. To have it moved, ask an administrator.");
		}
		// who is away hands nothing back: our own page lets others take over, and records
		// it
		boolean takesOver = own && holder != null && Door.isOpen() && this.away.test(holder);
		Person person = this.people.apply(to);
		if (holder != null && !holder.equals(to) && (own || !administrator) && !takesOver) {
			if (person != null && isCandidate(task, person)) {
				// nobody is told to ask for what they may never do
				mayDo(task, person);
			}
			throw Refusal.conflict(name(holder) + " has taken this task. Ask " + name(holder) + " to hand it back.");
		}
		if (person == null || (!to.equals(holder) && !isCandidate(task, person))) {
			throw Refusal.forbidden(own ? "This task is for other people." : "This task is not for that person.");
		}
		mayDo(task, person);
	}

	/** Whoever took it must not have it any more, and our own code takes it back. */
	private boolean mayNoLonger(TaskEntity task, String holder) {
		Person person = this.people.apply(holder);
		return Door.isOpen() && (person == null || whyNot(task, person).isPresent());
	}

	/**
	 * @throws Refusal if the person may not complete the task
	 */
	void mayComplete(DelegateTask task, Person acting) {
		noAdministrator(acting);
		if (!acting.login().equals(task.getAssignee())) {
			if (task.getAssignee() == null) {
				throw Refusal.conflict("Claim this task first.");
			}
			throw Refusal.conflict(name(task.getAssignee()) + " has taken this task.");
		}
		whyNot(task, acting).ifPresent((why) -> {
			throw Refusal.forbidden(why);
		});
	}

	private void mayDo(DelegateTask task, Person person) {
		noAdministrator(person);
		whyNot(task, person).ifPresent((why) -> {
			throw Refusal.forbidden(why);
		});
	}

	/** Who can change groups decides nothing, or groups would decide nothing. */
	private static void noAdministrator(Person person) {
		if (person.isIn(Rulings.ADMINISTRATORS)) {
			throw Refusal.forbidden(ADMINISTRATOR);
		}
	}

	private Optional<String> whyNot(DelegateTask task, Person person) {
		String process = DefinitionKey.of(task);
		String reference = (task.getExecution() != null) ? task.getExecution().getProcessBusinessKey() : null;
		TaskFacts facts = new TaskFacts(task.getId(), task.getTaskDefinitionKey(), process, reference);
		List<TaskGuard> asked = this.guards.stream().filter((guard) -> guard.process().equals(process)).toList();
		return asked.stream().flatMap((guard) -> guard.whyNot(facts, person).stream()).findFirst();
	}

	private static boolean isCandidate(TaskEntity task, Person person) {
		return task.getCandidates()
			.stream()
			.filter((link) -> IdentityLinkType.CANDIDATE.equals(link.getType()))
			.anyMatch((link) -> person.login().equals(link.getUserId())
					|| (link.getGroupId() != null && person.isIn(link.getGroupId())));
	}

	private String name(String login) {
		Person person = this.people.apply(login);
		return (person != null) ? person.name() : login;
	}

}
