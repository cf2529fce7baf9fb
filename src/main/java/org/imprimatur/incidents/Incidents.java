package org.imprimatur.incidents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.imprimatur.kernel.ItemChanged;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Sort;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything known, judged and done about incidents. Rows are only ever added. */
@Component
@Policy({ "CEO", "BOARD", "TRUSTEES", "SAFE" })
public class Incidents {

	private static final TypeReference<Map<String, List<String>>> FIELDS = new TypeReference<>() {
	};

	private static final String ACTS = """
			select id, reference, case_id, task, task_id, outcome, reason, fields, because, facts, done_by, done_at
			from incident_act""";

	private final JdbcAggregateTemplate rows;

	private final JdbcClient jdbc;

	private final ObjectMapper json;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Incidents(JdbcAggregateTemplate rows, JdbcClient jdbc, ObjectMapper json, ApplicationEventPublisher events,
			Clock clock) {
		this.events = events;
		this.rows = rows;
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	public Optional<Incident> find(String reference) {
		return Optional.ofNullable(this.rows.findById(reference, Incident.class));
	}

	/**
	 * The incident of this reference.
	 * @throws Refusal 404 if there is none
	 */
	public Incident get(String reference) {
		return find(reference).orElseThrow(() -> Refusal.notFound("There is no item " + reference + " for you."));
	}

	Optional<Incident> byStartKey(String startKey) {
		return this.rows.findOne(Query.query(Criteria.where("startKey").is(startKey)), Incident.class);
	}

	/** References of all that have an open case, the oldest first. */
	public List<String> open() {
		return this.jdbc.sql("""
				select distinct c.reference from incident_case c where not exists
				(select 1 from incident_case_ending e where e.case_id = c.case_id) order by c.reference""")
			.query(String.class)
			.list();
	}

	/** References of those whose latest assessment was made in this time. */
	public List<String> assessedBetween(Instant from, Instant to) {
		return this.jdbc.sql("""
				select reference from assessment where assessed_at >= ? and assessed_at < ? and id in
				(select max(id) from assessment group by reference) order by id""")
			.params(Timestamp.from(from), Timestamp.from(to))
			.query(String.class)
			.list();
	}

	/** The latest that this person reported, the newest first, at most 500. */
	List<Incident> reportedBy(String login) {
		return this.rows.findAll(Query.query(Criteria.where("reportedBy").is(login))
			.sort(Sort.by("reportedAt", "reference").descending())
			.limit(500), Incident.class);
	}

	/** References of those for which this person was asked for the reply. */
	List<String> askedForReply(String login) {
		return this.jdbc.sql(ACTS + " where task = ? order by id")
			.param(IncidentDeed.ASK_FOR_REPLY.path())
			.query(this::act)
			.list()
			.stream()
			.filter((act) -> act.value("person").equals(login))
			.map(IncidentAct::reference)
			.distinct()
			.toList();
	}

	/** The cases of the engine about it, the oldest first. */
	public List<IncidentCase> cases(String reference) {
		return of(reference, IncidentCase.class, "begunAt");
	}

	/** Whether this case is still open. */
	public boolean isOpen(IncidentCase one) {
		return ending(one.caseId()).isEmpty();
	}

	public Optional<IncidentCaseEnding> ending(String caseId) {
		return Optional.ofNullable(this.rows.findById(caseId, IncidentCaseEnding.class));
	}

	/** What is known now. */
	public IncidentFacts facts(String reference) {
		List<IncidentFacts> all = revisions(reference);
		return all.get(all.size() - 1);
	}

	/** Every version of what is known, the oldest first. */
	public List<IncidentFacts> revisions(String reference) {
		return of(reference, IncidentFacts.class, "number");
	}

	/** How serious it is held to be now; empty if nobody has said. */
	public Optional<Assessment> assessment(String reference) {
		return assessments(reference).stream().reduce((first, second) -> second);
	}

	/** Every assessment, the oldest first. */
	public List<Assessment> assessments(String reference) {
		return of(reference, Assessment.class, "id");
	}

	public List<IncidentDuty> duties(String reference) {
		return of(reference, IncidentDuty.class, "id");
	}

	public List<IncidentLook> looks(String reference) {
		return of(reference, IncidentLook.class, "id");
	}

	List<String> files(String reference) {
		return of(reference, IncidentFile.class, "id").stream().map(IncidentFile::file).toList();
	}

	/** The incidents that this file belongs to. */
	List<String> withFile(String file) {
		return this.rows.findAll(Query.query(Criteria.where("file").is(file)), IncidentFile.class)
			.stream()
			.map(IncidentFile::reference)
			.toList();
	}

	/** Everything else people recorded, the oldest first. */
	public List<IncidentAct> acts(String reference) {
		return this.jdbc.sql(ACTS + " where reference = ? order by id").param(reference).query(this::act).list();
	}

	/** The latest that was recorded at this task of this case. */
	public Optional<IncidentAct> last(String caseId, String task) {
		return this.jdbc.sql(ACTS + " where case_id = ? and task = ? order by id desc limit 1")
			.params(caseId, task)
			.query(this::act)
			.optional();
	}

	/** Whether somebody recorded something at this task about this incident. */
	public boolean isDone(String reference, String task) {
		return acts(reference).stream().anyMatch((act) -> act.task().equals(task));
	}

	/** Holds everybody else off this incident until the transaction ends. */
	public void lock(String reference) {
		this.jdbc.sql("select reference from incident where reference = ? for update")
			.param(reference)
			.query(String.class)
			.optional();
	}

	/** Of two people who report at once the second waits here. */
	void lockReports() {
		this.jdbc.sql("update reference_number set last_number = 0 where prefix = 'INC' and in_year = 0").update();
	}

	/**
	 * The next free reference of this year in London, such as {@code INC-2026-000001}.
	 */
	String nextReference() {
		int year = ZonedDateTime.ofInstant(this.clock.instant(), LondonTime.ZONE).getYear();
		if (this.jdbc
			.sql("update reference_number set last_number = last_number + 1 where prefix = 'INC' and in_year = ?")
			.param(year)
			.update() == 0) {
			this.jdbc.sql("insert into reference_number (prefix, in_year, last_number) values ('INC', ?, 1)")
				.param(year)
				.update();
		}
		return "INC-%d-%06d".formatted(year,
				this.jdbc.sql("select last_number from reference_number where prefix = 'INC' and in_year = ?")
					.param(year)
					.query(Integer.class)
					.single());
	}

	<T> T add(T row) {
		return this.rows.insert(row);
	}

	/** Appends what somebody recorded. */
	public void add(IncidentAct act) {
		this.jdbc.sql("""
				insert into incident_act (reference, case_id, task, task_id, outcome, reason, fields, because, facts,
				done_by, done_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
			.params(act.reference(), act.caseId(), act.task(), act.taskId(), act.outcome(), act.reason(),
					written(act.fields()), act.because(), act.facts(), act.doneBy(), Timestamp.from(act.doneAt()))
			.update();
		this.events.publishEvent(new ItemChanged(act.reference()));
	}

	private <T> List<T> of(String reference, Class<T> type, String order) {
		return this.rows.findAll(Query.query(Criteria.where("reference").is(reference)).sort(Sort.by(order)), type);
	}

	private IncidentAct act(ResultSet row, int number) throws SQLException {
		return new IncidentAct(row.getLong("id"), row.getString("reference"), row.getString("case_id"),
				row.getString("task"), row.getString("task_id"), row.getString("outcome"), row.getString("reason"),
				read(row.getString("fields")), row.getString("because"), row.getInt("facts"), row.getString("done_by"),
				row.getTimestamp("done_at").toInstant());
	}

	private Map<String, List<String>> read(String fields) {
		try {
			return this.json.readValue(fields, FIELDS);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("A row of incident_act cannot be read", ex);
		}
	}

	private String written(Map<String, List<String>> fields) {
		try {
			return this.json.writeValueAsString(fields);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("The fields could not be kept", ex);
		}
	}

}
