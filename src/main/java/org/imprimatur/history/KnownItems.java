package org.imprimatur.history;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.imprimatur.security.Person;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether there is an item, and whether it is open, without what it says. */
@Component
public class KnownItems {

	private final List<RecordedItems> features;

	private final JdbcClient jdbc;

	KnownItems(List<RecordedItems> features, JdbcClient jdbc) {
		this.features = features;
		this.jdbc = jdbc;
	}

	/** Whether there is such an item for this person, whom it may be about. */
	public boolean exists(String reference, Person person) {
		return isThere(reference, "not", Set.of(new Mark(Facet.HIDDEN, person.login())));
	}

	/** Whether the item belongs to this entity, TRUST or SECTION, alone or jointly. */
	public boolean isOf(String reference, String entity) {
		Set<Mark> marks = this.features.stream()
			.flatMap((feature) -> feature.ofEntity(entity).stream())
			.collect(Collectors.toSet());
		return !marks.isEmpty() && isThere(reference, "", marks);
	}

	private boolean isThere(String reference, String not, Set<Mark> marks) {
		return !this.jdbc
			.sql("select i.number from history_item i where i.reference = :reference and " + not
					+ " exists (select 1 from history_mark m where m.number = i.number and m.mark in (:marks))")
			.param("reference", reference)
			.param("marks", marks.stream().map(Mark::id).toList())
			.query(Long.class)
			.list()
			.isEmpty();
	}

	/** Those of these references about which anything is still open, in their order. */
	public Set<String> open(Collection<String> references) {
		Set<String> open = new TreeSet<>();
		references.forEach((reference) -> this.jdbc
			.sql("select reference from history_item where reference = ? and ended_at is null")
			.param(reference)
			.query(String.class)
			.optional()
			.ifPresent(open::add));
		return open;
	}

	/**
	 * Whether there is such an item; whoever asks goes on alone with it until the end of
	 * the transaction.
	 */
	public boolean lock(String reference) {
		return !this.jdbc.sql("select number from history_item where reference = ? for update")
			.param(reference)
			.query(Long.class)
			.list()
			.isEmpty();
	}

}
