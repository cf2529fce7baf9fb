package org.imprimatur.incidents;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.imprimatur.incidents.SeriousIncidentDecision.Task;
import org.imprimatur.incidents.TrusteesCount.View;
import org.imprimatur.kernel.Policy;

import org.springframework.data.domain.Sort;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * What the Trustees were told, asked, said, decided and knew, case by case. Rows are only
 * ever added.
 */
@Component
@Policy("TRUSTEES")
public class TrusteesRecord {

	/** The act by which a Trustee asks for a decision after all. */
	public static final String CALL_IN = "call-in";

	/** The act by which a new fact opens the question again. */
	public static final String REOPEN = "reopen";

	private final JdbcAggregateTemplate rows;

	private final Incidents incidents;

	private final TrusteesConcerned concerned;

	private final SeriousIncidentDecisions engine;

	private final Clock clock;

	TrusteesRecord(JdbcAggregateTemplate rows, Incidents incidents, TrusteesConcerned concerned,
			SeriousIncidentDecisions engine, Clock clock) {
		this.rows = rows;
		this.incidents = incidents;
		this.concerned = concerned;
		this.engine = engine;
		this.clock = clock;
	}

	/** The latest relevance that was recorded in this case. */
	public Optional<Relevance> relevance(String caseId) {
		return this.incidents.last(caseId, Task.ASSESS_RELEVANCE.id()).map((act) -> Relevance.valueOf(act.outcome()));
	}

	public Optional<IncidentAct> callIn(String caseId) {
		return this.incidents.last(caseId, CALL_IN);
	}

	/** Whether this case is one for the Trustees: found relevant, or called in. */
	public boolean isPutToTrustees(String caseId) {
		return relevance(caseId).filter((found) -> found == Relevance.RELEVANT).isPresent()
				|| callIn(caseId).isPresent();
	}

	/** The latest decision that was recorded in this case. */
	public Optional<IncidentAct> decision(String caseId) {
		return this.incidents.last(caseId, Task.RECORD_TRUSTEES_DECISION.id());
	}

	public boolean isDecided(String caseId, TrusteesDecision decision) {
		return decision(caseId).filter((act) -> act.outcome().equals(decision.name())).isPresent();
	}

	/** Each report of this case to the Charity Commission, the oldest first. */
	public List<IncidentAct> reports(String reference, String caseId) {
		return acts(reference, caseId, Task.SUBMIT_SERIOUS_INCIDENT_REPORT);
	}

	/** Logins of the Trustees who have declared a conflict in this case. */
	public Set<String> conflicted(String reference, String caseId) {
		return conflictedBefore(reference, caseId, null);
	}

	/**
	 * The same, without what is being declared at this task: it ends by that person's
	 * act.
	 * @param taskId the engine's id of the task; null for all
	 */
	Set<String> conflictedBefore(String reference, String caseId, String taskId) {
		Set<String> conflicted = new TreeSet<>();
		Stream
			.concat(acts(reference, caseId, Task.GIVE_VIEW).stream(),
					acts(reference, caseId, Task.ASSESS_RELEVANCE).stream())
			.filter((act) -> act.outcome().equals(TrusteeView.NO_VIEW.name())
					|| act.outcome().equals(Relevance.CONFLICT_DECLARED.name()))
			.filter((act) -> !act.taskId().equals(taskId))
			.forEach((act) -> conflicted.add(act.doneBy()));
		return conflicted;
	}

	public Optional<TrusteesRound> round(String caseId) {
		return Optional.ofNullable(this.rows.findById(caseId, TrusteesRound.class));
	}

	/**
	 * The views of this case, counted; empty if nobody has been asked yet. Whom the
	 * incident turned out to concern is neither counted nor missing.
	 */
	public Optional<TrusteesCount> count(String reference, String caseId) {
		return round(caseId).map((round) -> {
			Map<String, View> views = new LinkedHashMap<>();
			acts(reference, caseId, Task.GIVE_VIEW).forEach((act) -> views.putIfAbsent(act.doneBy(),
					new View(act.doneBy(), TrusteeView.valueOf(act.outcome()), act.reason())));
			List<String> missing = new ArrayList<>(round.askedLogins());
			missing.removeAll(views.keySet());
			missing.removeIf((login) -> this.concerned.isConcerned(reference, login));
			Map<Boolean, List<View>> said = views.values()
				.stream()
				.collect(Collectors.partitioningBy((view) -> this.concerned.isConcerned(reference, view.login())));
			return new TrusteesCount(said.get(false), said.get(true), missing, this.engine.quorum(round.inOffice()),
					round.inOffice());
		});
	}

	/** Whether nobody is waited for any more: quorum, all answers, or time. */
	public boolean areViewsClosed(String reference, String caseId) {
		return count(reference, caseId)
			.filter((count) -> count.hadQuorum() || count.isComplete()
					|| !this.clock.instant().isBefore(round(caseId).orElseThrow().closesAt()))
			.isPresent();
	}

	public List<TrusteeNotice> notices(String caseId) {
		return this.rows.findAll(Query.query(Criteria.where("caseId").is(caseId)).sort(Sort.by("id")),
				TrusteeNotice.class);
	}

	/** What this Trustee was told and can still call in. */
	List<TrusteeNotice> noticesTo(String trustee) {
		Instant now = this.clock.instant();
		return this.rows
			.findAll(Query.query(Criteria.where("trustee").is(trustee).and("callInUntil").greaterThan(now))
				.sort(Sort.by("callInUntil")), TrusteeNotice.class)
			.stream()
			.filter((notice) -> callIn(notice.caseId()).isEmpty())
			.filter((notice) -> this.engine.waitsForCallIn(notice.caseId()))
			.toList();
	}

	/** What was known at each decision about this incident, the oldest first. */
	public List<TrusteesKnowledge> known(String reference) {
		return this.rows.findAll(Query.query(Criteria.where("reference").is(reference)).sort(Sort.by("id")),
				TrusteesKnowledge.class);
	}

	/** The cases of the Trustees about this incident, the oldest first. */
	public List<IncidentCase> cases(String reference) {
		return this.incidents.cases(reference)
			.stream()
			.filter((one) -> one.process().equals(SeriousIncidentDecision.KEY))
			.toList();
	}

	<T> T add(T row) {
		return this.rows.insert(row);
	}

	private List<IncidentAct> acts(String reference, String caseId, Task task) {
		return this.incidents.acts(reference)
			.stream()
			.filter((act) -> caseId.equals(act.caseId()) && act.task().equals(task.id()))
			.toList();
	}

}
