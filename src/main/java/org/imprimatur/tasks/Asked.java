package org.imprimatur.tasks;

import java.util.List;

import org.imprimatur.models.PolicyTexts.Obligation;

/**
 * Why a person is asked to do a task.
 *
 * @param because the sentence of the rule that sent the case here, or of the task itself
 * @param rule id of the rule that fired; empty if no decision sent the case here
 * @param facts what the rule looked at, as "name: value"
 * @param policyAsks what the policy asks of this task, in the words of the model
 * @param obligations the obligations the rule and the task cite
 */
public record Asked(String because, String rule, List<String> facts, String policyAsks, List<Obligation> obligations) {

	/** The same, with one more sentence. */
	Asked besides(String sentence) {
		return new Asked(this.because + " " + sentence, this.rule, this.facts, this.policyAsks, this.obligations);
	}

}
