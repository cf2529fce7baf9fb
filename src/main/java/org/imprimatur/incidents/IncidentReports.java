package org.imprimatur.incidents;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.imprimatur.kernel.Policy;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.StartForm.Asked;
import org.imprimatur.tasks.StartForm.Started;
import org.imprimatur.tasks.StartForm.Which;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes up what somebody reports. Anybody who is signed in may, and what happened is all
 * that has to be said.
 */
@Component
@Policy({ "SAFE", "CEO" })
public class IncidentReports {

	private final Incidents incidents;

	private final IncidentEscalations engine;

	private final IncidentRules rules;

	private final WrittenFacts written;

	private final Duties duties;

	private final Clock clock;

	IncidentReports(Incidents incidents, IncidentEscalations engine, IncidentRules rules, WrittenFacts written,
			Duties duties, Clock clock) {
		this.incidents = incidents;
		this.engine = engine;
		this.rules = rules;
		this.written = written;
		this.duties = duties;
		this.clock = clock;
	}

	/**
	 * Reports an incident. The clock for a breach of personal data begins with it where
	 * nobody can rule one out.
	 * @param startKey the same key again gives the same incident
	 * @throws org.imprimatur.kernel.InvalidFields if something has to be typed
	 * differently; nothing has begun
	 */
	@Transactional
	public Started report(Fields fields, String startKey, Person person) {
		this.incidents.lockReports();
		Optional<Incident> before = this.incidents.byStartKey(startKey)
			.filter((one) -> one.reportedBy().equals(person.login()));
		if (before.isPresent()) {
			String reference = before.get().reference();
			return new Started(reference, this.incidents.cases(reference).get(0).caseId());
		}
		FieldCheck check = new FieldCheck(fields);
		IncidentFacts draft = this.written.report("", fields, person, check);
		List<String> files = this.written.files(fields, person, check);
		check.done();
		String reference = this.incidents.nextReference();
		IncidentFacts facts = new IncidentFacts(null, reference, 1, draft.what(), draft.account(), draft.url(),
				draft.seenAt(), draft.affected(), draft.personalData(), draft.immediateDanger(), draft.concerns(),
				draft.subjects(), draft.post(), draft.awareAt(), draft.awareHow(), null, person.login(),
				draft.recordedAt());
		this.incidents.add(new Incident(reference, startKey, person.login(), this.clock.instant()));
		this.incidents.add(facts);
		files.forEach((file) -> this.incidents
			.add(new IncidentFile(null, reference, file, person.login(), this.clock.instant())));
		String caseId = this.engine.reported(facts, this.rules.risk(facts).answer());
		this.incidents.add(new IncidentCase(caseId, reference, IncidentEscalation.KEY, this.clock.instant()));
		this.duties.begin(reference);
		return new Started(reference, caseId);
	}

	/** The latest this person reported, the newest first. */
	public List<Incident> by(Person person, Asked asked) {
		return this.incidents.reportedBy(person.login())
			.stream()
			.filter((one) -> !this.incidents.facts(one.reference()).subjectLogins().contains(person.login()))
			.filter((one) -> asked.which() == Which.ALL || (asked.which() == Which.ENDED) == isEnded(one.reference()))
			.filter((one) -> asked.before() == null || one.reportedAt().isBefore(asked.before())
					|| (one.reportedAt().equals(asked.before()) && one.reference().compareTo(asked.reference()) < 0))
			.limit(asked.most())
			.toList();
	}

	/** Whether every case about it has ended. */
	public boolean isEnded(String reference) {
		return this.incidents.cases(reference).stream().noneMatch(this.incidents::isOpen);
	}

}
