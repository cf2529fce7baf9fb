package org.imprimatur.incidents.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.imprimatur.incidents.Relevance;
import org.imprimatur.incidents.SeriousIncidentDecision;
import org.imprimatur.incidents.SeriousIncidentDecision.Task;
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
 * The chair, or who stands in, says whether the incident may matter to the Commission.
 */
@Component("assessRelevanceForm")
@Policy("TRUSTEES")
class AssessRelevance extends TrusteesForm {

	AssessRelevance(Shared shared, Panel panel) {
		super(Task.ASSESS_RELEVANCE, shared, panel);
	}

	@Override
	public Set<String> fields() {
		return Set.of("decision", "reason");
	}

	@Override
	public List<? extends Outcome> outcomes() {
		return List.of(Relevance.values());
	}

	@Override
	public Optional<String> askedBesides(TaskAtHand task) {
		return standIn(task);
	}

	@Override
	public Map<String, Object> complete(TaskAtHand task, Fields fields, Asked asked, Person person) {
		FieldCheck check = new FieldCheck(fields);
		Relevance decision = check.choice("decision", Relevance.class,
				"Choose whether it may matter to the Charity Commission.");
		String reason = check.required("reason", WrittenFacts.LONGEST_REASON, "the reason",
				"Enter why you say so. “Not relevant” needs a reason as well.");
		check.done();
		known().keep(task);
		writing().record(task, decision, reason, kept(), asked, person);
		return SeriousIncidentDecision.ASSESS_RELEVANCE.is(decision);
	}

}
