package org.imprimatur.incidents.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.imprimatur.incidents.Briefed;
import org.imprimatur.incidents.IncidentEscalation;
import org.imprimatur.incidents.IncidentEscalation.Task;
import org.imprimatur.incidents.WrittenFacts;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Outcome;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Asked;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.TaskAtHand;

import org.springframework.stereotype.Component;

/** The secretary of the Trust's Board writes what everybody who decides reads. */
@Component("prepareIncidentBriefForm")
@Policy({ "BOARD", "TRUSTEES" })
class PrepareIncidentBrief extends IncidentForm {

	/** The five things that an incident can harm, in the order of the form. */
	private static final List<String> IMPACTS = List.of("impactPeople", "impactFinances", "impactOperations",
			"impactAssets", "impactReputation");

	private static final List<String> TEXTS = List.of("otherAgencies", "agencyReferences", "mediaLines", "prevention");

	PrepareIncidentBrief(Shared shared) {
		super(IncidentEscalation.KEY, Task.PREPARE_INCIDENT_BRIEF, shared);
	}

	@Override
	public Set<String> fields() {
		Set<String> fields = new TreeSet<>(IMPACTS);
		fields.addAll(TEXTS);
		fields.add("occurredAt");
		return fields;
	}

	@Override
	public List<? extends Outcome> outcomes() {
		return List.of(Briefed.values());
	}

	@Override
	public Map<String, Object> complete(TaskAtHand task, Fields fields, Asked asked, Person person) {
		FieldCheck check = new FieldCheck(fields);
		Instant occurredAt = writing().past("occurredAt", fields, check, "when it happened");
		if (occurredAt == null && !check.hasProblem("occurredAt")) {
			check.problem("occurredAt", "Enter when it happened, as well as you know.");
		}
		List<Object> rest = new ArrayList<>();
		for (String impact : IMPACTS) {
			rest.add(impact);
			rest.add(check.required(impact, WrittenFacts.LONGEST_REASON, "this harm",
					"Enter what it does to this, or that it does nothing."));
		}
		for (String text : TEXTS) {
			rest.add(text);
			rest.add(check.text(text, WrittenFacts.LONGEST_REASON, "this part"));
		}
		check.done();
		rest.add(0, LondonTime.iso(occurredAt));
		rest.add(0, "occurredAt");
		writing().record(task, Briefed.WRITTEN, null, kept(rest.toArray()), asked, person);
		return IncidentEscalation.PREPARE_INCIDENT_BRIEF.is(Briefed.WRITTEN);
	}

}
