package org.imprimatur.incidents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.imprimatur.history.Difference;
import org.imprimatur.history.Facet;
import org.imprimatur.history.Mark;
import org.imprimatur.history.OnPaper;
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

	private static final Set<String> TEXTS = Set.of("TEXT", "WHAT", "OVERRIDDEN");

	private final JdbcClient jdbc;

	private final Incidents incidents;

	private final IncidentRecord record;

	private final IncidentAccess access;

	private final IncidentPacks packs;

	private final IncidentsOnPaper paper;

	private final IncidentNotes notes;

	IncidentsInHistory(JdbcClient jdbc, Incidents incidents, IncidentRecord record, IncidentAccess access,
			IncidentPacks packs, IncidentsOnPaper paper, IncidentNotes notes) {
		this.notes = notes;
		this.paper = paper;
		this.packs = packs;
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
		List<Fact> facts = this.jdbc.sql(IncidentsFoundBy.FACTS)
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
		marks.addAll(this.notes.marks(reference));
		boolean reported = facts.stream().anyMatch((fact) -> fact.sort().equals("REPORTED"));
		marks.add(new Mark(Facet.KEPT, IncidentEscalation.KEY + "/" + (reported ? "REPORTED" : "ORDINARY")));
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
	public boolean hidesSmallNumbers() {
		return true;
	}

	@Override
	public boolean isRestricted(String reference) {
		return this.incidents.find(reference).isPresent() && this.incidents.facts(reference).isRestricted();
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
	public List<Difference> differences(String reference) {
		List<IncidentFacts> all = this.incidents.revisions(reference);
		List<Difference> differences = new ArrayList<>();
		for (int i = 1; i < all.size(); i++) {
			Map<String, String> old = written(all.get(i - 1));
			Map<String, String> now = written(all.get(i));
			Set<String> labels = new LinkedHashSet<>(now.keySet());
			labels.addAll(old.keySet());
			differences.add(new Difference(
					"Version " + all.get(i).number() + " compared with version " + all.get(i - 1).number(),
					labels.stream()
						.flatMap((label) -> Difference.Field.of(label, old.get(label), now.get(label)).stream())
						.toList()));
		}
		return differences;
	}

	private Map<String, String> written(IncidentFacts facts) {
		Map<String, String> written = new LinkedHashMap<>();
		written.put("What happened", facts.what());
		written.putAll(this.record.rows(facts));
		return written;
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
	public Map<String, String> packs(String reference, Person person) {
		return this.packs.isFor(reference, person)
				? Map.of("Serious-incident pack", "/history/" + reference + "/serious-incident-pack") : Map.of();
	}

	@Override
	public OnPaper onPaper(String reference) {
		return this.paper.of(reference);
	}

	@Override
	public String state(String reference) {
		return this.record.state(reference);
	}

	@Override
	public Map<String, String> outcomesOfRules() {
		return IncidentNotes.names();
	}

	@Override
	public Map<String, String> endings() {
		Map<String, String> endings = new LinkedHashMap<>();
		endings.put(IncidentEscalation.Ending.INCIDENT_CLOSED.id(), "Incident closed");
		endings.put(IncidentEscalation.Ending.INCIDENT_HANDLED.id(), "Incident handled");
		return endings;
	}

}
