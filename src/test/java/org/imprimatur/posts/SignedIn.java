package org.imprimatur.posts;

import java.util.function.Supplier;

import org.camunda.bpm.engine.task.Task;
import org.imprimatur.security.Door;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Fields;

/** A person of the demo who has signed in, and what that person finds open. */
abstract class SignedIn {

	final Stage stage;

	final Person person;

	SignedIn(Stage stage, Person person) {
		this.stage = stage;
		this.person = person;
	}

	final String login() {
		return this.person.login();
	}

	/** Something done past our own pages, straight at the engine. */
	final Attempt triesPastTheDoor(Runnable work) {
		return Attempt.at(this.stage, () -> as(() -> {
			work.run();
			return null;
		}));
	}

	final <T> T as(Supplier<T> work) {
		return this.stage.as(this.person, work);
	}

	/** The engine's id of the one open task of this sort. */
	final String open(OnePost post, PostApproval.Task task) {
		Task open = Door.through(() -> this.stage.tasks.createTaskQuery()
			.processInstanceId(post.caseId())
			.taskDefinitionKey(task.id())
			.singleResult());
		if (open == null) {
			throw new AssertionError(post.reference() + " is not at " + task.id() + "; it went " + post.trail());
		}
		return open.getId();
	}

	/** The engine's id of the one open task of this sort for this account. */
	final String open(OnePost post, PostApproval.Task task, String account) {
		return Door.through(() -> this.stage.tasks.createTaskQuery()
			.processInstanceId(post.caseId())
			.taskDefinitionKey(task.id())
			.list()
			.stream()
			.map(Task::getId)
			.filter((id) -> account.equals(this.stage.tasks.getVariable(id, "account")))
			.findFirst()
			.orElseThrow(() -> new AssertionError(
					post.reference() + " is not at " + task.id() + " for " + account + "; it went " + post.trail())));
	}

	static Fields typed(String... fields) {
		Fields typed = Fields.none();
		for (int i = 0; i < fields.length; i += 2) {
			typed = typed.with(fields[i], fields[i + 1]);
		}
		return typed;
	}

}
