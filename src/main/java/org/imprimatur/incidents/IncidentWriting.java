package org.imprimatur.incidents;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.imprimatur.kernel.Policy;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Asked;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.TaskAtHand;

import org.springframework.stereotype.Component;

/** Writes what people decided or did about an incident into its record. */
@Component
@Policy({ "CEO", "BOARD", "TRUSTEES", "RESPOND" })
public class IncidentWriting {

	private static final int LONGEST_BECAUSE = 2000;

	private final Incidents incidents;

	private final Clock clock;

	IncidentWriting(Incidents incidents, Clock clock) {
		this.incidents = incidents;
		this.clock = clock;
	}

	/**
	 * Appends what somebody decided at a task.
	 * @param reason may be null
	 * @param fields everything else that was filled in
	 */
	public void record(TaskAtHand task, Enum<?> outcome, String reason, Map<String, List<String>> fields, Asked asked,
			Person person) {
		String because = asked.because();
		this.incidents
			.add(new IncidentAct(null, task.reference(), task.caseId(), task.task(), task.id(), outcome.name(), reason,
					fields, (because.length() > LONGEST_BECAUSE) ? because.substring(0, LONGEST_BECAUSE) : because,
					this.incidents.facts(task.reference()).number(), person.login(), this.clock.instant()));
	}

	/** Appends what somebody did from the page of the incident. */
	public void act(String reference, String act, String outcome, String reason, Map<String, List<String>> fields,
			Person person) {
		this.incidents.add(new IncidentAct(null, reference, null, act, null, outcome, reason, fields, null,
				this.incidents.facts(reference).number(), person.login(), this.clock.instant()));
	}

	/** A time that has come already; null if blank. */
	public Instant past(String field, Fields fields, FieldCheck check, String what) {
		return WrittenFacts.past(field, fields, check, what, this.clock.instant());
	}

}
