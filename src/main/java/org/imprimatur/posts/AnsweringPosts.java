package org.imprimatur.posts;

import java.util.List;

import org.imprimatur.kernel.Policy;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.NamedItems;

import org.springframework.data.domain.Sort;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.stereotype.Component;

/** The posts that answer an incident, for the page of the incident. */
@Component
@Policy("RESPOND")
class AnsweringPosts implements NamedItems {

	private final JdbcAggregateTemplate rows;

	private final PostRecord record;

	private final PostAccess access;

	AnsweringPosts(JdbcAggregateTemplate rows, PostRecord record, PostAccess access) {
		this.rows = rows;
		this.record = record;
		this.access = access;
	}

	@Override
	public boolean mayName(String reference, Person person) {
		return this.access.maySee(reference, person);
	}

	@Override
	public boolean mayOpen(String reference, Person person) {
		return this.access.maySee(reference, person);
	}

	@Override
	public List<Named> naming(String incident, Person person) {
		return this.rows
			.findAll(Query.query(Criteria.where("incident").is(incident)).sort(Sort.by("reference")), PostAnswer.class)
			.stream()
			.map((one) -> new Named(one.reference(),
					mayOpen(one.reference(), person) ? this.record.post(one.reference()).title() : null, one.namedBy(),
					this.record.state(one.reference())))
			.toList();
	}

}
