package org.imprimatur.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every mail and what came of it. A mail is put here in the transaction of its cause, so
 * that there is no cause without its mail and no mail without its cause.
 */
@Component
public class Outbox {

	private static final String COLUMNS = "m.id, m.cause, m.login, m.kind, m.reference, m.task_id, m.subject, m.words, m.path, m.made_at";

	private static final int LONGEST_ANSWER = 500;

	private final JdbcClient jdbc;

	private final Clock clock;

	Outbox(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Puts the mail into the queue, within the caller's transaction, unless this person
	 * has one for the same cause.
	 * @return whether it is new
	 */
	public boolean add(Mail mail) {
		return add(mail, false);
	}

	/** For the mail of the day, with everything else of the day. */
	boolean addToDigest(Mail mail) {
		return add(mail, true);
	}

	private boolean add(Mail mail, boolean digest) {
		// two nodes at the same moment meet the unique constraint; the later finds it
		// next time
		boolean added = this.jdbc.sql("""
				insert into mail (cause, login, kind, reference, task_id, subject, words, path, made_at)
				select ?, ?, ?, ?, ?, ?, ?, ?, ?
				where not exists (select 1 from mail where cause = ? and login = ?)""")
			.params(mail.cause(), mail.login(), mail.kind().name(), mail.reference(), mail.taskId(), mail.subject(),
					mail.words(), mail.path(), Timestamp.from(mail.madeAt()), mail.cause(), mail.login())
			.update() == 1;
		if (added) {
			this.jdbc.sql("""
					insert into mail_waiting (mail_id, next_at, tries, digest)
					select id, ?, 0, ? from mail where cause = ? and login = ?""")
				.params(Timestamp.from(mail.madeAt()), digest, mail.cause(), mail.login())
				.update();
		}
		return added;
	}

	/** The mails that can be tried now, the oldest first. */
	List<Mail> due(int most) {
		return this.jdbc
			.sql("select " + COLUMNS + " from mail m join mail_waiting w on w.mail_id = m.id"
					+ " where w.taken_at is null and not w.digest and w.next_at <= :now"
					+ " order by w.next_at, m.id limit :most")
			.param("now", now())
			.param("most", most)
			.query(Outbox::mail)
			.list();
	}

	/** The mails that wait for this person's mail of the day. */
	List<Mail> forDigest(String login) {
		return this.jdbc
			.sql("select " + COLUMNS + " from mail m join mail_waiting w on w.mail_id = m.id"
					+ " where w.digest and m.login = :login order by m.id")
			.param("login", login)
			.query(Outbox::mail)
			.list();
	}

	/** The mails that this mail of a day stands for. */
	List<Mail> inDigest(Mail digest) {
		return this.jdbc
			.sql("select " + COLUMNS + " from mail m join mail_try t on t.mail_id = m.id"
					+ " where m.login = :login and t.outcome = 'IN_DIGEST' and t.answer = :cause order by m.id")
			.param("login", digest.login())
			.param("cause", digest.cause())
			.query(Outbox::mail)
			.list();
	}

	/** The people for whom something waits for the mail of the day. */
	List<String> forDigest() {
		return this.jdbc
			.sql("select distinct m.login from mail m join mail_waiting w on w.mail_id = m.id where w.digest"
					+ " order by m.login")
			.query(String.class)
			.list();
	}

	/**
	 * Takes a mail out of everybody else's reach before it is sent.
	 * @return whether it is ours to send
	 */
	@Transactional
	public boolean take(Mail mail) {
		return this.jdbc.sql("update mail_waiting set taken_at = ? where mail_id = ? and taken_at is null")
			.params(now(), mail.id())
			.update() == 1;
	}

	/** Records what came of it; the mail leaves the queue. */
	@Transactional
	public void finish(Mail mail, MailOutcome outcome, String answer) {
		this.jdbc.sql("delete from mail_waiting where mail_id = ?").param(mail.id()).update();
		tried(mail.id(), outcome, answer, null);
	}

	/** Records that it could not be sent now, and tries again later. */
	@Transactional
	public void putOff(Mail mail, Duration pause, String answer) {
		this.jdbc.sql("update mail_waiting set taken_at = null, tries = tries + 1, next_at = ? where mail_id = ?")
			.params(Timestamp.from(this.clock.instant().plus(pause)), mail.id())
			.update();
		tried(mail.id(), MailOutcome.PUT_OFF, answer, null);
	}

	/** Gives a mail back that was taken and not tried. */
	@Transactional
	public void giveBack(Mail mail) {
		this.jdbc.sql("update mail_waiting set taken_at = null where mail_id = ?").param(mail.id()).update();
	}

	/** How often it was put off so far. */
	int tries(Mail mail) {
		return this.jdbc.sql("select tries from mail_waiting where mail_id = ?")
			.param(mail.id())
			.query(Integer.class)
			.single();
	}

	/**
	 * Whatever was taken before that time was being sent when its program ended: nobody
	 * knows whether it arrived, so it is not sent again by itself.
	 */
	@Transactional
	public void foundTakenBefore(Instant time) {
		for (Mail mail : this.jdbc
			.sql("select " + COLUMNS + " from mail m join mail_waiting w on w.mail_id = m.id where w.taken_at < :time")
			.param("time", Timestamp.from(time))
			.query(Outbox::mail)
			.list()) {
			finish(mail, MailOutcome.NOT_KNOWN, "Imprimatur stopped while it was being sent.");
		}
	}

	/**
	 * Puts a mail that was not sent for sure into the queue once more.
	 * @return false if there is nothing to send again, also because somebody else was
	 * first
	 */
	@Transactional
	public boolean again(Mail mail, String askedBy) {
		// of two people at once the second waits here and then finds what the first did
		this.jdbc.sql("select id from mail where id = ? for update").param(mail.id()).query(Long.class).single();
		boolean missed = tries(mail.id()).stream()
			.reduce((first, last) -> last)
			.filter((last) -> last.outcome().isMissed())
			.isPresent();
		if (missed) {
			this.jdbc.sql("insert into mail_waiting (mail_id, next_at, tries, digest) values (?, ?, 0, false)")
				.params(mail.id(), now())
				.update();
			tried(mail.id(), MailOutcome.AGAIN, "", askedBy);
		}
		return missed;
	}

	public Optional<Mail> find(long id) {
		return this.jdbc.sql("select " + COLUMNS + " from mail m where m.id = ?")
			.param(id)
			.query(Outbox::mail)
			.optional();
	}

	/** The newest mails, the newest first. */
	public List<Mail> newest(int most) {
		return this.jdbc.sql("select " + COLUMNS + " from mail m order by m.id desc limit ?")
			.param(most)
			.query(Outbox::mail)
			.list();
	}

	/**
	 * The mails about an item, those for a mail of the day left out, the oldest first.
	 */
	public List<Mail> of(String reference) {
		return this.jdbc
			.sql("select " + COLUMNS + " from mail m where m.reference = ? and not exists (select 1 from mail_waiting w"
					+ " where w.mail_id = m.id and w.digest) order by m.id")
			.param(reference)
			.query(Outbox::mail)
			.list();
	}

	/** What came of a mail, the oldest first. */
	public List<MailTry> tries(long mailId) {
		return this.jdbc
			.sql("select mail_id, tried_at, outcome, answer, asked_by from mail_try where mail_id = ? order by id")
			.param(mailId)
			.query((row, number) -> new MailTry(row.getLong("mail_id"), row.getTimestamp("tried_at").toInstant(),
					MailOutcome.valueOf(row.getString("outcome")), row.getString("answer"), row.getString("asked_by")))
			.list();
	}

	/** How many mails wait to be sent, those for a mail of the day left out. */
	public int waiting() {
		return this.jdbc.sql("select count(*) from mail_waiting where not digest").query(Integer.class).single();
	}

	private void tried(long mailId, MailOutcome outcome, String answer, String askedBy) {
		String words = answer.replace("\u0000", "");
		this.jdbc.sql("insert into mail_try (mail_id, tried_at, outcome, answer, asked_by) values (?, ?, ?, ?, ?)")
			.params(mailId, now(), outcome.name(),
					(words.length() <= LONGEST_ANSWER) ? words : words.substring(0, LONGEST_ANSWER), askedBy)
			.update();
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

	private static Mail mail(ResultSet row, int number) throws SQLException {
		return new Mail(row.getLong("id"), row.getString("cause"), row.getString("login"),
				MailKind.valueOf(row.getString("kind")), row.getString("reference"), row.getString("task_id"),
				row.getString("subject"), row.getString("words"), row.getString("path"),
				row.getTimestamp("made_at").toInstant());
	}

}
