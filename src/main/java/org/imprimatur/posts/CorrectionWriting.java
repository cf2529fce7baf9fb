package org.imprimatur.posts;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.TaskAtHand;

import org.springframework.stereotype.Component;

/** Writes what people found, decided and did about what is out into its record. */
@Component
@Policy({ "OBJECTS", "APPROVED", "ONE-LOGIN" })
public class CorrectionWriting {

	private final Corrections corrections;

	private final Clock clock;

	CorrectionWriting(Corrections corrections, Clock clock) {
		this.corrections = corrections;
		this.clock = clock;
	}

	/** The correction that a task belongs to. */
	public Correction at(TaskAtHand task) {
		return this.corrections.find(task.caseId())
			.orElseThrow(() -> Refusal.notFound("There is no correction of " + task.reference() + " for you."));
	}

	/** Holds everybody else off the item until the transaction ends. */
	public void lock(String reference) {
		this.corrections.lock(reference);
	}

	/** Appends what somebody found or decided. */
	public void judge(TaskAtHand task, Enum<?> decision, String reason, String object, Person person) {
		this.corrections.add(new CorrectionJudgement(null, task.caseId(), task.task(), task.id(), decision.name(),
				reason, object, person.login(), this.clock.instant()));
	}

	/**
	 * Appends what was done on the account.
	 * @param approved the version whose words stand there now; null if it was removed
	 */
	public void done(TaskAtHand task, CorrectionOutcome done, String what, Instant doneAt, String address,
			String evidence, PostRevision approved, Person person) {
		this.corrections.add(new CorrectionDone(null, task.caseId(), task.id(), done, what, doneAt, address, evidence,
				(approved != null) ? approved.reference() : null, (approved != null) ? approved.number() : null,
				person.login(), this.clock.instant()));
	}

	/** What it is called if the decision is carried out. */
	public CorrectionOutcome asDecided(TaskAtHand task) {
		return (decision(task) == CorrectionDecision.REMOVE) ? CorrectionOutcome.REMOVED : CorrectionOutcome.CORRECTED;
	}

	/** Why the latest decision could not be carried out, if it is to be made again. */
	public Optional<CorrectionJudgement> notDone(TaskAtHand task) {
		return this.corrections.judgement(task.caseId(), PostCorrection.Task.RECORD_CORRECTION);
	}

	/** What was decided. */
	public CorrectionDecision decision(TaskAtHand task) {
		return this.corrections.judgement(task.caseId(), PostCorrection.Task.DECIDE_CORRECTION)
			.map((one) -> CorrectionDecision.valueOf(one.decision()))
			.orElseThrow(() -> Refusal.conflict("Nobody has decided about " + task.reference() + " yet."));
	}

}
