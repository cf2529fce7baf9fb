package org.imprimatur.posts;

import java.util.Optional;
import java.util.function.Predicate;

import org.imprimatur.kernel.ModelName;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.posts.PostCorrection.Ending;
import org.imprimatur.posts.PostCorrection.Task;
import org.imprimatur.security.StepGuard;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * No correction comes to a step or an ending that its record does not bear out, whatever
 * moved the case there: no decision without the check that was asked for, nothing to
 * carry out without a decision, and no ending without what it says.
 */
@Configuration(proxyBeanMethods = false)
@Policy({ "APPROVED", "OBJECTS" })
class CorrectionGuards {

	@Bean
	StepGuard decideCorrectionGuard(Corrections corrections) {
		return new Guard(Task.DECIDE_CORRECTION, corrections, (correction) -> {
			boolean checked = corrections.judgement(correction.caseId(), Task.CHECK_AFTER_THE_FACT).isPresent();
			return checked || correction.objectsCheck().equals(PostCorrection.Approval.GIVEN.name())
					|| correction.objectsCheck().equals(ObjectsCheck.NOT_REQUIRED.name());
		}, "has to be checked against the Charity's objects before anybody decides");
	}

	@Bean
	StepGuard recordCorrectionGuard(Corrections corrections) {
		return new Guard(Task.RECORD_CORRECTION, corrections,
				(correction) -> decided(corrections, correction, CorrectionDecision.CORRECT)
						|| decided(corrections, correction, CorrectionDecision.REMOVE),
				"has not been decided: nobody has said that it is to be corrected or removed");
	}

	@Bean
	StepGuard correctionKeptGuard(Corrections corrections) {
		return new Guard(Ending.CORRECTION_KEPT, corrections,
				(correction) -> decided(corrections, correction, CorrectionDecision.KEEP),
				"may not end as kept: nobody has decided to keep it");
	}

	@Bean
	StepGuard correctionCorrectedGuard(Corrections corrections) {
		return new Guard(Ending.CORRECTION_CORRECTED, corrections,
				(correction) -> done(corrections, correction, CorrectionOutcome.CORRECTED)
						&& decided(corrections, correction, CorrectionDecision.CORRECT),
				"may not end as corrected: nobody has recorded a correction that was decided");
	}

	@Bean
	StepGuard correctionRemovedGuard(Corrections corrections) {
		return new Guard(Ending.CORRECTION_REMOVED, corrections,
				(correction) -> done(corrections, correction, CorrectionOutcome.REMOVED)
						&& decided(corrections, correction, CorrectionDecision.REMOVE),
				"may not end as removed: nobody has recorded a removal that was decided");
	}

	private static boolean decided(Corrections corrections, Correction correction, CorrectionDecision decision) {
		return corrections.judgement(correction.caseId(), Task.DECIDE_CORRECTION)
			.filter((one) -> one.decision().equals(decision.name()))
			.isPresent();
	}

	private static boolean done(Corrections corrections, Correction correction, CorrectionOutcome outcome) {
		return corrections.done(correction.caseId()).filter((one) -> one.done() == outcome).isPresent();
	}

	/** One step and what its record has to say. */
	private record Guard(ModelName name, Corrections corrections, Predicate<Correction> holds,
			String otherwise) implements StepGuard {

		@Override
		public String process() {
			return PostCorrection.KEY;
		}

		@Override
		public String step() {
			return this.name.id();
		}

		@Override
		public void check(At at) {
			String reference = at.reference();
			Optional<Correction> correction = this.corrections.find(at.caseId());
			// while it is being begun there is no row yet, and the rules send it the
			// right way
			boolean beginning = correction.isEmpty() && this.name == Task.DECIDE_CORRECTION;
			if (!beginning && correction.filter(this.holds).isEmpty()) {
				throw Refusal.conflict(
						"The correction of " + reference + " " + this.otherwise + ". See /items/" + reference + ".");
			}
		}

	}

}
