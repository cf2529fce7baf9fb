package org.imprimatur.incidents.web;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.imprimatur.incidents.IncidentAction;
import org.imprimatur.incidents.IncidentActions;
import org.imprimatur.incidents.IncidentEscalation;
import org.imprimatur.incidents.IncidentEscalation.Task;
import org.imprimatur.incidents.PolicyReview;
import org.imprimatur.incidents.WrittenFacts;
import org.imprimatur.kernel.Outcome;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.People;
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

	private final IncidentActions actions;

	private final People people;

	ReviewIncident(Shared shared, IncidentActions actions, People people) {
		super(IncidentEscalation.KEY, Task.REVIEW_INCIDENT, shared);
		this.actions = actions;
		this.people = people;
	}

	@Override
	public Set<String> fields() {
		return Set.of("lessons", "actions", "owners", "dues", "policyReview", "reason");
	}

	@Override
	public List<? extends Outcome> outcomes() {
		return List.of(PolicyReview.values());
	}

	@Override
	public Map<String, Object> page(TaskAtHand task, Fields fields, Person person) {
		Map<String, Object> page = super.page(task, fields, person);
		page.put("actionRows", IncidentActions.shown(fields));
		page.put("everybody", this.people.everybody().values());
		return page;
	}

	@Override
	public Map<String, Object> complete(TaskAtHand task, Fields fields, Asked asked, Person person) {
		FieldCheck check = new FieldCheck(fields);
		String lessons = check.required("lessons", WrittenFacts.LONGEST_TEXT, "what was learnt",
				"Enter what is to be learnt from it, or that there is nothing.");
		List<IncidentAction> agreed = this.actions.read(task, fields, person, check);
		PolicyReview review = check.choice("policyReview", PolicyReview.class,
				"Choose whether the policy has to be reviewed.");
		String reason = check.required("reason", WrittenFacts.LONGEST_REASON, "the reason",
				"Enter why the policy has to be reviewed, or why not.");
		check.done();
		writing().record(task, review, reason, kept("lessons", lessons, "actions", this.actions.agreed(agreed)), asked,
				person);
		return IncidentEscalation.REVIEW_INCIDENT.is(review);
	}

}
