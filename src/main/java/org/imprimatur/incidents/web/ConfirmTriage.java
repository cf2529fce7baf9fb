package org.imprimatur.incidents.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.imprimatur.incidents.Assessments;
import org.imprimatur.incidents.IncidentEscalation;
import org.imprimatur.incidents.IncidentEscalation.Task;
import org.imprimatur.incidents.Origin;
import org.imprimatur.incidents.TriageConfirmation;
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

/** A second person agrees to a risk below the suggestion, or raises it. */
@Component("confirmTriageForm")
@Policy("CEO")
class ConfirmTriage extends IncidentForm {

	private final Assessments assessments;

	ConfirmTriage(Shared shared, Assessments assessments) {
		super(IncidentEscalation.KEY, Task.CONFIRM_TRIAGE, shared);
		this.assessments = assessments;
	}

	@Override
	public Set<String> fields() {
		return Set.of("decision", "reason");
	}

	@Override
	public List<? extends Outcome> outcomes() {
		return List.of(TriageConfirmation.values());
	}

	@Override
	public Optional<ModelName> askedBy() {
		return Optional.of(IncidentEscalation.Decision.TRIAGE_CONFIRMATION);
	}

	@Override
	public Map<String, Object> complete(TaskAtHand task, Fields fields, Asked asked, Person person) {
		FieldCheck check = new FieldCheck(fields);
		TriageConfirmation decision = check.choice("decision", TriageConfirmation.class,
				"Choose whether you agree to the lower risk.");
		String reason = check.required("reason", WrittenFacts.LONGEST_REASON, "the reason",
				"Enter why you agree, or why you raise it.");
		check.done();
		writing().record(task, decision, reason, kept(), asked, person);
		if (decision == TriageConfirmation.RAISED) {
			this.assessments
				.record(this.assessments.raised(task.reference(), Origin.CONFIRMED, task.id(), reason, person.login()));
		}
		return IncidentEscalation.CONFIRM_TRIAGE.is(decision);
	}

	@Override
	public void completed(TaskAtHand task, Fields fields, Person person) {
		this.assessments.follow(task.reference());
	}

}
