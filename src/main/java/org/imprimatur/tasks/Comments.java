package org.imprimatur.tasks;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;

import org.imprimatur.kernel.ItemChanged;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people say to each other about an item: kept with it, never changed. */
@Component
public class Comments {

	private final JdbcClient jdbc;

	private final People people;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Comments(JdbcClient jdbc, People people, ApplicationEventPublisher events, Clock clock) {
		this.events = events;
		this.jdbc = jdbc;
		this.people = people;
		this.clock = clock;
	}

	void add(String reference, String task, String text, Person person) {
		this.jdbc.sql("insert into item_comment (reference, task, text, made_by, made_at) values (?, ?, ?, ?, ?)")
			.params(reference, task, text, person.login(), Timestamp.from(this.clock.instant()))
			.update();
		this.events.publishEvent(new ItemChanged(reference));
	}

	/** The comments on an item, oldest first. */
	public List<Happening> of(String reference) {
		return this.jdbc.sql("select text, made_by, made_at from item_comment where reference = ? order by id")
			.param(reference)
			.query((row, number) -> new Happening(row.getTimestamp(3).toInstant(), this.people.nameOf(row.getString(2)),
					"Comment", row.getString(1)))
			.list();
	}

}
