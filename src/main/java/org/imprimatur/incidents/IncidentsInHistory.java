package org.imprimatur.incidents;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.imprimatur.history.Facet;
import org.imprimatur.history.Mark;
import org.imprimatur.history.RecordedItem;
import org.imprimatur.history.RecordedItems;
import org.imprimatur.history.Shown;
import org.imprimatur.history.Sign;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Happening;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Incidents as the history finds them, for those who deal with them; to whom an incident
 * is about, no search shows that it exists.
 */
@Component
@Policy({ "PERSONAL", "SAFE" })
class IncidentsInHistory implements RecordedItems {

	private static final String EVERYBODY = "incidents";

	private static final String LEADERS = "significant-incidents";

	private static final String TOLD = "told-";

	private static final String FACTS = """
			select 'INCIDENT' as sort, cast(null as varchar) as said, reported_at as at from incident where reference = :item
			union all select 'PERSON', reported_by, null from incident where reference = :item
			union all select 'PERSON', recorded_by, null from incident_facts where reference = :item
			union all select 'WHAT', what, recorded_at from incident_facts where reference = :item
			union all select 'TEXT', url, null from incident_facts where reference = :item
			union all select 'TEXT', aware_how, null from incident_facts where reference = :item
			union all select 'TEXT', why, null from incident_facts where reference = :item
			union all select 'TEXT', post, null from incident_facts where reference = :item
			union all select 'ACCOUNT', account, recorded_at from incident_facts where reference = :item
			union all select 'SUBJECTS', subjects, null from incident_facts where reference = :item
			union all select 'PERSON', assessed_by, null from assessment where reference = :item
			union all select 'RISK', risk, null from assessment where reference = :item
			union all select 'ENTITIES', entities, assessed_at from assessment where reference = :item
			union all select 'OVERRIDDEN', risk_reason, null from assessment where reference = :item
			and assessed_by is not null and (entities_reason is not null
			or (suggested = 'SIGNIFICANT' and risk <> 'SIGNIFICANT') or (suggested = 'LOW' and risk = 'NONE'))
			union all select 'TEXT', risk_reason, null from assessment where reference = :item
			union all select 'TEXT', response_reason, null from assessment where reference = :item
			union all select 'PERSON', done_by, null from incident_act where reference = :item
			union all select 'TEXT', reason, null from incident_act where reference = :item
			union all select 'OVERRIDDEN', reason, null from incident_act where reference = :item
			and (fields like '%"againstMajorityReason"%' or fields like '%"agreedBy"%')
			union all select 'TOLD', person, null from incident_duty where reference = :item and duty = 'PERSON_TOLD'
			union all select 'TOLD', member, null from board_notice where reference = :item
			union all select 'CASE', process, begun_at from incident_case where reference = :item
			union all select 'ENDED', e.ending, e.ended_at from incident_case_ending e join incident_case c
			on c.case_id = e.case_id where c.reference = :item
			union all select 'TEXT', text, null from item_comment where reference = :item""";

	private static final Set<String> TEXTS = Set.of("TEXT", "WHAT", "OVERRIDDEN");

	private final JdbcClient jdbc;

	private final Incidents incidents;

	private final IncidentRecord record;

	private final IncidentAccess access;

	IncidentsInHistory(JdbcClient jdbc, Incidents incidents, IncidentRecord record, IncidentAccess access) {
		this.jdbc = jdbc;
		this.incidents = incidents;
		this.record = record;
		this.access = access;
	}

	@Override
	public String feature() {
		return "incidents";
	}

	@Override
	public String name() {
		return "Incidents";
	}

	private record Fact(String sort, String said, Instant at) {
	}

	@Override
	public Optional<RecordedItem> item(String reference) {
		List<Fact> facts = this.jdbc.sql(FACTS)
			.param("item", reference)
			.query((row, number) -> new Fact(row.getString(1), row.getString(2),
					(row.getTimestamp(3) != null) ? row.getTimestamp(3).toInstant() : null))
			.list();
		boolean here = facts.stream().anyMatch((fact) -> fact.sort().equals("WHAT"));
		return here ? Optional.of(item(reference, facts)) : Optional.empty();
	}

