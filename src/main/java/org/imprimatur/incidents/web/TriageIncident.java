package org.imprimatur.incidents.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.imprimatur.incidents.Assessment;
import org.imprimatur.incidents.Assessments;
import org.imprimatur.incidents.Entity;
import org.imprimatur.incidents.IncidentEscalation;
import org.imprimatur.incidents.IncidentEscalation.Task;
import org.imprimatur.incidents.IncidentFacts;
import org.imprimatur.incidents.IncidentRules;
import org.imprimatur.incidents.Response;
import org.imprimatur.incidents.Risk;
import org.imprimatur.incidents.Severity;
import org.imprimatur.incidents.Triage;
import org.imprimatur.kernel.Outcome;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Asked;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.TaskAtHand;

import org.springframework.stereotype.Component;

/** Somebody who is not involved says how much harm an incident may do. */
@Component("triageIncidentForm")
@Policy({ "CEO", "BOARD", "RESPOND" })
class TriageIncident extends IncidentForm {

	private final Triage triage;

	private final Assessments assessments;

	private final IncidentRules rules;

	private final FactChoices choices;

	TriageIncident(Shared shared, Triage triage, Assessments assessments, IncidentRules rules, FactChoices choices) {
		super(IncidentEscalation.KEY, Task.TRIAGE_INCIDENT, shared);
		this.triage = triage;
		this.assessments = assessments;
		this.rules = rules;
		this.choices = choices;
	}

	@Override
	public Set<String> fields() {
		return Triage.FIELDS;
	}

	@Override
	public List<? extends Outcome> outcomes() {
		return List.of(Risk.values());
	}

	@Override
	public Fields initial(TaskAtHand task, Person person) {
		return this.triage.initial(task.reference());
	}

	@Override
	public Map<String, Object> page(TaskAtHand task, Fields fields, Person person) {
		Map<String, Object> page = super.page(task, fields, person);
		page.putAll(suggestions(task.reference()));
		return page;
	}

	/** What the rules make of the facts, and what can be chosen. */
	Map<String, Object> suggestions(String reference) {
		IncidentFacts facts = incidents().facts(reference);
		Map<String, Object> page = new HashMap<>(this.choices.forPage());
		page.put("suggested", this.rules.risk(facts));
		page.put("boards", this.rules.boards(facts));
		page.put("risks", List.of(Risk.values()));
		page.put("severities", List.of(Severity.values()));
		page.put("entityOptions", List.of(Entity.values()));
		page.put("responses", List.of(Response.values()));
		page.put("multipart", true);
		return page;
	}

	@Override
	public Map<String, Object> complete(TaskAtHand task, Fields fields, Asked asked, Person person) {
		Assessment assessment = this.triage.assess(task.reference(), task.id(), fields, person);
		return IncidentEscalation.TRIAGE_INCIDENT.is(assessment.risk());
	}

	@Override
	public void completed(TaskAtHand task, Fields fields, Person person) {
		this.assessments.follow(task.reference());
	}

}
