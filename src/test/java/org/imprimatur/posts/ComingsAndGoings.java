package org.imprimatur.posts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.camunda.bpm.engine.task.Task;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Absence;
import org.imprimatur.tasks.AbsenceActs;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.TakingOver;

/** People who go away, leave a deputy or none, come back, and whose tasks others do. */
final class ComingsAndGoings {

	private static final List<String> GO_AWAY = List.of("approver", "approver2", "objects", "objects2", "hoc");

	private final Stage stage;

	private final AbsenceActs acts;

	private final TakingOver takingOver;

	private int takenOver;

	ComingsAndGoings(Stage stage) {
		this.stage = stage;
		this.acts = stage.context.getBean(AbsenceActs.class);
		this.takingOver = stage.context.getBean(TakingOver.class);
	}

	/** Something that somebody is about to do. */
	record Step(String what, Runnable work) {
	}

	/** How many tasks others have taken over so far. */
	int takenOver() {
		return this.takenOver;
	}

	/**
	 * Who has taken the check of the objects goes away, and the deputy does it. A post
	 * that needs no such check is left as it is.
	 */
	void deputyChecks(OnePost post) {
		if (open(post).stream()
			.noneMatch((task) -> task.getTaskDefinitionKey().equals(PostApproval.Task.CHECK_CHARITY_OBJECTS.id()))) {
			return;
		}
		Person away = this.stage.person("objects");
		Actor deputy = this.stage.actor("objects2");
		this.stage.actor("objects").claims(post, PostApproval.Task.CHECK_CHARITY_OBJECTS);
		String today = LocalDate.ofInstant(this.stage.now(), LondonTime.ZONE).toString();
		this.acts.enter(Fields.none().with("from", today).with("until", today).with("deputy", "objects2"), away);
		String task = deputy.open(post, PostApproval.Task.CHECK_CHARITY_OBJECTS);
		Person taker = this.stage.person("objects2");
		as(taker, () -> this.takingOver.takeOver(task, taker)).run();
		this.takenOver++;
		deputy.findsAligned(post);
	}

	/** Somebody goes away, perhaps with a deputy, or comes back. */
	Step away(Random chance) {
		Person person = this.stage.person(GO_AWAY.get(chance.nextInt(GO_AWAY.size())));
		Optional<Absence> absence = this.stage.absences.now(person.login());
		if (absence.isPresent()) {
			return new Step(person.login() + " is back", () -> this.acts.end(absence.get().id(), person));
		}
		return goes(person, chance.nextInt(3), chance);
	}

	/** Somebody takes an open task, or takes over that of somebody who goes away. */
	Step taken(OnePost post, String who, Random chance) {
		List<Task> open = open(post);
		if (open.isEmpty()) {
			return new Step("there is nothing to take", () -> {
			});
		}
		return taken(open.get(chance.nextInt(open.size())), who, chance);
	}

	/** Somebody takes this task, or takes it over. */
	Step taken(Task task, String who, Random chance) {
		Person person = this.stage.person(who);
		if (task.getAssignee() == null) {
			Step goes = goes(person, 0, chance);
			boolean stays = chance.nextInt(3) == 0;
			return new Step(who + " takes " + task.getTaskDefinitionKey() + (stays ? "" : "; " + goes.what()),
					as(person, () -> {
						this.stage.door.claim(task.getId(), person);
						if (!stays) {
							goes.work().run();
						}
					}));
		}
		Person holder = this.stage.person(task.getAssignee());
		Optional<Absence> absence = this.stage.absences.now(holder.login());
		if (absence.isEmpty() && chance.nextInt(4) > 0) {
			return goes(holder, 0, chance);
		}
		// who takes over from somebody who is there is refused
		String deputy = absence.map(Absence::deputy).orElse(null);
		Person taker = (deputy != null && chance.nextInt(3) > 0) ? this.stage.person(deputy) : person;
		return new Step(taker.login() + " takes over " + task.getTaskDefinitionKey() + " from " + holder.login(),
				as(taker, () -> {
					this.takingOver.takeOver(task.getId(), taker);
					this.takenOver++;
				}));
	}

	/** Whether somebody has taken the task and is away now. */
	boolean isLeftBehind(Task task) {
		return task.getAssignee() != null && this.stage.absences.now(task.getAssignee()).isPresent();
	}

	private List<Task> open(OnePost post) {
		return this.stage.tasks.createTaskQuery().processInstanceId(post.caseId()).list();
	}

	private Step goes(Person person, int days, Random chance) {
		List<Person> deputies = this.acts.deputiesOf(person);
		String deputy = (deputies.isEmpty() || chance.nextInt(3) == 0) ? ""
				: deputies.get(chance.nextInt(deputies.size())).login();
		LocalDate today = LocalDate.ofInstant(this.stage.now(), LondonTime.ZONE);
		Fields typed = Fields.none()
			.with("from", today.toString())
			.with("until", today.plusDays(days).toString())
			.with("deputy", deputy);
		return new Step(person.login() + " goes away" + (deputy.isEmpty() ? "" : ", deputy " + deputy),
				() -> this.acts.enter(typed, person));
	}

	private Runnable as(Person person, Runnable work) {
		return () -> this.stage.as(person, () -> {
			work.run();
			return null;
		});
	}

}
