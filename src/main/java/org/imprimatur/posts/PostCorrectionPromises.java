package org.imprimatur.posts;

import java.util.List;

import org.imprimatur.kernel.ModelName;
import org.imprimatur.kernel.Promise;
import org.imprimatur.kernel.Promises;
import org.imprimatur.posts.PostApproval.Decision;
import org.imprimatur.posts.PostCorrection.Ending;
import org.imprimatur.posts.PostCorrection.Task;

import org.springframework.stereotype.Component;

import static org.imprimatur.kernel.Promise.after;
import static org.imprimatur.kernel.Promise.answer;
import static org.imprimatur.kernel.Promise.before;

/** What went out without its checks is checked, and what was decided is carried out. */
@Component
class PostCorrectionPromises implements Promises {

	@Override
	public String process() {
		return PostCorrection.KEY;
	}

	@Override
	public List<Promise> promises() {
		return List.of(
				after("OBJECTS",
						answer("went-out-approved", PostCorrection.APPROVAL.name(),
								PostCorrection.Approval.MISSING.name()),
						Decision.OBJECTS_CHECK.id()),
				before("OBJECTS", Task.DECIDE_CORRECTION.id())
					.where(answer(Decision.OBJECTS_CHECK, PostCorrection.OBJECTS_CHECK, ObjectsCheck.REQUIRED,
							ObjectsCheck.BLOCKED))
					.needs(Promise.passing(Task.CHECK_AFTER_THE_FACT.id())),
				before("APPROVED", Ending.CORRECTION_KEPT.id())
					.needs(answer(Task.DECIDE_CORRECTION, PostCorrection.DECIDE_CORRECTION, CorrectionDecision.KEEP))
					.since(Task.DECIDE_CORRECTION.id()),
				before("APPROVED", Task.RECORD_CORRECTION.id())
					.needs(answer(Task.DECIDE_CORRECTION, PostCorrection.DECIDE_CORRECTION, CorrectionDecision.CORRECT,
							CorrectionDecision.REMOVE))
					.since(Task.DECIDE_CORRECTION.id()),
				before("APPROVED", Ending.CORRECTION_CORRECTED.id())
					.needs(answer(Task.RECORD_CORRECTION, PostCorrection.RECORD_CORRECTION,
							CorrectionOutcome.CORRECTED))
					.since(Task.RECORD_CORRECTION.id()),
				before("APPROVED", Ending.CORRECTION_REMOVED.id())
					.needs(answer(Task.RECORD_CORRECTION, PostCorrection.RECORD_CORRECTION, CorrectionOutcome.REMOVED))
					.since(Task.RECORD_CORRECTION.id()));
	}

	@Override
	public List<? extends ModelName> endedByPeopleOnly() {
		return List.of(Task.values());
	}

}
