package org.imprimatur.incidents;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.imprimatur.incidents.IncidentRules.Suggested;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.security.Away;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;

import org.springframework.stereotype.Component;

/**
 * Begins what has to be done about an incident: compares what its facts and its last
 * assessment ask for with what has begun. Whoever asks, and however often, each duty
 * begins once; none is ended by a lower risk.
 */
@Component
@Policy({ "CEO", "BOARD", "TRUSTEES" })
public class Duties {

	private final Incidents incidents;

	private final IncidentEscalations engine;

	private final IncidentRules rules;

	private final People people;

	private final Away away;

	private final Clock clock;

	Duties(Incidents incidents, IncidentEscalations engine, IncidentRules rules, People people, Away away,
			Clock clock) {
		this.incidents = incidents;
		this.engine = engine;
		this.rules = rules;
		this.people = people;
		this.away = away;
		this.clock = clock;
	}

	/** Begins every duty that is due and has not begun. */
	void begin(String reference) {
		IncidentFacts facts = this.incidents.facts(reference);
		Optional<Assessment> assessment = this.incidents.assessment(reference);
		boolean breach = facts.personalData() != Fact.NO
				|| assessment.filter((one) -> one.personalDataBreach() != Fact.NO).isPresent();
		if (breach) {
			begin(reference, Duty.BREACH_CLOCK, "", (facts.personalData() == Fact.YES) ? "Personal data is concerned."
					: "Nobody can rule out yet that personal data is concerned.");
		}
		if (assessment.filter(Assessment::isSignificant).isPresent()) {
			String cause = "The risk is significant: " + assessment.get().riskReason();
			tellFirst(reference, facts);
			begin(reference, Duty.BRIEF, "", cause);
			for (Entity entity : Entity.values()) {
				if (assessment.get().entityCodes().contains(entity.name())) {
					begin(reference, (entity == Entity.TRUST) ? Duty.TRUST_BOARD : Duty.SECTION_BOARD, "", cause);
				}
			}
			begin(reference, Duty.TRUSTEES, "", cause);
		}
	}

	/** The deputies are told as well, never instead, when nobody took note in time. */
	public void tellDeputies(String reference) {
		IncidentFacts facts = this.incidents.facts(reference);
		for (Person deputy : this.people.inGroup("ceo-deputies")) {
			if (!facts.subjectLogins().contains(deputy.login())) {
				begin(reference, Duty.PERSON_TOLD, deputy.login(),
						"Whoever was told first has not taken note in time.");
			}
		}
	}

	private void tellFirst(String reference, IncidentFacts facts) {
		Suggested<String> inform = this.rules.inform(facts, areAllSubjects("ceo", facts),
				areAllSubjects("trustees-chair", facts));
		List<Person> told = new ArrayList<>(notSubjects(inform.answer(), facts));
		if (told.isEmpty()) {
			told.addAll(notSubjects("trustees", facts));
		}
		if (told.isEmpty()) {
			throw Refusal.conflict(
					"Nobody can be told of " + reference + ": the group “" + this.people.nameOfGroup(inform.answer())
							+ "” has no member who is not concerned. Ask an administrator to name one.");
		}
		told.forEach((person) -> begin(reference, Duty.PERSON_TOLD, person.login(), inform.reason()));
		if (told.stream().allMatch((person) -> this.away.isAway(person.login()))) {
			tellDeputies(reference);
		}
	}

	private void begin(String reference, Duty duty, String person, String cause) {
		boolean begun = this.incidents.duties(reference)
			.stream()
			.anyMatch((one) -> one.duty() == duty && one.person().equals(person));
		if (begun) {
			return;
		}
		IncidentCase open = this.incidents.cases(reference)
			.stream()
			.filter((one) -> one.process().equals(IncidentEscalation.KEY) && this.incidents.isOpen(one))
			.reduce((first, second) -> second)
			.orElseThrow(() -> Refusal.conflict(reference + " has no open case. See /items/" + reference + "."));
		this.incidents.add(new IncidentDuty(null, reference, duty, person, cause, this.clock.instant()));
		Map<String, Object> remembered = new HashMap<>();
		if (duty == Duty.PERSON_TOLD) {
			remembered.putAll(IncidentEscalation.PERSON.is(person));
		}
		this.engine.begin(open.caseId(), duty, remembered);
	}

	private boolean areAllSubjects(String group, IncidentFacts facts) {
		List<Person> members = this.people.inGroup(group);
		return members.isEmpty()
				|| members.stream().allMatch((person) -> facts.subjectLogins().contains(person.login()));
	}

	private List<Person> notSubjects(String group, IncidentFacts facts) {
		return this.people.inGroup(group)
			.stream()
			.filter((person) -> !facts.subjectLogins().contains(person.login()))
			.toList();
	}

}
