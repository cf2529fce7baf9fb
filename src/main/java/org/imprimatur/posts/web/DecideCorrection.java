package org.imprimatur.posts.web;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.imprimatur.kernel.Outcome;
import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.CorrectionDecision;
import org.imprimatur.posts.CorrectionJudgement;
import org.imprimatur.posts.PostCorrection;
import org.imprimatur.posts.PostCorrection.Task;
import org.imprimatur.posts.PostWriting;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Asked;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.TaskAtHand;

import org.springframework.stereotype.Component;

/** Somebody who neither wrote nor posted it decides what happens to what is out. */
@Component("decideCorrectionForm")
@Policy("APPROVED")
class DecideCorrection extends CorrectionForm {

	DecideCorrection(Shared shared) {
		super(Task.DECIDE_CORRECTION, shared);
	}

	@Override
	public Set<String> fields() {
		return Set.of("decision", "reason");
	}

	@Override
	public List<? extends Outcome> outcomes() {
		return List.of(CorrectionDecision.values());
	}

	@Override
	public Map<String, Object> page(TaskAtHand task, Fields fields, Person person) {
		Map<String, Object> page = super.page(task, fields, person);
		page.put("notDone", writing().notDone(task).map(CorrectionJudgement::reason).orElse(null));
		return page;
	}

	@Override
	public Map<String, Object> complete(TaskAtHand task, Fields fields, Asked asked, Person person) {
		FieldCheck check = new FieldCheck(fields);
		CorrectionDecision decision = check.choice("decision", CorrectionDecision.class,
				"Choose whether it stays, is corrected or is removed.");
		String reason = check.required("reason", PostWriting.LONGEST_REASON, "the reason",
				"Enter why you decide so. A decision to keep it needs a reason as well.");
		check.done();
		writing().judge(task, decision, reason, null, person);
		return PostCorrection.DECIDE_CORRECTION.is(decision);
	}

}
