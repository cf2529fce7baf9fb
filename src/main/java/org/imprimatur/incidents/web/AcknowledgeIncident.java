package org.imprimatur.incidents.web;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.imprimatur.incidents.Acknowledgement;
import org.imprimatur.incidents.IncidentEscalation;
import org.imprimatur.incidents.IncidentEscalation.Task;
import org.imprimatur.incidents.WrittenFacts;
import org.imprimatur.kernel.Outcome;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Asked;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.TaskAtHand;

import org.springframework.stereotype.Component;

/** Whoever was told takes note in person. */
@Component("acknowledgeIncidentForm")
@Policy("CEO")
class AcknowledgeIncident extends IncidentForm {

	AcknowledgeIncident(Shared shared) {
		super(IncidentEscalation.KEY, Task.ACKNOWLEDGE_INCIDENT, shared);
	}

	@Override
	public Set<String> fields() {
		return Set.of("acknowledged", "instruction");
	}

	@Override
	public List<? extends Outcome> outcomes() {
		return List.of(Acknowledgement.values());
	}

	@Override
	public Map<String, Object> complete(TaskAtHand task, Fields fields, Asked asked, Person person) {
		FieldCheck check = new FieldCheck(fields);
		if (!Set.of("true", "YES", Acknowledgement.ACKNOWLEDGED.name()).contains(fields.value("acknowledged"))) {
			check.problem("acknowledged", "Tick the box once you have read it.");
		}
		String instruction = check.text("instruction", WrittenFacts.LONGEST_REASON, "the instruction");
		check.done();
		writing().record(task, Acknowledgement.ACKNOWLEDGED, null, kept("instruction", instruction), asked, person);
		return IncidentEscalation.ACKNOWLEDGE_INCIDENT.is(Acknowledgement.ACKNOWLEDGED);
	}

}