	private RecordedItem item(String reference, List<Fact> facts) {
		Set<Mark> marks = new LinkedHashSet<>();
		StringBuilder text = new StringBuilder();
		Map<String, Fact> latest = new LinkedHashMap<>();
		int open = 0;
		Instant ended = null;
		for (Fact fact : facts) {
			if (fact.at() != null) {
				latest.merge(fact.sort(), fact, (one, other) -> other.at().isBefore(one.at()) ? one : other);
			}
			switch (fact.sort()) {
				case "CASE" -> open++;
				case "ENDED" -> {
					open--;
					ended = fact.at();
				}
				case "OVERRIDDEN" -> marks.add(Sign.OVERRIDDEN.mark());
				case "RISK" -> {
					if (fact.said().equals(Risk.SIGNIFICANT.name())) {
						marks.add(new Mark(Facet.AUDIENCE, LEADERS));
					}
				}
				default -> person(fact, marks);
			}
			if (fact.said() != null && TEXTS.contains(fact.sort())) {
				text.append(fact.said()).append('\n');
			}
		}
		marks.add(new Mark(Facet.AUDIENCE, EVERYBODY));
		Fact account = latest.get("ACCOUNT");
		if (account != null && account.said() != null) {
			marks.add(new Mark(Facet.ACCOUNT, account.said()));
		}
		if (latest.containsKey("ENTITIES")) {
			IncidentFacts.list(latest.get("ENTITIES").said())
				.forEach((entity) -> marks.add(new Mark(Facet.ENTITY, entity)));
		}
		if (this.incidents.facts(reference).isRestricted()) {
			marks.add(Sign.RESTRICTED.mark());
		}
		boolean isEnded = open == 0 && ended != null;
		return new RecordedItem(reference, feature(), this.record.title(reference), latest.get("INCIDENT").at(),
				isEnded ? latest.get("ENDED").at() : null, isEnded ? ending(facts) : null,
				(account != null && account.said() != null) ? account.said() : "", marks, text.toString());
	}

	private static void person(Fact fact, Set<Mark> marks) {
		if (fact.said() == null) {
			return;
		}
		switch (fact.sort()) {
			case "PERSON" -> marks.add(new Mark(Facet.PERSON, fact.said()));
			case "TOLD" -> {
				marks.add(new Mark(Facet.PERSON, fact.said()));
				marks.add(new Mark(Facet.AUDIENCE, TOLD + fact.said()));
			}
			case "SUBJECTS" ->
				IncidentFacts.list(fact.said()).forEach((subject) -> marks.add(new Mark(Facet.HIDDEN, subject)));
			default -> {
			}
		}
	}

	/** How the escalation ended; whatever ended beside it does not count. */
	private static String ending(List<Fact> facts) {
		return facts.stream()
			.filter((fact) -> fact.sort().equals("ENDED"))
			.map(Fact::said)
			.filter((ending) -> ending.startsWith("incident-"))
			.findFirst()
			.orElse("cancelled");
	}

	@Override
	public List<String> referencesAfter(String after, int most) {
		return this.jdbc.sql("select reference from incident where reference > ? order by reference limit ?")
			.params(after, most)
			.query(String.class)
			.list();
	}

	@Override
	public Set<Mark> audience(Person person) {
		Set<Mark> marks = new LinkedHashSet<>();
		if (IncidentAccess.readsAll(person)) {
			marks.add(new Mark(Facet.AUDIENCE, EVERYBODY));
		}
		if (IncidentAccess.readsSignificant(person)) {
			marks.add(new Mark(Facet.AUDIENCE, LEADERS));
		}
		if (!marks.isEmpty() || person.isIn("managers")) {
			marks.add(new Mark(Facet.AUDIENCE, TOLD + person.login()));
		}
		return marks;
	}

	@Override
	public Set<Mark> ofEntity(String entity) {
		return Set.of(new Mark(Facet.ENTITY, entity));
	}

	@Override
	public boolean maySee(String reference, Person person) {
		return this.access.maySee(reference, person);
	}

	@Override
	public void looked(String reference, String place, Person person) {
		this.access.looked(reference, place, person);
	}

	@Override
	public List<Happening> happened(String reference) {
		return this.record.happened(reference);
	}

	@Override
	public Map<String, Shown> shown(String reference) {
		Map<String, Shown> shown = new LinkedHashMap<>();
		this.jdbc
			.sql("""
					select task_id, because, facts from incident_act where reference = :item and task_id is not null
					union all select task_id, null, facts from assessment where reference = :item and task_id is not null""")
			.param("item", reference)
			.query((row) -> {
				shown.put(row.getString(1), new Shown(row.getString(2), row.getInt(3)));
			});
		return shown;
	}

	@Override
	public String state(String reference) {
		return this.record.state(reference);
	}

	@Override
	public Map<String, String> endings() {
		Map<String, String> endings = new LinkedHashMap<>();
		endings.put(IncidentEscalation.Ending.INCIDENT_CLOSED.id(), "Incident closed");
		endings.put(IncidentEscalation.Ending.INCIDENT_HANDLED.id(), "Incident handled");
		return endings;
	}

}
