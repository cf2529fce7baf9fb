package org.imprimatur.mail;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.imprimatur.operating.Figure;
import org.imprimatur.operating.Figures;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How the mail gets on, for a monitor: what waits, for how long, and what never went out.
 */
@Component
class MailFigures implements Figures {

	private static final Duration WEEK = Duration.ofDays(7);

	private final JdbcClient jdbc;

	private final Outbox outbox;

	MailFigures(JdbcClient jdbc, Outbox outbox) {
		this.jdbc = jdbc;
		this.outbox = outbox;
	}

	@Override
	public List<Figure> at(Instant now) {
		Timestamp oldest = this.jdbc
			.sql("select min(m.made_at) from mail m join mail_waiting w on w.mail_id = m.id where not w.digest")
			.query(Timestamp.class)
			.optional()
			.orElse(null);
		int missed = this.jdbc
			.sql("select count(*) from mail_try where tried_at > ? and outcome in ("
					+ "'REFUSED', 'GIVEN_UP', 'NOT_KNOWN', 'NO_ADDRESS')")
			.param(Timestamp.from(now.minus(WEEK)))
			.query(Integer.class)
			.single();
		return List.of(Figure.of("mails_waiting", "Mails that wait to be sent.", this.outbox.waiting()),
				Figure.of("mail_oldest_seconds", "How long the oldest mail has waited.",
						(oldest != null) ? Duration.between(oldest.toInstant(), now).toSeconds() : 0),
				Figure.of("mails_missed", "Mails of the last seven days that did not get through for sure.", missed));
	}

}
