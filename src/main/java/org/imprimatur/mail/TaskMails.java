package org.imprimatur.mail;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.imprimatur.deadlines.PeopleReminded;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.TaskAtHand;
import org.imprimatur.tasks.TaskDoor;
import org.imprimatur.tasks.TaskForm;
import org.imprimatur.tasks.TaskOffered;
import org.imprimatur.tasks.WaitingFor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells people of the tasks that wait for them. That there is something to tell is noted
 * in the transaction of the task; whom, is found out after it, so that nobody who does a
 * task waits for it.
 */
@Component
@Policy({ "APPROVED", "CEO", "BOARD", "TRUSTEES" })
class TaskMails {

	private static final Logger log = LoggerFactory.getLogger(TaskMails.class);

	private static final int MOST = 100;

	private static final Duration LATER = Duration.ofMinutes(5);

	private final JdbcClient jdbc;

	private final Clock clock;

	private final WaitingFor waiting;

	private final TaskDoor door;

	private final MailChoices choices;

	private final Outbox outbox;

	private final TransactionTemplate transaction;

	TaskMails(JdbcClient jdbc, Clock clock, WaitingFor waiting, TaskDoor door, MailChoices choices, Outbox outbox,
			TransactionTemplate transaction) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.waiting = waiting;
		this.door = door;
		this.choices = choices;
		this.outbox = outbox;
		this.transaction = transaction;
	}

	/** That a task's people are to be told, and who brought it about. */
	private record Cause(long id, String taskId, MailKind kind, String acting) {
	}

	@EventListener
	void offered(TaskOffered event) {
		note(event.taskId(), MailKind.TASK);
	}

	@EventListener
	void reminded(PeopleReminded event) {
		note(event.reminder().taskId(), MailKind.REMINDER);
	}

	private void note(String taskId, MailKind kind) {
		Authentication acting = SecurityContextHolder.getContext().getAuthentication();
		this.jdbc.sql("""
				insert into mail_cause (task_id, kind, acting, next_at)
				select :task, :kind, :acting, :now
				where not exists (select 1 from mail_cause where task_id = :task and kind = :kind)""")
			.param("task", taskId)
			.param("kind", kind.name())
			.param("acting", (acting != null) ? acting.getName() : null)
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
	}

	/** Puts the mails for what was noted into the queue. */
	void spread() {
		List<Cause> causes = this.jdbc
			.sql("select id, task_id, kind, acting from mail_cause where next_at <= ? order by id limit " + MOST)
			.param(Timestamp.from(this.clock.instant()))
			.query((row, number) -> new Cause(row.getLong("id"), row.getString("task_id"),
					MailKind.valueOf(row.getString("kind")), row.getString("acting")))
			.list();
		for (Cause cause : causes) {
			try {
				this.transaction.executeWithoutResult((status) -> spread(cause));
			}
			catch (RuntimeException ex) {
				log.warn("The people of task {} could not be told yet; tried again in {}.", cause.taskId(), LATER, ex);
				this.jdbc.sql("update mail_cause set next_at = ? where id = ?")
					.params(Timestamp.from(this.clock.instant().plus(LATER)), cause.id())
					.update();
			}
		}
	}

	private void spread(Cause cause) {
		this.waiting.task(cause.taskId())
			.ifPresent((task) -> this.waiting.people(task)
				.stream()
				.filter((person) -> cause.kind() == MailKind.REMINDER || !person.login().equals(cause.acting()))
				.forEach((person) -> tell(task, cause.kind(), person)));
		this.jdbc.sql("delete from mail_cause where id = ?").param(cause.id()).update();
	}

	private void tell(TaskAtHand task, MailKind kind, Person person) {
		MailChoice choice = isNotice(task) ? MailChoice.AT_ONCE : this.choices.of(person.login());
		if (choice == MailChoice.OFF) {
			return;
		}
		Mail mail = mail(task, kind, person);
		if (choice == MailChoice.DIGEST && kind == MailKind.TASK) {
			this.outbox.addToDigest(mail);
		}
		else {
			this.outbox.add(mail);
		}
	}

	private Mail mail(TaskAtHand task, MailKind kind, Person person) {
		boolean reminder = kind == MailKind.REMINDER;
		String what = task.reference() + ": " + task.name();
		String words = (reminder ? "This task still waits for you." : "A task waits for you.") + "\n"
				+ Optional.ofNullable(task.due())
					.map((due) -> "It is due by " + LondonTime.dateTime(due) + ".")
					.orElse("It has no due time.");
		return new Mail(null, kind.name() + ":" + task.id(), person.login(), kind, task.reference(), task.id(),
				reminder ? "Reminder: " + what : what, words, "/tasks/" + task.id(), this.clock.instant());
	}

	/** Whether the task of this mail still waits for this person. */
	boolean isNeeded(Mail mail) {
		return mail.taskId() == null || this.waiting.task(mail.taskId())
			.filter((task) -> this.waiting.people(task)
				.stream()
				.anyMatch((person) -> person.login().equals(mail.login())))
			.isPresent();
	}

	private boolean isNotice(TaskAtHand task) {
		return this.door.form(task.process(), task.task()).filter(TaskForm::isNotice).isPresent();
	}

}
