package org.imprimatur.posts;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.imprimatur.kernel.Policy;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.NamedItems;

import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.stereotype.Component;

/**
 * The incident that a post answers. Whoever may know of the incident sees it named; to
 * everybody else, and to whom it is about, the post is a post like any other.
 */
@Component
@Policy({ "RESPOND", "PERSONAL" })
public class PostAnswers {

	/** The field that names the incident. */
	public static final String FIELD = "incident";

	private final JdbcAggregateTemplate rows;

	private final List<NamedItems> items;

	private final Clock clock;

	PostAnswers(JdbcAggregateTemplate rows, List<NamedItems> items, Clock clock) {
		this.rows = rows;
		this.items = items;
		this.clock = clock;
	}

	/**
	 * The incident of a post for somebody who may know of it.
	 *
	 * @param mayOpen whether that person may open its page
	 */
	public record Answered(String incident, boolean mayOpen) {
	}

	/**
	 * What a post begins with that answers this incident; empty if there is none for the
	 * person.
	 */
	public Optional<Fields> from(String incident, Person person) {
		return mayName(incident, person)
				? Optional.of(Fields.none().with(FIELD, incident).with("kind", Kind.REPLY.name())) : Optional.empty();
	}

	/** The same words for an incident that is not there and for one that is kept. */
	void check(Fields fields, Person person, FieldCheck check) {
		String incident = check.text(FIELD, 32, "the reference of the incident");
		if (incident != null && !check.hasProblem(FIELD) && !mayName(incident, person)) {
			check.problem(FIELD, "There is no incident " + incident
					+ " that you may name. Check the reference with whoever asked you for the reply, or leave it out.");
		}
	}

	/** Keeps which incident the new post answers. */
	void record(String reference, Fields fields, Person person) {
		String incident = fields.value(FIELD);
		if (!incident.isEmpty()) {
			this.rows.insert(new PostAnswer(reference, incident, person.login(), this.clock.instant()));
		}
	}

	/** The incident that a post answers, for those only who may know of it. */
	public Optional<Answered> of(String reference, Person person) {
		return Optional.ofNullable(this.rows.findById(reference, PostAnswer.class))
			.map(PostAnswer::incident)
			.filter((incident) -> mayName(incident, person))
			.map((incident) -> new Answered(incident,
					this.items.stream().anyMatch((one) -> one.mayOpen(incident, person))));
	}

	private boolean mayName(String incident, Person person) {
		return incident.matches("INC-\\d{4}-\\d{6}")
				&& this.items.stream().anyMatch((one) -> one.mayName(incident, person));
	}

}
