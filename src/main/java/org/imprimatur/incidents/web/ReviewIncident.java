package org.imprimatur.incidents.web;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.imprimatur.incidents.IncidentEscalation;
import org.imprimatur.incidents.IncidentEscalation.Task;
import org.imprimatur.incidents.PolicyReview;
import org.imprimatur.incidents.WrittenFacts;
import org.imprimatur.kernel.Outcome;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Asked;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.TaskAtHand;

import org.springframework.stereotype.Component;

/**
 * What is learnt from an incident, and whether the policy itself is looked at again.
 */
@Component("reviewIncidentForm")
@Policy({ "REVIEW", "CEO" })
class ReviewIncident extends IncidentForm {

	ReviewIncident(Shared shared) {
		super(IncidentEscalation.KEY, Task.REVIEW_INCIDENT, shared);
	}

	@Override
	public Set<String> fields() {
		return Set.of("lessons", "actions", "policyReview", "reason");
	}

	@Override
	public List<? extends Outcome> outcomes() {
		return List.of(PolicyReview.values());
	}

	@Override
	public Map<String, Object> complete(TaskAtHand task, Fields fields, Asked asked, Person person) {
		FieldCheck check = new FieldCheck(fields);
		String lessons = check.required("lessons", WrittenFacts.LONGEST_TEXT, "what was learnt",
				"Enter what is to be learnt from it, or that there is nothing.");
		String actions = check.required("actions", WrittenFacts.LONGEST_TEXT, "what is done",
				"Enter what is done about it and by whom, one a line, or that nothing is.");
		PolicyReview review = check.choice("policyReview", PolicyReview.class,
				"Choose whether the policy has to be reviewed.");
		String reason = check.required("reason", WrittenFacts.LONGEST_REASON, "the reason",
				"Enter why the policy has to be reviewed, or why not.");
		check.done();
		writing().record(task, review, reason, kept("lessons", lessons, "actions", actions), asked, person);
		return IncidentEscalation.REVIEW_INCIDENT.is(review);
	}

}
