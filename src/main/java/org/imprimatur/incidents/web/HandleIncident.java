package org.imprimatur.incidents.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.imprimatur.incidents.Assessments;
import org.imprimatur.incidents.Handling;
import org.imprimatur.incidents.IncidentEscalation;
import org.imprimatur.incidents.IncidentEscalation.Task;
import org.imprimatur.incidents.Origin;
import org.imprimatur.incidents.WrittenFacts;
import org.imprimatur.kernel.ModelName;
import org.imprimatur.kernel.Outcome;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Asked;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.TaskAtHand;

import org.springframework.stereotype.Component;

/** Somebody deals with an incident without significant risk, or finds it significant. */
@Component("handleIncidentForm")
@Policy({ "RESPOND", "CEO" })
class HandleIncident extends IncidentForm {

	private final Assessments assessments;

	private final ReplyOffer reply;

	HandleIncident(Shared shared, Assessments assessments, ReplyOffer reply) {
		super(IncidentEscalation.KEY, Task.HANDLE_INCIDENT, shared);
		this.assessments = assessments;
		this.reply = reply;
	}

	@Override
	public Set<String> fields() {
		return Set.of("decision", "reason");
	}

	@Override
	public List<? extends Outcome> outcomes() {
		return List.of(Handling.values());
	}

	@Override
	public Optional<ModelName> askedBy() {
		return Optional.of(IncidentEscalation.Decision.TRIAGE_COURSE);
	}

	@Override
	public Map<String, Object> page(TaskAtHand task, Fields fields, Person person) {
		Map<String, Object> page = super.page(task, fields, person);
		page.put("mayReply", this.reply.mayPropose(person));
		return page;
	}

	@Override
	public Map<String, Object> complete(TaskAtHand task, Fields fields, Asked asked, Person person) {
		FieldCheck check = new FieldCheck(fields);
		Handling decision = check.choice("decision", Handling.class,
				"Choose whether it can be closed or is significant.");
		String reason = check.required("reason", WrittenFacts.LONGEST_REASON, "the reason",
				"Enter what was done and why this follows. Closing is a decision, too.");
		check.done();
		writing().record(task, decision, reason, kept(), asked, person);
		if (decision == Handling.ESCALATE) {
			this.assessments
				.record(this.assessments.raised(task.reference(), Origin.ESCALATED, task.id(), reason, person.login()));
		}
		return IncidentEscalation.HANDLE_INCIDENT.is(decision);
	}

	@Override
	public void completed(TaskAtHand task, Fields fields, Person person) {
		this.assessments.follow(task.reference());
	}

}
