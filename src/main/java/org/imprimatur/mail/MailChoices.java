package org.imprimatur.mail;

import java.sql.Timestamp;
import java.time.Clock;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What each person has chosen to be told by mail; who has chosen nothing is told at once.
 */
@Component
public class MailChoices {

	private final JdbcClient jdbc;

	private final Clock clock;

	MailChoices(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** What this person has chosen last. */
	public MailChoice of(String login) {
		return this.jdbc.sql("select choice from mail_choice where login = ? order by id desc limit 1")
			.param(login)
			.query(String.class)
			.optional()
			.map(MailChoice::valueOf)
			.orElse(MailChoice.AT_ONCE);
	}

	/** Keeps what a person chooses for themselves. */
	public void choose(String login, MailChoice choice) {
		this.jdbc.sql("insert into mail_choice (login, choice, chosen_at) values (?, ?, ?)")
			.params(login, choice.name(), Timestamp.from(this.clock.instant()))
			.update();
	}

}
